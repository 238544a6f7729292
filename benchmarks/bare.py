"""The baseline of the crawl: Scrapy as it comes, fetching a list of pages and keeping nothing.

Run as `python -m benchmarks.bare LIST`: a line per page, `host url`; prints pages, seconds,
and seconds of CPU.
"""

import asyncio
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import scrapy
from scrapy.crawler import AsyncCrawlerRunner


class Bare(scrapy.Spider):
    """Asks for every page of the list once, as our crawl did, and follows nothing."""

    name = "bare"
    pages: list[tuple[str, str]]
    got = 0

    async def start(self) -> AsyncIterator[Any]:
        for host, url in self.pages:
            yield scrapy.Request(
                url,
                headers={"Host": host},
                meta={"download_slot": host, "handle_httpstatus_all": True},
                dont_filter=True,
            )

    def parse(self, response: scrapy.http.Response) -> None:
        self.got += len(response.body) > 0


def settings(hosts: set[str]) -> dict[str, Any]:
    """Scrapy's own, told to keep one request at a time to each host, as ours does.

    All hosts are one address here, for which the handler's pool would open one connection.
    """
    slots = {host: {"concurrency": 1, "delay": 0} for host in hosts}
    return {**SETTINGS, "DOWNLOAD_SLOTS": slots, "CONCURRENT_REQUESTS_PER_DOMAIN": len(hosts)}


SETTINGS = {
    "TWISTED_REACTOR_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False,
    "CONCURRENT_REQUESTS": 64,
    "DOWNLOAD_DELAY": 0,
    "LOG_LEVEL": "ERROR",
    "DOWNLOAD_HANDLERS": {
        "http": "scrapy.core.downloader.handlers._aiohttp.AiohttpDownloadHandler",
        "https": "scrapy.core.downloader.handlers._aiohttp.AiohttpDownloadHandler",
    },
}


async def fetch(pages: list[tuple[str, str]]) -> tuple[float, float]:
    """Seconds of clock and of CPU from the first request to the last answer."""
    started, worked = time.perf_counter(), time.process_time()
    runner = AsyncCrawlerRunner(settings({host for host, _ in pages}))
    await runner.crawl(Bare, pages=pages)
    return time.perf_counter() - started, time.process_time() - worked


def main() -> None:
    lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
    pages = [(host, url) for host, url in (line.split(" ", 1) for line in lines)]
    seconds, cpu = asyncio.run(fetch(pages))
    print(len(pages), f"{seconds:.3f}", f"{cpu:.3f}")


if __name__ == "__main__":
    main()
