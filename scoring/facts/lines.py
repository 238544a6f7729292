"""Facts of slides and leaflets: a label and its figure on a line, or on two lines side by side."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from scoring.editions.years import mentioned
from scoring.facts.captioned import captioned
from scoring.facts.fact import Fact, Form, Unit
from scoring.facts.headings import years_of
from scoring.facts.measure import Measure, measure
from scoring.facts.quantity import Quantity, per_resident, quantities
from scoring.language.ru.folded import folded
from scoring.locator import leaf
from scoring.model import Block, BlockKind
from scoring.totals.money import sums
from scoring.totals.money import unit as money

_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
LONGEST = 160
"""Letters of a line that may be a label or a figure."""
_WORDS = re.compile(r"[^\W\d_]{3,}")
_UNITS = re.compile(
    r"\b(?:руб\w*|тыс\w*|млн|млрд|миллион\w*|миллиард\w*|трлн|год\w*|процент\w*|"
    r"чел(?:овека?)?)\b|₽"
)
_TAIL = re.compile(r"^(?P<label>(?>.*[^\W\d_]).*?)[\s:–—-]+(?P<n>[-–−]?\d[\d ]*(?:[.,]\d+)?)$")
_PAIR = re.compile(
    r"(?P<label>[^\W\d_][^\d]*?)[\s:–—-]*(?P<n>\d[\d ]*(?:[.,]\d+)?)(?=[.,;]?(?:\s|$)|[^\W\d_])"
)
_AND_NEXT = re.compile(r"^(?P<n>\d[\d ]*(?:,\d+)?) (?P<label>[^\W\d][^\d]{2,80})$")
_AHEAD = re.compile(r"^(?P<n>\d[\d ]*(?:,\d+)?)\s*[—–-]\s*(?P<label>[^\W\d][^\d]*)$")
_STOPPED = re.compile(r"\d[.;]\s")
_AROUND = 5
"""A line with two before it and two behind."""
_BETWEEN = 2
"""Signs that may part two bars of a chart: a stop and a blank."""
_ROUBLES = re.compile(r"руб|₽|р\.")
_PEOPLE = re.compile(
    r"^\W*(?:\w+ ){0,2}(?:человек|жител|населени|семей|детей|людей)|\bжив(?:ет|ут|ем)\b"
)
# Behind a big figure: "приходится на одного жителя. Нас 5,4 миллиона."
_GOES_ON = re.compile(r"^([а-яё][^.!?\d]{2,120})[.!?]\s")
_ARROW = re.compile(r"\s*(?:→|➔|➜|=>|[-–—]+>|[/|])\s*")
_ENUMERATED = re.compile(r"^\s*\d{1,2}[.)]\s+(?=[А-ЯЁ])")
_YEAR_ALONE = re.compile(r"^\W*(?:на\s)?(?:\d\d\.\d\d\.)?20[1-4]\d(?:\s?(?:год[а-я]?|г\.?))?\W*$")
_YEARLIKE = re.compile(r"^20[1-4]\d$")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page, the quantity it is or ends in, and its label when it has one."""

    text: str
    label: str
    figure: Quantity | None
    locator: str
    above: tuple[str, ...]
    head: bool = False


def on_lines(told: Sequence[tuple[Block, tuple[str, ...]]]) -> Iterator[Fact]:
    """Every figure shown by lines standing alone, page by page; ``told`` are blocks and headings.

    Figures that sentences tell are not repeated: a line with words and a unit beside its number
    is read by ``scoring.facts.clauses``.
    """
    for _, group in groupby(told, key=lambda pair: leaf(pair[0].locator)):
        pairs = list(group)
        announced = _announced([block for block, _ in pairs])
        page = [
            line for block, above in captioned(pairs) for line in _lines(block, above, announced)
        ]
        page = list(_labels_apart(page, announced)) if announced else page
        yield from _paired([_no_year(page, n, announced) for n in range(len(page))])


def _labels_apart(page: Sequence[_Line], announced: Measure) -> Iterator[_Line]:
    """A figure and the label of the next one, which were read as one line, each by itself.

    "налоговые", "16 980 неналоговые", "584" are two labels over their figures.
    """
    label = False
    for number, line in enumerate(page):
        run = _AND_NEXT.match(line.text) if label and line.figure is None else None
        after = page[number + 1] if number + 1 < len(page) else None
        figure = _bare(run["n"], announced) if run else ()
        if run and figure and after and _lone(after):
            yield replace(line, text=run["n"], label="", figure=figure[0])
            yield replace(line, text=run["label"], label=run["label"])
            continue
        label = _pure(line) and not any(map(str.isdigit, line.text))
        yield line


def _no_year(page: Sequence[_Line], index: int, announced: Measure | None) -> _Line:
    """The line; a number like a year among bars of whole numbers is one: "Культура / 2011"."""
    line = page[index]
    yearly = line.text.isdigit() and _YEAR_ALONE.match(line.text)
    near = page[max(0, index - 2) : index + 3] if yearly else ()
    if len(near) < _AROUND:
        return line
    bars = _pure(near[1]) and _pure(near[3]) and near[0].text.isdigit() and near[4].text.isdigit()
    if not bars or any(map(_YEAR_ALONE.match, (near[0].text, near[4].text))):
        return line
    factor, unit = (announced.factor, announced.unit) if announced else (1.0, Unit.BARE)
    return replace(line, label="", figure=Quantity(int(line.text) * factor, unit, 0, 4))


def _announced(blocks: Sequence[Block]) -> Measure | None:
    """The unit a line of the page states for bare numbers."""
    for block in blocks:
        since = numbered.end() if (numbered := _ENUMERATED.match(block.text)) else 0
        text = block.text[since:] if len(block.text) - since <= LONGEST else ""
        said = measure(text) if money(text) and not quantities(text) else None
        if said is not None and said.unit in (Unit.MONEY, Unit.PER_RESIDENT):
            return said
    return None


def _lines(block: Block, above: tuple[str, ...], announced: Measure | None) -> Iterator[_Line]:
    for text in filter(None, map(str.strip, block.text.splitlines())):
        if len(text) > LONGEST:
            begun = _GOES_ON.match(text)
            yield _Line("", begun[1] if begun else "", None, block.locator, above)
            continue
        for label, figure in _several(text, announced) or (_parts(text, announced),):
            yield _Line(text, label, figure, block.locator, above, block.kind in _HEADS)


def _several(text: str, announced: Measure | None) -> list[tuple[str, Quantity | None]]:
    """Bars of a chart run together in one line: "Образование 24,1 Культура 2,9"."""
    found = list(_PAIR.finditer(text))
    if quantities(text) or sum(len(m[0].strip()) for m in found) < len(text) - _BETWEEN * len(
        found
    ):
        return []
    if _STOPPED.search(text) and not all("," in m["n"] for m in found):
        return []
    pairs = [(m["label"].strip(" :–—-"), _bare(m["n"], announced)) for m in found]
    return [(label, figure[0]) for label, figure in pairs if figure] if len(pairs) > 1 else []


def _parts(text: str, announced: Measure | None) -> tuple[str, Quantity | None]:
    """("", figure) of "24,1 млрд", (label, bare figure) of "Образование 24,1", (label, None)."""
    if _YEAR_ALONE.match(text):
        return text, None
    if not _WORDS.search(_UNITS.sub(" ", folded(text))):
        found = quantities(text) or _bare(text, announced)
        return "", found[0] if len(found) == 1 or _in_turn(text, found) else None
    ended = _TAIL.match(text)
    if ended and not quantities(text) and not _YEARLIKE.match(ended["n"]):
        figure = _bare(ended["n"], announced)
        return ended["label"].strip(" :–—-"), figure[0] if figure else None
    ahead = _AHEAD.match(text) if announced and not quantities(text) else None
    if ahead and (told := _bare(ahead["n"], announced)):
        return ahead["label"].strip(" ."), told[0]
    begun = _GOES_ON.match(text)
    return (begun[1] if begun else "" if quantities(text) else text), None


def _in_turn(text: str, found: Sequence[Quantity]) -> bool:
    """Figures of one thing, an arrow or a bar between them: "54 % → 47 % → 41 %"."""
    between = (text[a.end : b.start] for a, b in pairwise(found))
    return len({q.unit for q in found}) == 1 and all(_ARROW.fullmatch(sign) for sign in between)


def _bare(text: str, announced: Measure | None) -> tuple[Quantity, ...]:
    found = [s for s in sums(text) if not (s.number.is_integer() and 2010 <= s.number <= 2045)]
    factor = announced.factor if announced else 1.0
    unit = announced.unit if announced else Unit.BARE
    return tuple(Quantity(round(s.number * factor, 2), unit, s.start, s.end) for s in found)


def _paired(page: Sequence[_Line]) -> Iterator[Fact]:
    """Labels with figures of their own, then lone figures with the label next to them."""
    told = any(line.figure for line in page)
    figures_first = told and _figures_first(page)
    for index, line in enumerate(page if told else ()):
        if line.figure is None:
            continue
        if line.label:
            yield _fact(line.label, line, line.figure)
            continue
        first = _local(page, index)
        first = figures_first if first is None else first
        label = _beside(page, index, figures_first=first)
        if label is not None:
            yield _fact(label.label + _tail(page, index, label), line, line.figure)


def _local(page: Sequence[_Line], index: int) -> bool | None:
    """Do figures stand over labels where they take turns? None when both ends are alike.

    A title over figures with their labels, or the title of what comes next, is one label more; it
    is set as a heading where the others are not.
    """
    start = end = index
    if index > 1 and _lone(page[index - 1]) and _pure(page[index - 2]) and _goes_on(page, index):
        return False
    while start and _turns(page[start - 1], page[start]):
        start -= 1
    while end + 1 < len(page) and _turns(page[end + 1], page[end]):
        end += 1
    first, last = page[start], page[end]
    if _lone(first) != _lone(last):
        return _lone(first)
    if _lone(first) or first.head == last.head:
        return None
    return first.head


def _turns(one: _Line, other: _Line) -> bool:
    return (_lone(one) and _pure(other)) or (_pure(one) and _lone(other))


def _tail(page: Sequence[_Line], index: int, label: _Line) -> str:
    """What goes on behind a figure: "29,9 %" and "к собственным доходам" on the next line."""
    after = page[index + 2] if index + 2 < len(page) else None
    # Where labels stand over their figures the next one is of the next figure.
    taken = index > 0 and page[index - 1] is label and after is not None and _lone(after)
    if not _goes_on(page, index) or page[index + 1] is label or taken:
        return ""
    return f" … {page[index + 1].label}"


def _goes_on(page: Sequence[_Line], index: int) -> bool:
    after = page[index + 1] if index + 1 < len(page) else None
    return after is not None and _pure(after) and after.label[:1].islower()


def _figures_first(page: Sequence[_Line]) -> bool:
    """Does a figure stand over its label? The first of the two tells, titles and captions apart."""
    told = (line for line in page if bool(line.label) != bool(line.figure))
    first = next((n for n in told if n.figure or not (n.head or _announces(n.text))), None)
    return first is not None and not first.label


def _beside(page: Sequence[_Line], index: int, *, figures_first: bool) -> _Line | None:
    """The label of a lone figure: the line after it where figures come first, else before.

    A figure set as a heading stands over its label. Labels one after another and then as many
    figures are two columns read in turn.
    """
    if page[index].head:
        figures_first = True
    start = index
    while start and _lone(page[start - 1]):
        start -= 1
    run = next((n for n, line in enumerate(page[start:]) if not _lone(line)), len(page) - start)
    labels = [line for line in page[max(0, start - run) : start] if _pure(line)]
    if not figures_first and run > 1 and len(labels) == run:
        return labels[index - start]
    if run > 1 and page[index].figure != page[start].figure and not figures_first:
        index = start if _other_units(page[start : start + run]) else index
    at = index + (1 if figures_first else -1)
    return page[at] if 0 <= at < len(page) and _pure(page[at]) else None


def _other_units(run: Sequence[_Line]) -> bool:
    """A sum and its share or change, one under another, are of one thing."""
    units = [line.figure.unit for line in run if line.figure]
    return len(set(units)) == len(units)


def _announces(text: str) -> bool:
    """Does a line announce the unit of figures?

    "Школы и сады" counts none, and "Расходы на одного жителя" labels one of them.
    """
    said = measure(text)
    return said is not None and said.unit is not Unit.COUNT and not per_resident(folded(text))


def _lone(line: _Line) -> bool:
    return line.figure is not None and not line.label


def _pure(line: _Line) -> bool:
    return line.figure is None and bool(line.label)


def _fact(label: str, line: _Line, figure: Quantity) -> Fact:
    named = tuple(dict.fromkeys(year for year, _ in mentioned(f"{label} {line.text}")))
    quote = line.text if line.label else f"{label} … {line.text}"
    roubles = figure.unit is not Unit.MONEY or _ROUBLES.search(line.text.lower())
    people = not roubles and _PEOPLE.search(folded(label)) is not None
    return Fact(
        label,
        figure.value,
        Unit.COUNT if people else figure.unit,
        Form.LINE,
        quote,
        line.locator,
        noun=figure.noun,
        years=named or years_of(line.above),
        above=line.above,
        whole=quote,
    )
