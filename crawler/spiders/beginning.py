"""The first requests of a crawl are asked in the order in which they come."""

from collections.abc import AsyncIterator
from typing import Any

from scrapy import Request


class Beginning:
    """Spider middleware: tells the scheduler which requests a crawl begins with.

    Scrapy's does it too, but has every answer's requests pass through it as well.
    """

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """The same, the requests marked."""
        async for one in start:
            if isinstance(one, Request):
                one.meta["is_start_request"] = True
            yield one
