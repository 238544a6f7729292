"""WARC 1.1 on disk: how one answer becomes records and how records are read back."""
