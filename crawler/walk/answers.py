"""From what Scrapy received to an Answer for the archive."""

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from weakref import WeakKeyDictionary

from scrapy.http import Headers, Request, Response

from crawler.model import Answer, Hop, Outcome
from crawler.pages import Link, Page, links, wants_text
from crawler.transport.encoding import decode, detect, of_content_type
from crawler.transport.kind import kind_of
from crawler.transport.lines import lines
from crawler.transport.sniff import media_type
from crawler.walk.frontier import Ask

Fields = tuple[tuple[str, str], ...]

MAX_HOP_BODY = 64 * 1024
_NO_CHANNEL = (Outcome.TLS, Outcome.CONNECTION)
_NO_DOCUMENTS = frozenset(
    {
        *("text/html", "application/xml", "text/xml", "text/plain", "text/css", "application/json"),
        *("text/javascript", "application/javascript", "application/gzip", ""),
    }
)
_READ = ("text/html", "application/xml", "text/xml")
_PAGES: WeakKeyDictionary[Response, Page] = WeakKeyDictionary()


def now() -> str:
    """The present moment as the archive writes it."""
    # `strftime` would look at the file of the machine's time zone each time.
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def fields(headers: Headers) -> Fields:
    """Headers in their order, as text."""
    return tuple([(_text(name), _text(value)) for name, value in lines(headers)])


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
    fallen: str = "",
) -> Answer:
    """One address asked to its end, with or without a response.

    ``fallen`` says what kept us from asking over https, when http was asked instead.
    """
    sent = response.request if response is not None and response.request else request
    # Without a channel to the asked address there is nothing to say about one; the reason does.
    channel = sent.meta if sent is not None and outcome not in _NO_CHANNEL else {}
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
        tls=channel.get("tls", ""),
        tls_problem=(fallen or channel.get("tls_problem", "")) if channel.get("tls") else "",
        media_type="" if response is None else kind_of(response),
    )


def digest(found: Answer) -> str:
    """The sha256 of a body, "" for none."""
    return sha256(found.body).hexdigest() if found.body else ""


def is_document(found: Answer) -> bool | None:
    """True for a file, False for a page or what a page's scripts ask for; None for no body."""
    return found.media_type not in _NO_DOCUMENTS if found.body else None


def links_of(response: Response) -> tuple[Link, ...]:
    """Every way on from a page; none from a document."""
    return links(page_of(response))


def page_of(response: Response) -> Page:
    """The answer as the page families read it: one for all who ask.

    Its encoding is that of the bytes: Scrapy believes the header and the page, and a windows-1251
    body declared as UTF-8 would come out as U+FFFD.
    """
    known = _PAGES.get(response)
    if known is None:
        kind, said = kind_of(response), _content_type(response)
        known = _PAGES[response] = _page(response.url, response.body, kind, said)
    return known


def archived_page(url: str, body: bytes, content_type: str) -> Page:
    """Bytes without Scrapy's view of them: servers call pages octet streams, too."""
    return _page(url, body, media_type(body, content_type, url), content_type)


def _page(url: str, body: bytes, kind: str, content_type: str) -> Page:
    # A brochure of 40 MB is not asked what alphabet it is in.
    if kind not in _READ and not wants_text(body, kind, url):
        return Page(url, body, "", kind)
    known = detect(body, of_content_type(content_type))
    text = body.decode(known, "replace").removeprefix("\ufeff")
    return Page(url, body, text, kind, known)


def _content_type(response: Response) -> str:
    return (response.headers.get("Content-Type") or b"").decode("latin-1")


def location(response: Response) -> str:
    """Where a redirect points, as it is written."""
    return _text(response.headers.get("Location"))


def _text(raw: bytes | str | None) -> str:
    """A header's text: names of files come raw, in whatever encoding the server's disk has."""
    if isinstance(raw, bytes):
        return raw.decode("ascii") if raw.isascii() else decode(raw)
    return raw or ""
