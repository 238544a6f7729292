"""Two sides of an account with a sum at the foot of each."""

from collections.abc import Iterator, Sequence

from scoring.totals.labels import concept
from scoring.totals.money import cell, lone, sums
from scoring.totals.titles import is_sum

_SIDES = 2

Row = Sequence[str]


def accounts(rows: Sequence[Row]) -> Iterator[Row]:
    """Two sides of an account, each summed up at its foot, as rows of label and figure.

    Under "Доходы" and "Расходы" the last row says "Всего | 52,3", or "Итого: 52,3 млрд рублей".
    """
    head, down = (rows[0], rows[1:]) if rows else ((), ())
    sides = [n for n, text in enumerate(head) if concept(text)]
    for row in down if len(sides) >= _SIDES else ():
        for n in sides:
            text, beside = (*row[n : n + 2], "", "")[:2]
            said = head[n + 1] if n + 1 < len(head) and n + 1 not in sides else ""
            if is_sum(text) and (cell(beside) is not None or lone(beside)):
                yield (f"{head[n]}, {said}" if said.strip() else head[n], beside)
            elif len(found := sums(text)) == 1 and found[0].unit:
                told = text[found[0].start : found[0].end]
                if is_sum(text.replace(told, " ")):
                    yield head[n], told
