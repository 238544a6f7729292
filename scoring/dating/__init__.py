"""What tells when a thing was published: days in text, and the rungs of the ladder."""
