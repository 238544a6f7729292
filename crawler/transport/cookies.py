"""Cookies, looked at where there are any."""

from scrapy import Request, Spider
from scrapy.downloadermiddlewares.cookies import CookiesMiddleware
from scrapy.http import Response


class Cookies(CookiesMiddleware):
    """Scrapy's, which takes every answer and request through its jar: most set no cookie."""

    _has_any = False

    def process_request(
        self, request: Request, spider: Spider | None = None
    ) -> Request | Response | None:
        """The request gets the cookies of its host, once any host has set one."""
        return super().process_request(request) if self._has_any else None

    def process_response(
        self, request: Request, response: Response, spider: Spider | None = None
    ) -> Request | Response:
        """The same response, its cookies kept."""
        if "Set-Cookie" not in response.headers:
            return response
        self._has_any = True
        return super().process_response(request, response)
