"""A balance told without its name: "не хватает 6,5 млрд", "расходы больше доходов на 5,5 млрд"."""

from collections.abc import Iterator

from scoring.language.ru.folded import any_of, folded
from scoring.model import BlockKind, Document
from scoring.totals.figures import Figure
from scoring.totals.labels import Concept
from scoring.totals.money import Sum, sums

_BEFORE = any_of(
    r"\b(?:расход|доход)\w{0,3}\b[^.!?\d]{0,60}\b(?:больше|меньше|выше|ниже|превы[сш]\w+)\b"
    r"[^.!?\d]{0,60}$",
    r"\b(?:не\s?хват\w+|нехватк\w+|недоста\w+|разниц\w+|дыр[аыу]|покры\w+)\b[^.!?\d]{0,60}$",
    r"\b(?:плюс\w*|минус\w*|остал\w+|остан\w+|остат\w+|сберег\w+|сэкономи\w+|лишни\w+)\b"
    r"[^.!?\d]{0,40}$",
)
_AFTER = any_of(
    r"^[^.!?\d]{0,20}\b(?:не\s?хват\w+|недоста\w+|остан\w+|остал\w+|плюс\w*|дефицит\w*|профицит\w*)\b"
)
_SLIP = 0.03
"""A gap told roundly ("почти 2 млрд") may differ from the exact difference by this share."""
LONGEST = 2000


def figures(document: Document, revenue: Figure, expenditure: Figure) -> Iterator[Figure]:
    """The gap between what comes in and what goes out, where words say that it is one.

    Such words are said of many things; the sum is the balance only when it is the difference
    of the two totals, whose order gives its sign. It is read, never computed.
    """
    difference = revenue.roubles - expenditure.roubles
    for place, block in enumerate(document.blocks):
        if block.kind is BlockKind.BOILERPLATE:
            continue
        text = block.text[:LONGEST]
        for this in _told(folded(text)):
            value = abs(this.roubles(None) or 0.0)
            if value and abs(abs(difference) - value) <= _SLIP * value:
                signed = value if difference > 0 else -value
                quote = text[max(0, this.start - 120) : this.end + 40].strip()
                yield Figure(Concept.BALANCE, signed, 1.0, quote, block.locator, place)


def _told(plain: str) -> Iterator[Sum]:
    for this in sums(plain):
        if this.unit and (_BEFORE.search(plain[: this.start]) or _AFTER.search(plain[this.end :])):
            yield this
