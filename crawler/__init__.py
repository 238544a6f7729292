"""Fetches and never judges: from the registry of regions to an archive of bytes."""
