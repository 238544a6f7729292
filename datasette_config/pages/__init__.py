"""One module a page: what was asked -> what the page shows. The table of them is in routes."""
