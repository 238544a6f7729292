"""Styles of Word: which make headings, titles, captions, contents, lists, and hide text."""

import re
from dataclasses import dataclass

from scoring.document import BlockKind
from scoring.extract.office.markup import Element, child, children, value

_HEADING = re.compile(r"(?:heading|заголовок|überschrift|titre)\s*([1-9])$", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|название|заголовок)$", re.IGNORECASE)
_SUBTITLE = re.compile(r"(?:subtitle|подзаголовок)$", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?:caption|название объекта|название таблицы|название рисунка)$", re.IGNORECASE
)
_CONTENTS = re.compile(r"(?:toc|оглавление|contents)\s*(?:\d|heading|заголовок|$)", re.IGNORECASE)
_DEEPEST = 12
_NO = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style means; ``numbering`` is its w:numPr."""

    kind: BlockKind | None = None
    level: int = 0
    hidden: bool = False
    bold: bool = False
    numbering: Element | None = None


class Styles:
    """Styles by id, each with what it inherits."""

    def __init__(self, root: Element | None) -> None:
        self._raw = {value(style, "styleId"): style for style in children(root, "style")}
        self._known: dict[str, Style] = {}

    def of(self, number: str) -> Style:
        """The style of an id; a plain one where it is unknown."""
        if number not in self._known:
            self._known[number] = self._read(number)
        return self._known[number]

    def _read(self, number: str) -> Style:
        chain: list[Element] = []
        while number in self._raw and len(chain) < _DEEPEST:
            chain.append(self._raw[number])
            number = value(child(chain[-1], "basedOn"))
        kind, level = next((found for style in chain if (found := _meaning(style))), (None, 0))
        return Style(
            kind,
            level,
            _first_on(chain, "vanish"),
            _first_on(chain, "b"),
            next((n for s in chain if (n := child(s, "pPr", "numPr")) is not None), None),
        )


def on(element: Element | None) -> bool:
    """Is this toggle there and not switched off?"""
    return element is not None and value(element).lower() not in _NO


def outline(properties: Element | None) -> int:
    """The level 1-9 of a heading by its outline; 0 for body text."""
    number = value(child(properties, "outlineLvl"))
    return int(number) + 1 if number in "012345678" and number else 0


def _meaning(style: Element) -> tuple[BlockKind, int] | None:
    name = value(child(style, "name")).strip()
    if _CONTENTS.match(name):
        return BlockKind.BOILERPLATE, 0
    if match := _HEADING.match(name):
        return BlockKind.HEADING, int(match[1])
    if level := outline(child(style, "pPr")):
        return BlockKind.HEADING, level
    if _TITLE.match(name):
        return BlockKind.TITLE, 1
    if _SUBTITLE.match(name):
        return BlockKind.HEADING, 1
    return (BlockKind.CAPTION, 0) if _CAPTION.match(name) else None


def _first_on(chain: list[Element], name: str) -> bool:
    said = (child(style, "rPr", name) for style in chain)
    return on(next((one for one in said if one is not None), None))
