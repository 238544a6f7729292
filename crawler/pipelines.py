"""Answers into the archive: the one item pipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.model import Answer
from crawler.spiders.sources import Sources

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class IntoArchive:
    """Keeps each Answer a spider yields; what the archive refuses is our fault and raises."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> IntoArchive:
        """As Scrapy makes its pipelines."""
        return cls(crawler)

    def process_item(self, item: Answer) -> Answer:
        """Archive the answer, then let it pass on to whatever stands behind."""
        spider = self._crawler.spider
        if not isinstance(spider, Sources):
            raise TypeError(f"{spider} has no archive to keep answers in")
        spider.ledger.keep(item)
        return item
