"""What one robots.txt says, in whatever encoding it says it."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote_to_bytes, urlsplit

from protego import Protego
from scrapy.robotstxt import RobotParser

from crawler.transport.encoding import decode, of_content_type

READ = 500 * 1024  # bytes, RFC 9309, 2.5
_RESERVED = "/?&=%+:;,@!$'()*~"


class Rules(RobotParser):
    """Protego over rightly decoded text; a RobotParser, as signals.robots_parsed promises."""

    def __init__(self, text: str) -> None:
        self._protego = Protego.parse(text)

    @classmethod
    def from_crawler(cls, crawler: object, robotstxt_body: bytes) -> Rules:
        """As Scrapy makes its parsers."""
        return cls.read(robotstxt_body, b"")

    @classmethod
    def read(cls, body: bytes, content_type: bytes) -> Rules:
        """From the first 500 KB of a body. windows-1251 paths would be lost as UTF-8."""
        return cls(decode(_whole_lines(body), of_content_type(content_type)))

    def allows(self, url: str, agent: str) -> bool:
        """True when no rule for ``agent`` forbids ``url`` in any of its spellings."""
        return all(self._protego.can_fetch(one, agent) for one in _spellings(url))

    def allowed(self, url: str | bytes, user_agent: str | bytes) -> bool:
        """As ``allows``, by the name Scrapy knows."""
        return self.allows(_text(url), _text(user_agent))

    def crawl_delay(self, user_agent: str | bytes) -> float | None:
        """Seconds asked for between requests, None when nothing was asked."""
        return self._protego.crawl_delay(_text(user_agent))


def _whole_lines(body: bytes) -> bytes:
    """What is read of it; old Macs end lines with CR alone."""
    if len(body) <= READ:
        return body
    end = max(body.rfind(b"\n", 0, READ), body.rfind(b"\r", 0, READ))
    return body[: end + 1]


def _text(value: str | bytes) -> str:
    return value.decode("ascii", "replace") if isinstance(value, bytes) else value


def _spellings(url: str) -> list[str]:
    """The address, and the same in UTF-8 percents when its percents are windows-1251."""
    parts = urlsplit(url)
    tail = parts.path + (f"?{parts.query}" if parts.query else "")
    if not re.search("%[89a-f]", tail, re.IGNORECASE):
        return [url]
    try:
        unquote_to_bytes(tail).decode("utf-8")
    except UnicodeDecodeError:
        readable = unquote_to_bytes(tail).decode("cp1251", "replace")
        return [url, f"{parts.scheme}://{parts.netloc}{quote(readable, safe=_RESERVED)}"]
    return [url]
