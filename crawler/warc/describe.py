"""From an answer to its capture: every text bounded, illegal states refused."""

import math
import re
from hashlib import sha256

from crawler.model import Answer, Capture, Outcome
from crawler.warc.fields import clean
from crawler.warc.heads import media_type, value_of

# No browser asks for more; a site's "link text" can be a whole page.
MAX_URL = 8_000
MAX_TEXT = 2_000
MAX_LINK_TEXT = 500
MAX_LINK_TEXTS = 50

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def check_time(text: str) -> None:
    """ValueError unless the text is a UTC time such as ``2026-11-23T20:08:00Z``."""
    if not _TIME.fullmatch(text):
        raise ValueError(f"{text!r} is not a UTC time like 2026-11-23T20:08:00Z")


def asked_url(answer: Answer) -> str:
    """The asked address as a capture keeps it."""
    return clean(answer.url, MAX_URL)


def describe(answer: Answer, run: str, number: int, earlier: Capture | None) -> Capture:
    """The capture of an answer, not placed in a file yet.

    ``earlier`` is the capture an ``unchanged`` answer confirms: bytes, type and dates are its own.
    ``sha256`` is "" only when no response came; an empty body has the sha256 of nothing.
    ValueError for a time, promise or status that no crawl can meet.
    """
    _check(answer)
    text, kind = clean, answer.media_type or media_type(answer.headers)
    return Capture(
        id=f"{run}-{number:06d}",
        run=run,
        region=answer.region,
        url=asked_url(answer),
        final_url=text(answer.final_url, MAX_URL),
        fetched_at=answer.fetched_at,
        outcome=answer.outcome,
        reason=text(answer.reason, MAX_TEXT),
        http_status=answer.http_status,
        media_type=earlier.media_type if earlier else text(kind, MAX_TEXT),
        sha256=earlier.sha256 if earlier else _sha256(answer),
        bytes=earlier.bytes if earlier else len(answer.body),
        warc_file="",
        warc_offset=0,
        source=text(answer.source, MAX_URL),
        via=text(answer.via, MAX_URL),
        clicks=answer.clicks,
        link_texts=tuple(text(t, MAX_LINK_TEXT) for t in answer.link_texts[-MAX_LINK_TEXTS:]),
        promise=float(answer.promise),
        last_modified=_header(answer, "last-modified")
        or (earlier.last_modified if earlier else ""),
        content_disposition=_header(answer, "content-disposition")
        or (earlier.content_disposition if earlier else ""),
        tls=text(answer.tls, MAX_TEXT),
        tls_problem=text(answer.tls_problem, MAX_TEXT),
        drawn=text(answer.drawn, MAX_TEXT),
    )


def is_confirmation(answer: Answer) -> bool:
    """True for an answer that says "as before" and brings no body (HTTP 304)."""
    return answer.outcome is Outcome.UNCHANGED and not answer.body


def _check(answer: Answer) -> None:
    check_time(answer.fetched_at)
    if not math.isfinite(answer.promise):
        raise ValueError(f"promise of {answer.url} is {answer.promise}")
    if answer.drawn and answer.http_status is not None:
        raise ValueError(f"{answer.url} was drawn, so no server answered it with a status")
    if answer.http_status is None and not answer.drawn and (answer.body or is_confirmation(answer)):
        raise ValueError(f"{answer.url} has a body or is unchanged, but no HTTP status")


def _sha256(answer: Answer) -> str:
    received = answer.http_status is not None or answer.drawn
    return sha256(answer.body).hexdigest() if received else ""


def _header(answer: Answer, name: str) -> str:
    return clean(value_of(answer.headers, name), MAX_TEXT)
