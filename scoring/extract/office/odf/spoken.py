"""The text of a paragraph of OpenDocument: spans, spaces, links, notes, frames."""

from dataclasses import dataclass, field

from scoring.extract.office.markup import Element, local, value
from scoring.extract.office.odf.looks import Looks

_SKIPPED = frozenset(
    {"annotation", "annotation-end", "tracked-changes", "hidden-text", "bookmark", "ruby-text"}
)
_MOST_SPACES = 100


@dataclass(slots=True)
class Said:
    """A paragraph's text and what hangs in it; ``bold`` counts its bold letters."""

    parts: list[str] = field(default_factory=list)
    bold: int = 0
    breaks_before: int = 0
    breaks: int = 0
    links: list[tuple[str, str]] = field(default_factory=list)
    frames: list[Element] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(self.parts)


def said_by(paragraph: Element, looks: Looks) -> Said:
    """Read one paragraph."""
    said = Said()
    _read(paragraph, looks, said, bold=looks.bold(value(paragraph, "style-name")))
    return said


def _read(element: Element, looks: Looks, said: Said, *, bold: bool) -> None:
    _say(said, element.text, bold=bold)
    for one in element:
        _piece(one, looks, said, bold=bold)
        _say(said, one.tail, bold=bold)


def _piece(one: Element, looks: Looks, said: Said, *, bold: bool) -> None:
    name = local(one)
    if name in ("s", "tab", "line-break"):
        count = value(one, "c", "1")
        many = int(count) if count.isascii() and count.isdigit() and len(count) < 4 else 1
        said.parts.append("\n" if name == "line-break" else " " * min(many, _MOST_SPACES))
    elif name == "soft-page-break":
        said.breaks += 1
        said.breaks_before += not said.text.strip()
    elif name == "note":
        said.notes.append(one)
    elif name in ("frame", "g", "custom-shape", "rect", "ellipse", "polygon"):
        said.frames.append(one)
    elif name == "a":
        before = len(said.parts)
        _read(one, looks, said, bold=bold)
        said.links.append((value(one, "href"), "".join(said.parts[before:])))
    elif name not in _SKIPPED and not looks.hidden(value(one, "style-name")):
        own = looks.bold(value(one, "style-name")) if name == "span" else False
        _read(one, looks, said, bold=own or bold)


def _say(said: Said, text: str | None, *, bold: bool) -> None:
    if text:
        # In the file a line's end is a space, as in HTML.
        said.parts.append(" ".join(text.split("\n")))
        said.bold += len("".join(text.split())) if bold else 0
