"""What is no page: twins in JSON, feeds, badges, tables as CSV, copies from the archive."""
