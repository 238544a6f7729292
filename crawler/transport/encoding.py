"""What encoding is this text really in? Servers and pages are often wrong about it."""

import codecs
import re
from contextlib import suppress

from crawler.transport.letters import likeness, western

HEAD = 4096  # bytes in which a page declares itself
SAMPLE = 200_000  # bytes judged by their letters
# Bad sequences per good one that UTF-8 may have: CMSs cut strings in the middle of a letter.
# windows-1251 read as UTF-8 has about one good sequence in thirty bad ones.
TOLERATED = 0.05
# How much likelier, in nats over the whole sample, an encoding must be than the declared one
# or windows-1251: on the web koi8-r is fifty times rarer, cp866 more so.
MARGIN = 6.0
# Likeness below which a declaration is not even considered: no Russian letters at all.
HARDLY = -8.0

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CYRILLIC = ("cp1251", "koi8-r", "cp866", "iso8859-5")
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})"
    rb"|<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w-]{2,40})",
    re.IGNORECASE,
)
_ONE_BYTE = re.compile(r"cp(125\d|8\d\d)|iso8859-\d+|koi8-[rtu]|mac-cyrillic|kz1048|ptcp154")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)


def decode(body: bytes, declared: str | None = None) -> str:
    """The text of ``body``, undecodable bytes as U+FFFD, no byte order mark.

    ``declared`` is what the HTTP header says, if anything; a page's own declaration is
    looked up here. Both are hints: what the bytes look like decides.
    """
    if b"\x00" not in body[:HEAD]:
        if body.isascii():
            return body.decode("ascii")
        with suppress(UnicodeDecodeError):  # as nearly all are; the two-byte marks are no UTF-8
            return body.decode("utf-8").removeprefix("\ufeff")
    return body.decode(detect(body, declared), errors="replace").removeprefix("\ufeff")


def detect(body: bytes, declared: str | None = None) -> str:
    """A Python codec name: byte order mark, then UTF-8 if it fits, then letters."""
    for bom, name in _BOMS:
        if body.startswith(bom):
            return name
    if b"\x00" in body[:HEAD]:
        return _wide(body)
    if body.isascii() or _is_utf8(body):
        return "utf-8"
    hint = _codec(declared) or _codec(_own_word(body))
    return _by_letters(body[:SAMPLE], hint)


def of_content_type(header: bytes | str | None) -> str | None:
    """The charset a Content-Type header declares."""
    text = header.decode("latin-1") if isinstance(header, bytes) else header or ""
    found = _CHARSET.search(text)
    return found[1] if found else None


def _own_word(body: bytes) -> str | None:
    found = _DECLARED.search(body[:HEAD])
    return (found[1] or found[2]).decode("ascii") if found else None


def _codec(name: str | None) -> str:
    """Python's name of a declared encoding, "" when it is none of a letter to a byte."""
    try:
        known = codecs.lookup(name or "").name
    except (LookupError, ValueError):
        return ""
    return known if _ONE_BYTE.fullmatch(known) else ""


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        text = body[:SAMPLE].decode("utf-8", errors="replace")
        bad = text.count("\ufffd")
        good = len(text) - len(text.encode("ascii", "ignore")) - bad
        return bad <= good * TOLERATED
    return True


def _wide(body: bytes) -> str:
    """UTF-16 without a mark has its zero bytes on one side; other zeros are just dirt."""
    head = body[:HEAD]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 6 < len(head) // 2 or min(even, odd) * 4 > max(even, odd):
        return detect(body.replace(b"\x00", b""))
    return "utf-16-le" if odd > even else "utf-16-be"


def _by_letters(sample: bytes, hint: str) -> str:
    """The single-byte encoding in which the sample looks most like Russian."""
    if western(sample):
        return hint if hint and hint not in _CYRILLIC else "cp1252"
    names = (*_CYRILLIC, *([hint] if hint else []))
    scores = {name: likeness(sample.decode(name, errors="replace")) for name in names}
    best = max(names, key=scores.__getitem__)
    base = hint if hint and scores[hint] > HARDLY else "cp1251"
    letters = len(sample) - len(sample.decode("ascii", "ignore"))
    return best if (scores[best] - scores[base]) * letters > MARGIN else base
