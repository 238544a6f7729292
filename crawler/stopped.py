"""A crawl that ended before all its regions did."""


class CrawlStoppedError(RuntimeError):
    """The run is unfinished and can be resumed; the text says why and how."""
