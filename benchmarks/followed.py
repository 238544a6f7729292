"""The baseline that finds its pages as a spider does: Scrapy's own CrawlSpider, keeping nothing.

Run as `python -m benchmarks.followed URL...`: the home pages, whose names all lead to this
machine; prints how many pages were answered, the seconds, and the seconds of CPU.
"""

import asyncio
import socket
import sys
import time
from typing import Any

import scrapy
from aiohttp.abc import AbstractResolver, ResolveResult
from scrapy.core.downloader.handlers._aiohttp import AiohttpDownloadHandler
from scrapy.crawler import AsyncCrawlerRunner, Crawler
from scrapy.linkextractors import LinkExtractor
from scrapy.spiders import CrawlSpider, Rule

from benchmarks import bare


class Followed(CrawlSpider):
    """Follows every link of every page, and counts the pages."""

    name = "followed"
    rules = (Rule(LinkExtractor(), callback="page", follow=True),)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.got = 0

    def parse_start_url(self, response: scrapy.http.Response, **kwargs: Any) -> Any:
        return self.page(response)

    def page(self, response: scrapy.http.Response) -> list[Any]:
        self.got += len(response.body) > 0
        return []


class ThisMachine(AbstractResolver):
    """Every name is an address of this machine."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        here = ResolveResult(
            hostname=host, host="127.0.0.1", port=port, family=socket.AF_INET, proto=0, flags=0
        )
        return [here]

    async def close(self) -> None:
        """Nothing is open."""


class Here(AiohttpDownloadHandler):
    """Scrapy's handler as it comes, in a world whose names all lead here."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._session.connector._resolver = ThisMachine()  # type: ignore[union-attr] # no public way


SETTINGS = {
    **bare.SETTINGS,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DOWNLOAD_HANDLERS": dict.fromkeys(("http", "https"), Here),
}
"""One request at a time to each host, as ours."""


async def crawl(homes: list[str]) -> tuple[int, float, float]:
    """Pages answered, seconds of clock and of CPU from the first request to the last answer."""
    started, worked = time.perf_counter(), time.process_time()
    crawler = Crawler(Followed, AsyncCrawlerRunner(SETTINGS).settings)
    await crawler.crawl_async(start_urls=homes)
    assert isinstance(crawler.spider, Followed)
    seconds, cpu = time.perf_counter() - started, time.process_time() - worked
    return crawler.spider.got, seconds, cpu


def main() -> None:
    pages, seconds, cpu = asyncio.run(crawl(sys.argv[1:]))
    print(pages, f"{seconds:.3f}", f"{cpu:.3f}")


if __name__ == "__main__":
    main()
