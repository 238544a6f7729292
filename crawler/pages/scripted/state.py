"""Data a server leaves in the page for its script: read straight, without asking for it again."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

from crawler.pages.parsed import MAX_JSON, UNREADABLE, beginning, parsed

MAX_STATES = 60

_SCRIPT = re.compile(r"""<script\b([^>]{0,500})>(.*?)</script\s*>""", re.IGNORECASE | re.DOTALL)
_DATA = re.compile(r"""type\s*=\s*["']?(?:application/[\w.+-]*json|importmap)""", re.IGNORECASE)
_CODE = re.compile(
    r"""type\s*=\s*["']?(?!\s*["']?(?:text/javascript|application/(?:x-)?javascript|module))[\w/]""",
    re.I,
)
_SOURCE = re.compile(r"""\bsrc\s*=""", re.IGNORECASE)
_GIVEN = re.compile(r"""(?:[\w$\]'"])\s*=\s*(?=[\[{]\s*["{\[\]}])""")
_PARSED = re.compile(
    r"""JSON\.parse\(\s*(?:"((?:[^"\\\n]|\\.){2,4000000})"|'((?:[^'\\\n]|\\.){2,4000000})')\s*\)"""
)
_HELD = re.compile(
    r"""\s[:@\w.-]{2,60}=(?:'\s*([\[{][^'<>]{8,500000})'|"\s*([\[{][^"<>]{8,500000})")""",
)


def scripts(html: str) -> Iterator[str]:
    """Yield the code that stands in a page, without the data."""
    for found in _SCRIPT.finditer(html):
        if not _SOURCE.search(found[1]) and not _CODE.search(found[1]):
            yield found[2]


def states(html: str) -> Iterator[object]:
    """Yield parsed data of a page, MAX_STATES at most: JSON scripts, variables, attributes."""
    yield from islice(_each(html), MAX_STATES)


def _each(html: str) -> Iterator[object]:
    for found in _SCRIPT.finditer(html):
        if _SOURCE.search(found[1]):
            continue
        if _DATA.search(found[1]):
            if (data := parsed(found[2].strip())) is not UNREADABLE:
                yield data
        else:
            yield from given(found[2])
    for held in _HELD.finditer(html):
        if (data := parsed(unescape(held[1] or held[2]).strip())) is not UNREADABLE:
            yield data


def given(code: str) -> Iterator[object]:
    """Yield the data a script gives to its variables: ``window.__STATE__ = {…}``."""
    at, tried = 0, 0
    while (found := _GIVEN.search(code, at)) and tried < MAX_STATES:
        tried += 1
        read = beginning(code, found.end())
        at = read[1] if read else found.end()
        if read:
            yield read[0]
    for text in _PARSED.finditer(code[: 4 * MAX_JSON]):
        quoted = text[1] if text[1] is not None else _requoted(text[2])
        inner = parsed(f'["{quoted}"]')
        if isinstance(inner, list) and inner and isinstance(inner[0], str):
            data = parsed(inner[0])
            if data is not UNREADABLE:
                yield data


def _requoted(text: str) -> str:
    """A single-quoted script text as JSON spells it."""
    return re.sub(r"\\'|\\.|\"", lambda m: {"\\'": "'", '"': '\\"'}.get(m[0], m[0]), text)
