"""The measured set: documents made by real tools with known text, and how well they are read."""
