"""Which failures are worth one more try."""

from scrapy import Request, Spider
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.http import Response

from crawler.transport.outcome import TORN


class Retry(RetryMiddleware):
    """Scrapy's, for torn bodies too: we keep those as answers, so they are no exceptions."""

    def process_response(
        self, request: Request, response: Response, spider: Spider | None = None
    ) -> Request | Response:
        """The request again, or the response when it is as good as it gets."""
        if TORN in response.flags and not request.meta.get("dont_retry"):
            return self._retry(request, TORN) or response
        return super().process_response(request, response)
