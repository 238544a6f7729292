"""Judges and never fetches: from the archive of bytes to findings, scores and a database."""
