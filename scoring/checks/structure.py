"""Are there contents or headings, and paragraphs of readable length?"""

import re
from statistics import median
from typing import ClassVar, Literal

from pydantic import Field

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.heads import main_blocks, standing, styled
from scoring.checks.texts import TextCheck
from scoring.language.ru.folded import folded
from scoring.language.ru.signs import holds
from scoring.model import Answered, BlockKind, Dossier, Edition, EditionFile, Evidence

_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_CONTENTS = re.compile(r"^\W*(?:содержание|оглавление|contents)\b\W*(?:\d+\W*)?$|\.{5,}\s*\d+\W*$")
_SENTENCE_END = re.compile(r"[.!?…;:][\"'»”)\]]*$")
_MOST_QUOTED = 3


class Structure(TextCheck):
    """Half for headings or contents, half for paragraphs of readable length.

    At least ``headings`` different headings, ``lines`` that stand as headings do where none are
    styled (scans, plain text), or a table of contents; at most ``longest`` words
    in the median paragraph. A paragraph is a block of running text; where an edition has none
    (slides of fragments), its pieces of text are taken for paragraphs. An edition of nothing but
    tables has no paragraphs and gets no half for them.
    """

    kind: Literal["structure"]
    laid_out: ClassVar[bool] = True
    headings: int = Field(default=2, ge=1, le=100)
    lines: int = Field(default=3, ge=1, le=100)
    longest: int = Field(default=80, ge=10, le=1000)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Cite headings or contents, and the longest paragraphs when they are too long."""
        told = [f for f in files if f.role != "data"] or list(files)
        heads = styled(told)
        if len(heads) < self.headings and len(lines := standing(told)) >= self.lines:
            heads |= lines
        contents = _contents(told)
        marked = bool(contents) or len(heads) >= self.headings
        long = _paragraphs(told)
        middle = float(median(words for words, _ in long)) if long else 0.0
        readable = bool(long) and middle <= self.longest
        proof = [*(contents or list(heads.values()))[:_MOST_QUOTED]]
        if long and not readable:
            proof += [
                evidence for _, evidence in sorted(long, key=lambda one: -one[0])[:_MOST_QUOTED]
            ]
        return measured(
            0.5 * marked + 0.5 * readable,
            _words(len(heads), bool(contents), middle),
            proof or in_files(edition),
        )


def _contents(files: list[EditionFile]) -> list[Evidence]:
    """A page of contents: its heading, or lines that lead to a page by dots."""
    return [
        in_file(file, block.locator, block.text)
        for file in files
        for block in file.document.blocks
        if holds(_CONTENTS, folded(block.text[:200]).strip())
    ][:_MOST_QUOTED]


def _paragraphs(files: list[EditionFile]) -> list[tuple[int, Evidence]]:
    """Words of each paragraph and the paragraph."""
    pieces = [
        (len(block.text.split()), block, file)
        for file, block in main_blocks(files)
        if block.kind in _TEXT and block.text.strip()
    ]
    ended = [one for one in pieces if _SENTENCE_END.search(one[1].text.strip())]
    return [(n, in_file(file, block.locator, block.text)) for n, block, file in ended or pieces]


def _words(heads: int, contents: bool, middle: float) -> tuple[str, str]:  # noqa: FBT001 - a fact
    ru = "Есть содержание" if contents else f"Заголовков: {heads}"
    en = "There is a table of contents" if contents else f"Headings: {heads}"
    if not middle:
        return f"{ru}; связных абзацев нет.", f"{en}; there are no paragraphs."
    return (
        f"{ru}; в типичном абзаце слов: {middle:.0f}.",
        f"{en}; words in a typical paragraph: {middle:.0f}.",
    )
