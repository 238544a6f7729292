"""The text of a paragraph as Word shows it: runs, links, fields, breaks, what hangs in it."""

from dataclasses import dataclass, field

from scoring.extract.office.markup import Element, below, child, chosen, local, value
from scoring.extract.office.word.parts import Parts
from scoring.extract.office.word.styles import Styles, on

_INSIDE = frozenset({"ins", "moveTo", "smartTag", "sdtContent", "customXml", "dir", "bdo", "sdt"})
_INSIDE |= {"fldSimple", "oMath", "oMathPara"}
_PICTURES = frozenset({"drawing", "pict", "object"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_LINK_FIELD = "HYPERLINK"


@dataclass(slots=True)
class Said:
    """A paragraph's text and what hangs in it.

    ``breaks_before`` and ``breaks`` count Word's page breaks before the first letter and in all;
    ``bold`` counts its bold letters.
    """

    parts: list[str] = field(default_factory=list)
    bold: int = 0
    breaks_before: int = 0
    breaks: int = 0
    links: list[tuple[str, str]] = field(default_factory=list)
    drawings: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(self.parts)


class Runs:
    """Reads the runs of one paragraph."""

    def __init__(self, parts: Parts, styles: Styles, *, bold: bool = False) -> None:
        self.said = Said()
        self._parts = parts
        self._styles = styles
        self._bold = bold
        self._fields: list[list[str]] = []

    def over(self, element: Element) -> Said:
        """The paragraph's children, in order; deleted and moved-away text is left out."""
        for one in element:
            name = local(one)
            if name == "r":
                self._run(one)
            elif name == "hyperlink":
                self._link(one, self._parts.address(value(one, "id")))
            elif name == "AlternateContent" and (choice := chosen(one)) is not None:
                self.over(choice)
            elif name in _INSIDE:
                self.over(one)
            elif name in _PICTURES:
                self.said.drawings.append(one)
        return self.said

    def _link(self, element: Element, href: str) -> None:
        before = len(self.said.parts)
        self.over(element)
        if href:
            self.said.links.append((href, "".join(self.said.parts[before:])))

    def _run(self, run: Element) -> None:
        properties = child(run, "rPr")
        style = self._styles.of(value(child(properties, "rStyle")))
        own_bold, vanish = child(properties, "b"), child(properties, "vanish")
        if on(vanish) or (vanish is None and style.hidden):
            return
        bold = on(own_bold) if own_bold is not None else (style.bold or self._bold)
        for one in run:
            self._piece(one, bold=bold)

    def _piece(self, one: Element, *, bold: bool) -> None:
        name = local(one)
        if name in ("t", "sym"):
            text = one.text or "" if name == "t" else _symbol(value(one, "char"))
            self._say(text, bold=bold)
        elif name in _SIGNS:
            self.said.parts.append(_SIGNS[name])
        elif name == "lastRenderedPageBreak":
            self.said.breaks += 1
            self.said.breaks_before += not self.said.text.strip()
        elif name in _PICTURES:
            self.said.drawings.append(one)
        elif name == "AlternateContent":
            choice = chosen(one)
            for held in () if choice is None else choice:
                self._piece(held, bold=bold)
        else:
            self._mark(one, name)

    def _mark(self, one: Element, name: str) -> None:
        if name in ("footnoteReference", "endnoteReference"):
            self.said.notes.append((name.removesuffix("Reference"), value(one, "id")))
        elif name in ("fldChar", "instrText"):
            self._field(one, name)

    def _say(self, text: str, *, bold: bool) -> None:
        self.said.parts.append(text)
        self.said.bold += len(text.replace(" ", "")) if bold else 0

    def _field(self, one: Element, name: str) -> None:
        """Old links are fields: HYPERLINK "address" between two signs, then the text."""
        if name == "instrText":
            if self._fields:
                self._fields[-1].append(one.text or "")
            return
        kind = value(one, "fldCharType")
        if kind == "begin":
            self._fields.append([])
        elif kind == "separate" and self._fields:
            self._fields[-1] = ["".join(self._fields[-1]), str(len(self.said.parts))]
        elif kind == "end" and self._fields:
            self._end_field(self._fields.pop())

    def _end_field(self, held: list[str]) -> None:
        code = held[0].strip() if held else ""
        if len(held) == 2 and code.startswith(_LINK_FIELD) and '"' in code and "\\l" not in code:
            self.said.links.append((code.split('"')[1], "".join(self.said.parts[int(held[1]) :])))


def _symbol(code: str) -> str:
    try:
        sign = int(code, 16)
    except ValueError:
        return ""
    return chr(sign) if 0x20 <= sign < 0xFFFE and not 0xD800 <= sign < 0xE000 else ""


def boxes(drawing: Element) -> list[Element]:
    """Text boxes of a drawing, outermost only, each once."""
    found: list[Element] = []
    waiting = [drawing]
    while waiting:
        one = waiting.pop(0)
        if local(one) == "txbxContent":
            found.append(one)
        elif local(one) == "AlternateContent":
            choice = chosen(one)
            waiting[:0] = [] if choice is None else list(choice)
        else:
            waiting[:0] = list(one)
    return found


def first(element: Element, *names: str) -> Element | None:
    """The first element of these names below."""
    return next(below(element, *names), None)
