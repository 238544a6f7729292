"""What was fetched, and what its bytes say it is."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from crawler.pages import listing
from crawler.pages.link import Link
from crawler.pages.markup import Markup
from crawler.pages.parsed import UNREADABLE, parsed

_HTML_START = (
    b"<!doctype html",
    b"<html",
    b"<head",
    b"<body",
    b"<!--",
    b"<meta",
    b"<title",
    b"<div",
)
_FILES = (b"%pdf", b"pk\x03\x04", b"\xd0\xcf\x11\xe0", b"rar!", b"7z\xbc\xaf")
_SCRIPTS = ("javascript", "ecmascript")


@dataclass(frozen=True)
class Page:
    """What was fetched: the address it came from, its bytes, and its text as a browser reads it.

    Families share what is read of it: its tree, its listed links, its JSON.
    """

    url: str
    body: bytes
    text: str
    media_type: str
    encoding: str = "utf-8"

    @cached_property
    def is_html(self) -> bool:
        """Servers call files HTML and HTML files: the bytes decide, the header breaks a tie."""
        start = self._start
        if start.startswith(_HTML_START):
            return True
        return "html" in self.media_type and not start.startswith(_FILES) and not self.is_json

    @cached_property
    def says_html(self) -> bool:
        """True for a page that begins as one, so that it is no sitemap it may write about."""
        return self._start.startswith((b"<!doctype html", b"<html", b"<head", b"<body"))

    @cached_property
    def is_json(self) -> bool:
        """True for a JSON answer, under whatever name it comes."""
        return self.data is not UNREADABLE

    @cached_property
    def is_script(self) -> bool:
        """True for a script's file, not for the page that a server sends in its place."""
        if self._start.startswith(b"<") or self.is_json:
            return False
        named = urlsplit_path(self.url).endswith((".js", ".mjs"))
        return any(name in self.media_type for name in _SCRIPTS) or (named and bool(self.text))

    @cached_property
    def data(self) -> object:
        """The page's JSON; UNREADABLE when it has none."""
        return UNREADABLE if self._start.startswith((b"<", *_FILES)) else parsed(self.text)

    @property
    def lower(self) -> str:
        """The page's text in lower case."""
        return self.markup.lower

    @cached_property
    def markup(self) -> Markup:
        """The page as HTML."""
        return Markup(self.url, self.text, self.encoding)

    @cached_property
    def listed(self) -> tuple[Link, ...]:
        """What any HTML page shows: the links that every family begins with."""
        return listing.of(self.markup)

    @cached_property
    def _start(self) -> bytes:
        return self.body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()


def urlsplit_path(url: str) -> str:
    """An address's path in lower case; "" for what is no address."""
    try:
        return urlsplit(url).path.lower()
    except ValueError:
        return ""


def wants_text(body: bytes, media_type: str, url: str) -> bool:
    """True for bytes whose letters matter here: a page, a JSON answer, a script; no document."""
    start = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((*_FILES, b"{\\rtf", b"\x89png", b"\xff\xd8\xff")):
        return False
    if b"<" in start or start[:1] in (b"{", b"[") or start.startswith(b")]}"):
        return True
    named = urlsplit_path(url).endswith((".js", ".mjs", ".json"))
    return named or any(name in media_type for name in (*_SCRIPTS, "json"))
