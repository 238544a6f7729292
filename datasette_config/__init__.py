"""SHOWS: a Datasette configuration and one thin plugin that make the database a publication."""
