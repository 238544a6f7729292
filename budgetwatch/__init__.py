"""The door: one command that joins the rooms."""
