"""How did a request end: every answer and every failure as one Outcome and a reason."""

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    NotSupported,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from scrapy.http import Response

from crawler.model import Outcome
from crawler.transport.blockpage import vendor
from crawler.transport.trouble import Trouble

TORN = "dataloss"  # Scrapy's flag: the connection ended before the body did
PACKED = "undecoded"  # ours: the body could not be unpacked
ABSENT = "absent: "  # ours, with a reason behind it: the page stands for no page

# The world's failures. Whatever is not here is a fault of ours and stays an exception.
_FAILURES: tuple[tuple[type[Exception], Outcome], ...] = (
    (CannotResolveHostError, Outcome.DNS),
    (DownloadConnectionRefusedError, Outcome.CONNECTION),
    (DownloadFailedError, Outcome.CONNECTION),
    (DownloadTimeoutError, Outcome.TIMEOUT),
    # Scrapy's handler cancels a download for one reason only: DOWNLOAD_MAXSIZE.
    (DownloadCancelledError, Outcome.TOO_LARGE),
    (ResponseDataLossError, Outcome.TRUNCATED),
    (UnsupportedURLSchemeError, Outcome.REFUSED_ADDRESS),
)
_STATUSES = {
    206: Outcome.TRUNCATED,  # a part, and we never ask for one
    304: Outcome.UNCHANGED,
    404: Outcome.NOT_FOUND,
    408: Outcome.TIMEOUT,
    410: Outcome.NOT_FOUND,
    429: Outcome.RATE_LIMITED,
}


def _by_status(status: int) -> Outcome:
    """1xx is no answer, 2xx is; a redirect nobody followed led away; other 4xx are as 403."""
    if status in _STATUSES:
        return _STATUSES[status]
    if status < 200:
        return Outcome.SERVER_ERROR
    if status < 300:
        return Outcome.OK
    if status < 400:
        return Outcome.REDIRECTED_AWAY
    return Outcome.FORBIDDEN if status < 500 else Outcome.SERVER_ERROR


def _torn(response: Response) -> str:
    if TORN in response.flags:
        return f"the connection ended after {len(response.body)} bytes, before the body did"
    if PACKED in response.flags:
        return "the body could not be unpacked"
    return ""


def of_response(response: Response) -> tuple[Outcome, str]:
    """The outcome of an answer, with a sentence; "" when it is an ordinary 200.

    A block page is BLOCKED whatever its status, 404 included: it says nothing about the
    site. An empty body with status 200 is OK: that is what the site publishes.
    """
    status = response.status
    outcome = _by_status(status)
    if outcome in (Outcome.UNCHANGED, Outcome.REDIRECTED_AWAY):
        return outcome, f"HTTP {status} {_location(response)}".strip()
    who = vendor(status, response.headers, response.body, response.url)
    if who:
        return Outcome.BLOCKED, f"HTTP {status}, a challenge page: {who}"
    if why := _torn(response):
        return (Outcome.TRUNCATED, why) if outcome is Outcome.OK else (outcome, f"HTTP {status}")
    if absent := _absent(response):
        return Outcome.SOFT_404, f"HTTP {status}, but {absent}"
    return outcome, "" if outcome is Outcome.OK else f"HTTP {status}"


def _absent(response: Response) -> str:
    """Why a page is none, as crawler.transport.absent found."""
    said = (flag for flag in response.flags if flag.startswith(ABSENT))
    return next(said, "").removeprefix(ABSENT)


def _location(response: Response) -> str:
    where = (response.headers.get("Location") or b"").decode("utf-8", "replace")
    return f"to {where[:200]}" if where else ""


def of_failure(exc: BaseException) -> tuple[Outcome, str]:
    """The outcome of a request that got no answer, with a sentence saying why.

    Raises ``exc`` itself when it is none of the world's troubles: it is ours to fix.
    """
    if isinstance(exc, Trouble):
        return exc.outcome, exc.reason
    # A link to ftp: or file:. For http itself it would mean that our handler did not load.
    if isinstance(exc, NotSupported) and "scheme 'http" not in str(exc):
        return Outcome.REFUSED_ADDRESS, str(exc)[:300]
    for kind, outcome in _FAILURES:
        if isinstance(exc, kind):
            return outcome, str(exc)[:300] or kind.__name__
    raise exc
