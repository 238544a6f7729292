"""Languages that editions are written in, one folder each."""
