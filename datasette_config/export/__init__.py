"""The publication as files: every page, feed, badge and table, for any file server."""
