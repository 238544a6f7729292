"""Styles of OpenDocument: which are bold, hidden, titles; what they inherit."""

import re
from collections.abc import Sequence

from scoring.extract.office.markup import Element, below, local, value

_HEX = re.compile(r"_([0-9a-f]{2,4})_")
_DEEPEST = 12


class Looks:
    """Answers about a style by its name; the content's own styles inherit from the common ones."""

    def __init__(self, roots: Sequence[Element | None]) -> None:
        self._styles: dict[str, Element] = {}
        for root in roots:
            for style in below(root, "style"):
                self._styles[value(style, "name")] = style

    def names(self, name: str) -> list[str]:
        """The names of a style and of those it inherits from, as a person reads them."""
        return [_plain(one) for one in self._chain(name)]

    def bold(self, name: str) -> bool:
        """Are its letters bold?"""
        return self._first(name, "text-properties", "font-weight") in ("bold", "700", "800", "900")

    def hidden(self, name: str) -> bool:
        """Is its text, sheet or slide not shown?"""
        return (
            self._first(name, "text-properties", "display") == "none"
            or self._first(name, "table-properties", "display") == "false"
            or self._first(name, "drawing-page-properties", "visibility") == "hidden"
        )

    def _first(self, name: str, group: str, attribute: str) -> str:
        for one in self._chain(name):
            for properties in self._styles[one]:
                if local(properties) == group and (said := value(properties, attribute)):
                    return said
        return ""

    def _chain(self, name: str) -> list[str]:
        chain: list[str] = []
        while name in self._styles and len(chain) < _DEEPEST and name not in chain:
            chain.append(name)
            name = value(self._styles[name], "parent-style-name")
        return chain


def _plain(name: str) -> str:
    return _HEX.sub(lambda match: chr(int(match[1], 16)), name)
