"""Lines to paragraphs, list items and headings, by gaps, indents and sizes of type."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from scoring.document import Block, BlockKind
from scoring.extract.broken import parts
from scoring.extract.pdf.hyphens import joint
from scoring.extract.pdf.lines import Line
from scoring.extract.pdf.setting import Setting, setting_of

_BULLET = re.compile(
    r"^(?:[•▪■●◦‣⁃∙·○►➢✓✔]|[-–—]\s|\(?\d{1,2}[).]\s|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s|[а-яa-z]\)\s)"
)
# A line of a table of contents: dots lead the eye to the page number.
_LEADERS = re.compile(r"(?:\. ?){4,}\s*\d+$|…{2,}\s*\d+$")
_ENDS = (".", "!", "?", ";", ":", "…")
_LETTER_WIDTH = 0.6
_LONGEST_HEADING = 200


class Part(NamedTuple):
    """A paragraph and the lines it was made of, before it is known what it is."""

    text: str
    size: float
    bold: bool
    lines: tuple[Line, ...]


_new = tuple.__new__


def parts_of(lines: Sequence[Line]) -> list[Part]:
    """Lines in reading order joined into paragraphs."""
    groups: list[list[Line]] = []
    setting = setting_of(lines)
    for line in lines:
        if groups and _goes_on(groups[-1], line, setting):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_part(group) for group in groups]


def block_of(part: Part, locator: str, body_size: float) -> Block:
    """What a paragraph is, beside the size most of the document's text is set in."""
    level = _level(part, body_size)
    numbered = _is_item(part.text) and not (level and part.bold)
    if _leads(part.text) or (numbered and part.size < body_size * 1.3):
        return Block(BlockKind.LIST_ITEM, part.text, locator)
    kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
    return Block(kind, part.text, locator, level)


def body_size_of(parts: Sequence[Part]) -> float:
    """The size most letters are set in."""
    told: dict[float, int] = {}
    for said, size, *_ in parts:
        told[size] = told.get(size, 0) + len(said)
    sizes: dict[float, int] = {}
    for size, letters in told.items():
        key = round(size, 1)
        sizes[key] = sizes.get(key, 0) + letters
    return max(sorted(sizes), key=lambda size: sizes[size]) if sizes else 10.0


def _is_item(text: str) -> bool:
    """Does it begin as an item of a list? Few lines do, and patterns are slow."""
    letter = text[:1].isalpha() and text[1:2] != ")"
    return not letter and _BULLET.match(text) is not None


def _leads(text: str) -> bool:
    """A line of a table of contents, up to its page number?"""
    return text[-1:].isdigit() and bool(_LEADERS.search(text[-80:]))


def _level(part: Part, body_size: float) -> int:
    """1 for the largest type, 3 for bold lines of ordinary size, 0 for no heading at all."""
    if len(part.text) > _LONGEST_HEADING or not any(map(str.isalpha, part.text)):
        return 0
    ratio = part.size / body_size
    if ratio >= 1.5:
        return 1
    if ratio >= 1.15 and not part.text.endswith((".", ";", ",")):
        return 2
    few = len(part.lines) <= 3 and not part.text.endswith(_ENDS)
    return 3 if part.bold and few else 0


def _goes_on(group: Sequence[Line], line: Line, setting: Setting) -> bool:
    """Does this line continue the paragraph?"""
    last = group[-1]
    if last.joined:
        return True
    above, below, size = last.box, line.box, last.size
    if below[3] > above[3] + size * 0.5:
        # Up the page: the next column, where a sentence may run on.
        if last.text.endswith(_ENDS) or not line.text[0].islower():
            return False
        return _alike(last, line)
    own = line.size
    if above[1] - below[3] > setting.gap * (size if size > own else own) or not _alike(last, line):
        return False
    return -size * 0.3 < above[1] - below[1] < size * 0.3 or _runs_on(group, line, setting)


def _alike(last: Line, line: Line) -> bool:
    """One type, and nothing that begins or ends by itself."""
    if (last.size != line.size or last.bold != line.bold) and not _same_type(last, line):
        return False
    return not (_is_item(line.text) or _leads(last.text))


def _runs_on(group: Sequence[Line], line: Line, setting: Setting) -> bool:
    """A line that had room for the next one's first word was the paragraph's last."""
    last = group[-1]
    begin, _, end, _ = last.box
    left, _, right, _ = line.box
    text, size = line.text, line.size
    goes_on = text[0].islower() or -size < left + right - begin - end < size
    if not goes_on and len(group) > 1:
        indent = left - min([one.box[0] for one in group])
        if indent > size * 0.8:
            return False
    word = text.find(" ")
    if word < 0:
        word = len(text)
    if setting.edges[last.start] - end <= (word + 1) * _LETTER_WIDTH * size:
        return True
    return goes_on and not last.text.endswith(_ENDS) and not parts(last.text, text)


def _same_type(last: Line, line: Line) -> bool:
    larger, smaller = max(last.size, line.size), max(0.1, min(last.size, line.size))
    # Bold words stand inside paragraphs: weight parts only what looks finished.
    changed = last.bold != line.bold and not line.text[0].islower()
    return larger / smaller < 1.12 and not changed


def _part(group: Sequence[Line]) -> Part:
    if len(group) == 1:
        line = group[0]
        said = f"{line.text}{joint(line, '')}".strip() if line.joined else line.text
        return _new(Part, (said, line.size, line.bold, (line,)))
    texts, _, sizes, _, _, joined, bolds = zip(*group, strict=True)
    if True in joined:
        said = "".join(
            line.text + (joint(line, following) if line.joined else " ")
            for line, following in zip(group, (*texts[1:], ""), strict=True)
        )
    else:
        said = " ".join(texts)
    bold = sum(bolds) * 2 > len(group)
    size = _middle(list(sizes))
    return _new(Part, (said.strip(), size, bold, tuple(group)))


def _middle(sizes: list[float]) -> float:
    """The median."""
    sizes.sort()
    half = len(sizes) // 2
    return sizes[half] if len(sizes) % 2 else (sizes[half - 1] + sizes[half]) / 2
