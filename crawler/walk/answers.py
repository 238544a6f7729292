"""From what Scrapy received to an Answer for the archive."""

from collections.abc import Sequence
from datetime import UTC, datetime

from scrapy.http import Headers, Request, Response, TextResponse

from crawler.model import Answer, Hop, Outcome
from crawler.pages import Link, Page, links
from crawler.transport.encoding import decode, of_content_type
from crawler.walk.frontier import Ask

Fields = tuple[tuple[str, str], ...]

MAX_HOP_BODY = 64 * 1024


def now() -> str:
    """The present moment as the archive writes it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def fields(headers: Headers) -> Fields:
    """Headers in their order; servers write names of files in UTF-8 or windows-1251, raw."""
    return tuple(
        (_text(name), _text(value)) for name, values in headers.items() for value in values
    )


def hop(response: Response) -> Hop:
    """One redirect on the way."""
    body = response.body[:MAX_HOP_BODY]
    return Hop(response.url, response.status, fields(response.headers), body)


def answer(
    region: str,
    ask: Ask,
    outcome: Outcome,
    reason: str,
    *,
    final_url: str = "",
    hops: Sequence[Hop] = (),
    request: Request | None = None,
    response: Response | None = None,
) -> Answer:
    """One address asked to its end, with or without a response."""
    sent = response.request if response is not None and response.request else request
    return Answer(
        region=region,
        url=ask.url,
        final_url=final_url or (response.url if response is not None else ask.url),
        fetched_at=now(),
        outcome=outcome,
        reason=reason,
        http_status=None if response is None else response.status,
        request_headers=fields(sent.headers) if sent is not None else (),
        headers=() if response is None else fields(response.headers),
        body=b"" if response is None else response.body,
        hops=tuple(hops),
        source=ask.source,
        via=ask.via,
        clicks=ask.clicks,
        link_texts=ask.link_texts,
        promise=ask.promise,
    )


# How files begin that are documents and no pages, whatever their headers say.
_FILES = (
    b"%PDF",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"Rar!",
    b"7z\xbc\xaf",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
)


def is_document(body: bytes) -> bool:
    """True for a file by its first bytes: PDF, office, archive or picture."""
    return body.lstrip()[:8].startswith(_FILES)


def links_of(response: Response) -> tuple[Link, ...]:
    """Every way on from a page; none from a document."""
    return links(_page(response))


def _page(response: Response) -> Page:
    header = response.headers.get("Content-Type") or b""
    media_type = header.decode("latin-1").partition(";")[0].strip().lower()
    if isinstance(response, TextResponse):
        return Page(response.url, response.body, response.text, media_type, response.encoding)
    return archived_page(response.url, response.body, header.decode("latin-1"))


def archived_page(url: str, body: bytes, content_type: str) -> Page:
    """Bytes without Scrapy's view of them: servers call pages octet streams, too."""
    media_type = content_type.partition(";")[0].strip().lower()
    # A brochure of 40 MB is not asked what alphabet it is in.
    page = b"<" in body[:1024] and not body.lstrip()[:8].startswith(_FILES)
    text = decode(body, of_content_type(content_type)) if page else ""
    return Page(url, body, text, media_type)


def location(response: Response) -> str:
    """Where a redirect points, as it is written."""
    return _text(response.headers.get("Location"))


def _text(raw: bytes | str | None) -> str:
    if not isinstance(raw, bytes):
        return raw or ""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1251", "replace")
