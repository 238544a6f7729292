"""Gives each text response the encoding its bytes are really in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.http import Response, TextResponse

from crawler.transport.encoding import detect, of_content_type

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler


class CorrectEncoding:
    """Downloader middleware: HTML, XML and text come with ``response.encoding`` set right.

    Scrapy believes the header and the page; a windows-1251 body declared as UTF-8 would
    come out as U+FFFD. The body stays as it is.
    """

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> CorrectEncoding:
        """As Scrapy makes its components."""
        return cls()

    def process_response(self, request: Request, response: Response) -> Response:
        """The same response, its encoding replaced when it carries text."""
        if not isinstance(response, TextResponse) or not response.body:
            return response
        declared = of_content_type(response.headers.get("Content-Type"))
        return response.replace(encoding=detect(response.body, declared))
