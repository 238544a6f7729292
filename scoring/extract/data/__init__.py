"""Texts and data without a program of their own: TXT, RTF, CSV, JSON, XML, saved pages."""
