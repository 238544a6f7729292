"""Russian: how it is spelt, split, read, and how hard it is to read."""
