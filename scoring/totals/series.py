"""A total told for several periods in a row: "доходы вырастут с 66,1 до 70,2 млрд рублей"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from scoring.facts.numerals import in_digits
from scoring.language.ru.folded import any_of, folded
from scoring.model import Block, BlockKind, Document
from scoring.remembered import of_text
from scoring.totals.alike import united
from scoring.totals.labels import Concept, concept, over_years, whole
from scoring.totals.money import Sum, like_a_year, sums, unit
from scoring.totals.owned import part_of_total
from scoring.totals.period import Period, when
from scoring.totals.sayings import sayings
from scoring.totals.spans import PERIOD_WORDS, barred, spanned

_LONGEST = 2000
_END = re.compile(r"\s(?<=[.!?]\s)\s*(?=[А-ЯЁ«\"])")
_WHO = r"(?:область|край|республика|округ|регион|мы|бюджет|казна)"
_WHOSE = r"области|края|республики|округа|региона|бюджета|казны"
_CORE = any_of(
    r"\b(?P<revenue>доход(?:ы|ов|ах|ами?)|доходн\w+ част[ьи]|"
    rf"{_WHO} (?:[а-я]+ )?(?:получ|собрал|собер)\w*|(?:получ|собер)[а-я]+ {_WHO})\b",
    r"\b(?P<expenditure>расход(?:ы|ов|ах|ами?)|расходн\w+ част[ьи]|"
    rf"{_WHO} (?:[а-я]+ )?(?:потра|израсход|трати)\w+|(?:по)?трат[а-я]+ {_WHO}|"
    rf"все траты (?:[а-я]+ )?(?:{_WHOSE}))\b",
    r"\b(?P<balance>(?:дефицит|профицит)(?:а|ом|е)?)\b(?! кадр)",
)
_NAMED = any_of(_CORE.pattern, r"\b(?P<other>долг|налог|дотаци|субсиди|трансферт)\w*")
_BOTH_NAMED = re.compile(r"\b(?:доход|расход)\w{0,2} и (?:[а-я]+ )?(?:доход|расход)\w{0,2}$")
_AND = re.compile(r"(?:\s?(?:тыс|млн|млрд)\.?(?:\s?руб\w*\.?)?)?\s?и\s?")
_CHANGED = re.compile(r"\bна\s+(?:(?!деле)[а-я]+\s+)?$")
_LEAST = 1e6
_LARGE = 1e9
"""A sum in roubles or thousands is small change below this."""
_BOTH = 2
_LABEL = 100
_NEAR = 3
_NUMBERS = range(100)
"""Of cards and slides; no sum stands for itself so small."""
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)

_Sum = tuple[float, tuple[int | str, ...]]
"""Roubles and their period."""
_Row = tuple[Concept, tuple[_Sum, ...]]


def series(document: Document) -> Iterator[list[Period]]:
    """The periods each paragraph tells a total for, a list a paragraph and total.

    The lines under a heading that names a total tell it together, in the unit it announces; so do
    those under a question, a card's label or the words before a list, up to the next such line.
    """
    over: Concept | None = None
    heading, listed = "", list[Period]()
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.BOILERPLATE:
            continue
        if over and unit(block.text) and whole(block.text):
            heading = f"{heading}, {block.text}"
        elif block.kind in _HEADS or _is_label(block):
            yield listed
            heading, listed = block.text, []
            over = concept(heading.rstrip(" :?")) or over_years(heading)
        elif over or _CORE.search(folded(block.text[:_LONGEST])):
            said = (unit(heading) if over else None) or _noted(document.blocks, number)
            for told in _of_block(block, over, said):
                listed += told if over and told[:1] and told[0].concept is over else ()
                yield told
    yield listed


def _is_label(block: Block) -> bool:
    """A short line without a sum that is no sentence: it heads the lines behind it."""
    text = block.text.strip()
    if len(text) > _LABEL or text.endswith((".", "!", ";")):
        return False
    return all(s.unit is None and s.number in _NUMBERS for s in sums(text))


def _noted(blocks: Sequence[Block], number: int) -> float | None:
    """The unit a line near a row of bare sums is there to say: "* млрд рублей, 2026-2028 годы"."""
    plain = folded(blocks[number].text)
    if len(plain) > _LABEL or not barred(plain, sums(plain)):
        return None
    around = blocks[max(0, number - _NEAR) : number + 1 + _NEAR]
    lines = (b.text for b in around if len(b.text) <= _LABEL)
    return next(filter(None, (unit(t) for t in lines if all(map(like_a_year, sums(t))))), None)


def _of_block(block: Block, over: Concept | None, said: float | None) -> Iterator[list[Period]]:
    quote = block.text[:300].strip()
    for of, told in _told(block.text[:_LONGEST], over, said):
        yield [Period(of, value, words, quote, block.locator) for value, words in told]


@of_text
def _told(text: str, over: Concept | None, said: float | None) -> tuple[_Row, ...]:
    """The sums a paragraph tells of each total, wherever it stands, and the period of each."""
    told: dict[Concept, list[_Sum]] = {}
    last = over
    for written in map(folded, _END.split(text)):
        # What names nothing, where nothing was named before it, tells of nothing.
        if last is None and not _NAMED.search(written):
            continue
        plain = in_digits(written)
        found = [s for s in _measured(plain, said) if _of_budget(s)]
        cores = list(_NAMED.finditer(plain))
        # After both totals a sentence without a name tells of both: see ``echoes``.
        both = len(told.keys() - {Concept.BALANCE}) == _BOTH
        # "Край получит 68,9 млрд. Потратит 72,3": a verb and its sum are of the other total.
        spoken = {said.concept for said in sayings(plain)} if last and found else set()
        last = None if not cores and len(spoken) == 1 and spoken != {last} else last
        if not cores and last is not None and found and not both:
            run = list(_run(plain, 0, found))
            told.setdefault(last, []).extend(_periods(plain, 0, run))
        for core, after in zip_longest(cores, cores[1:]):
            last = None
            if core["other"] or part_of_total(plain, core):
                continue
            end = after.start() if after else len(plain)
            mine = [s for s in found if core.end() <= s.start < end]
            if mine and after and _owns(plain, mine[-1], after):
                mine = mine[:-1]
            # "Доходы 64, расходы 67, дефицит 3 (в 2025 году: 60, 62 и 2)": a list of all three.
            mine = mine[:1] if core["balance"] and len(told) >= _BOTH else mine
            start = _before(plain, core, found)
            run = [
                *(s for s in found if start <= s.start < core.start()),
                *_run(plain, core.end(), mine),
            ]
            both_named = _BOTH_NAMED.search(plain[: core.end()]) is not None
            run = run[::2] if both_named and _pairs(plain, run) else run
            last = next(c for c in Concept if core[c])
            ended = max((s.end for s in found if s.end <= start), default=0)
            told.setdefault(last, []).extend(_periods(plain, ended, run))
    return tuple((concept, tuple(sums_of)) for concept, sums_of in told.items())


def _of_budget(this: Sum) -> bool:
    large = (this.roubles(None) or 0.0) >= _LARGE
    return this.unit is not None and (this.unit >= _LEAST or large)


def _owns(plain: str, this: Sum, name: re.Match[str]) -> bool:
    """Is a sum of the name right behind it? "64,5 млрд доходов против 67,1 млрд расходов"."""
    return name[0].endswith("ов") and not plain[this.end : name.start()].strip()


def _measured(plain: str, said: float | None) -> Iterator[Sum]:
    """The sums, those without a unit in the one said over them: "Доходы, млрд рублей: 97,0"."""
    found = tuple(united(sums(plain)))
    if not any(s.unit for s in found):
        ahead = unit(plain[: found[0].start]) if found else None
        said = ahead or said
        found = tuple(replace(s, unit=said) for s in found if not like_a_year(s)) if said else ()
    yield from spanned(plain, found)


def _before(plain: str, core: re.Match[str], found: list[Sum]) -> int:
    """Where the words of a period before the name begin: "с 2025 годом (70,2 млрд) доходы"."""
    near = [s for s in found if s.end <= core.start()]
    if near and PERIOD_WORDS.fullmatch(plain[near[-1].end : core.start()]):
        head = re.split(r"[;:]", plain[: near[-1].start])[-1]
        if PERIOD_WORDS.fullmatch(head):
            return near[-1].start - len(head)
    return core.start()


def _pairs(plain: str, run: Sequence[Sum]) -> bool:
    """Are sums told two by two: "было 50,1 и 53,9 млрд рублей, стало 52,3 и 55,1"?"""
    return len(run) > 1 and _AND.fullmatch(plain[run[0].end : run[1].start]) is not None


def _run(plain: str, start: int, found: list[Sum]) -> Iterator[Sum]:
    """The sums with nothing but words of time and change between them."""
    for place, this in enumerate(found):
        between = plain[start : this.start]
        if (place or not start) and not PERIOD_WORDS.fullmatch(between):
            return
        if not _CHANGED.search(between):
            yield this
        start = this.end


def _periods(plain: str, start: int, run: list[Sum]) -> Iterator[_Sum]:
    starts, ends = [s.start for s in run], [s.end for s in run]
    before = [plain[a:b] for a, b in zip([start, *ends[:-1]], starts, strict=False)]
    after = [plain[a:b] for a, b in zip(ends, [*starts[1:], len(plain)], strict=False)]
    turn = bool(run) and not when(before[0]) and bool(when(after[0]))
    for this, words in zip(run, after if turn else before, strict=True):
        yield this.roubles(None) or 0.0, when(words)
