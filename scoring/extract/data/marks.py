"""What an RTF says beside its text, marked in it: where a heading begins, where a picture stands.

The library that gives the text passes by styles and pictures; signs that no text has survive it.
"""

import re
from collections.abc import Iterator

from scoring.extract.data.plates import PICTURE, plates

# {\s1 ... Heading 1;} and {\s1 ... heading 1;}: so the names are written in every language.
_STYLE = re.compile(rb"\{\\s(\d{1,4})(?!\d)[^{}]{0,2000}?\bheading ([1-9]);\}", re.IGNORECASE)
_SHEET = re.compile(rb"\{\\stylesheet\b")
_LARGEST_SHEET = 1 << 20
_STYLED = re.compile(rb"\\pard\b(?:\\[a-z]{1,32}-?\d{0,6} ?){0,12}?\\s(\d{1,4})(?![\da-z])")
_MARK = re.compile(r"\x01([hp])(\d{1,6})\x02")


def marked(body: bytes) -> bytes:
    """The RTF with a mark before each heading and each picture that can be shown."""
    pieces: list[bytes] = []
    at = 0
    for number, plate in enumerate(plates(body), 1):
        pieces += (body[at : plate.start], _mark(b"p", number))
        at = plate.start
    return _headed(b"".join((*pieces, body[at:])))


def told(line: str) -> tuple[int, list[str], str]:
    """The level of the heading a line is, 0 of another; the pictures in it; its own words."""
    found = _MARK.findall(line)
    level = next((int(value) for kind, value in found if kind == "h"), 0)
    parts = [PICTURE.format(value) for kind, value in found if kind == "p"]
    return level, parts, _MARK.sub("", line)


def _headed(body: bytes) -> bytes:
    styles = dict(_styles(body))
    if not styles:
        return body

    def with_mark(found: re.Match[bytes]) -> bytes:
        level = styles.get(found[1])
        return found[0] if level is None else found[0] + b" " + _mark(b"h", level)

    return _STYLED.sub(with_mark, body)


def _styles(body: bytes) -> Iterator[tuple[bytes, int]]:
    """By the number of a style the level of the headings set in it."""
    sheet = _SHEET.search(body)
    if sheet:
        for style in _STYLE.finditer(body, sheet.end(), sheet.end() + _LARGEST_SHEET):
            yield style[1], int(style[2])


def _mark(kind: bytes, value: int) -> bytes:
    return b"\x01" + kind + str(value).encode("ascii") + b"\x02"
