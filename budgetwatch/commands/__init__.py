"""One command a file; each does one step of the job and prints what came of it."""
