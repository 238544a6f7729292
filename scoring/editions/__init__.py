"""What makes a file an edition: its name, whose it is, its stage and year, and what it is not."""
