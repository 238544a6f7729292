"""Which failures are worth one more try."""

from scrapy import Request, Spider
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.http import Response

from crawler.model import Outcome
from crawler.transport.outcome import TORN, of_response


class Retry(RetryMiddleware):
    """Scrapy's, for torn bodies too: we keep those as answers, so they are no exceptions.

    A wall that set a cookie is asked once more, with it: some want no more than that.
    """

    def process_response(
        self, request: Request, response: Response, spider: Spider | None = None
    ) -> Request | Response:
        """The request again, or the response when it is as good as it gets."""
        if TORN in response.flags and not request.meta.get("dont_retry"):
            return self._retry(request, TORN) or response
        if response.headers.get("Set-Cookie") and of_response(response)[0] is Outcome.BLOCKED:
            return self._retry(request, "a wall's cookie") or response
        return super().process_response(request, response)
