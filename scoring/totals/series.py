"""A total told for several periods in a row: "доходы вырастут с 66,1 до 70,2 млрд рублей"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from scoring.editions.years import mentioned
from scoring.language.ru.folded import any_of, folded
from scoring.model import Block, BlockKind, Document
from scoring.totals.alike import united
from scoring.totals.columns import kind
from scoring.totals.labels import Concept, concept, over_years
from scoring.totals.money import Sum, like_a_year, sums, unit
from scoring.totals.owned import part_of_total

_LONGEST = 2000
_END = re.compile(r"(?<=[.!?])\s+(?=[А-ЯЁ«\"])")
_WHO = r"(?:область|край|республика|округ|регион|мы|бюджет|казна)"
_CORE = any_of(
    r"\b(?P<revenue>доход(?:ы|ов|ах|ами?)|доходн\w+ част[ьи]|"
    rf"{_WHO} (?:[а-я]+ )?(?:получ|собрал|собер)\w+)\b",
    r"\b(?P<expenditure>расход(?:ы|ов|ах|ами?)|расходн\w+ част[ьи]|"
    rf"{_WHO} (?:[а-я]+ )?(?:потра|израсход)\w+)\b",
)
_NAMED = any_of(
    _CORE.pattern, r"\b(?P<other>дефицит|профицит|долг|налог|дотаци|субсиди|трансферт)\w*"
)
_PERIOD_WORDS = re.compile(
    r"\W*+(?>(?:\d{1,4}|в|во|на|за|с|со|до|к|по|и|а|но|против|вместо|чем|то|это|же|уже|еще|всего|он[иа]?|"
    r"когда|тогда|сейчас|теперь|ранее|раньше|назад|затем|далее|потом|соответственно|год\w{0,3}|г|"
    r"период\w*|планов\w+|план\w*|запланир\w+|факт\w*|оценк\w+|прогноз\w*|ожида\w+|жд[еу]\w+|исполнен\w*|"
    r"уточнен\w+|первоначальн\w+|утвержден\w+|проект\w*|закон\w*|отчет\w*|прошл\w+|позапрошл\w+|"
    r"предыдущ\w+|текущ\w+|следующ\w+|будущ\w+|нынешн\w+|эт\w{1,3}|перв\w+|втор\w+|трет\w+|состав\w+|"
    r"был\w*|буд[еу]т|стал\w*|стан\w+|выр[ао]с\w*|увелич\w+|возр[ао]с\w*|подн\w+|сниз\w+|уменьш\w+|"
    r"сократ\w+|упад\w+|достиг\w+|дойд\w+|получ\w+|собр\w+|собер\w+|поступ\w+|потра\w+|израсход\w+|"
    r"прид\w+|уйд\w+|больше|меньше|выше|ниже|сравнени\w+|уровн\w+|руб\w*|почти|около|примерно|более|"
    r"процент\w*|или|при|сумм\w+|об[ъь]ем\w*|размер\w*|равн\w+|собирал\w+|рассчитывал\w+|хотел\w+|м|"
    r"му|го|й|х|из|них|было|показател\w+|"
    r"от(?= (?:[а-я]+ )?план)|очередн\w+|финансов\w+|бюджет\w{0,2}|"
    r"область|край|республика)"
    r"\b\W*+)*+"
)
_WHEN = any_of(
    r"\bпозапрошл|\bпрошл|\bпредыдущ|\bгод(?:ом)? (?:назад|ранее|раньше)|\bтеперь|\bсейчас|"
    r"\bэтом\b|\bтекущ|\bследующ|\bбудущ|\bнынешн"
)
_CHANGED = re.compile(r"\bна\s+(?:[а-я]+\s+)?$")
_SAME = 0.005
_LEAST = 1e6
_BOTH = 2


@dataclass(frozen=True, slots=True)
class Period:
    """A sum of a total and its period: a year or a word for it, plan or fact; () when unsaid."""

    concept: Concept
    roubles: float
    when: tuple[int | str, ...]
    quote: str
    locator: str


def series(document: Document) -> Iterator[list[Period]]:
    """The periods each paragraph tells a total for, a list a paragraph and total.

    The lines under a heading that names a total tell it together, in the unit it announces.
    """
    over: Concept | None = None
    heading, listed = "", list[Period]()
    for block in document.blocks:
        if block.kind is BlockKind.BOILERPLATE:
            continue
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            yield listed
            heading, listed = block.text, []
            over = concept(heading) or over_years(heading)
        elif over or _CORE.search(folded(block.text[:_LONGEST])):
            for told in _of_block(block, over, unit(heading) if over else None):
                listed += told if over and told[:1] and told[0].concept is over else ()
                yield told
    yield listed


def _of_block(block: Block, over: Concept | None, said: float | None) -> Iterator[list[Period]]:
    told: dict[Concept, list[Period]] = {}
    last = over
    for sentence in _END.split(block.text[:_LONGEST]):
        plain = folded(sentence)
        found = [s for s in _measured(plain, said) if s.unit and s.unit >= _LEAST]
        cores = list(_NAMED.finditer(plain))
        # After both totals a sentence without a name tells of both: see ``echoes``.
        if not cores and last is not None and found and len(told) < _BOTH:
            run = list(_run(plain, 0, found))
            told.setdefault(last, []).extend(_periods(plain, 0, run, last, block))
        for core, after in zip_longest(cores, cores[1:]):
            last = None
            if core["other"] or part_of_total(plain, core):
                continue
            end = after.start() if after else len(plain)
            mine = [s for s in found if core.end() <= s.start < end]
            if mine and after and _owns(plain, mine[-1], after):
                mine = mine[:-1]
            start = _before(plain, core, found)
            run = [
                *(s for s in found if start <= s.start < core.start()),
                *_run(plain, core.end(), mine),
            ]
            last = Concept.REVENUE if core["revenue"] else Concept.EXPENDITURE
            ended = max((s.end for s in found if s.end <= start), default=0)
            told.setdefault(last, []).extend(_periods(plain, ended, run, last, block))
    yield from told.values()


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
    yield from found


def _before(plain: str, core: re.Match[str], found: list[Sum]) -> int:
    """Where the words of a period before the name begin: "с 2025 годом (70,2 млрд) доходы"."""
    near = [s for s in found if s.end <= core.start()]
    if near and _PERIOD_WORDS.fullmatch(plain[near[-1].end : core.start()]):
        head = re.split(r"[;:]", plain[: near[-1].start])[-1]
        if _PERIOD_WORDS.fullmatch(head):
            return near[-1].start - len(head)
    return core.start()


def _run(plain: str, start: int, found: list[Sum]) -> Iterator[Sum]:
    """The sums with nothing but words of time and change between them."""
    for place, this in enumerate(found):
        between = plain[start : this.start]
        if (place or not start) and not _PERIOD_WORDS.fullmatch(between):
            return
        if not _CHANGED.search(between):
            yield this
        start = this.end


def _periods(
    plain: str, start: int, run: list[Sum], concept: Concept, block: Block
) -> Iterator[Period]:
    starts, ends = [s.start for s in run], [s.end for s in run]
    before = [plain[a:b] for a, b in zip([start, *ends[:-1]], starts, strict=False)]
    after = [plain[a:b] for a, b in zip(ends, [*starts[1:], len(plain)], strict=False)]
    turn = bool(run) and not _when(before[0]) and bool(_when(after[0]))
    for this, words in zip(run, after if turn else before, strict=True):
        quote = block.text[:300].strip()
        yield Period(concept, this.roubles(None) or 0.0, _when(words), quote, block.locator)


def _when(words: str) -> tuple[int | str, ...]:
    years = [year for year, _ in mentioned(words)]
    spoken = _WHEN.search(words)
    told = kind(words)
    named: tuple[int | str, ...] = (years[-1],) if years else (spoken[0],) if spoken else ()
    return (*named, *((told,) if told in ("plan", "fact") else ()))


def distinct(periods: list[Period]) -> list[Period]:
    """One for each period and sum: of those that say no period each sum is one."""
    kept: list[Period] = []
    for one in periods:
        known = any(
            abs(one.roubles - k.roubles) <= _SAME * k.roubles or (one.when and one.when == k.when)
            for k in kept
        )
        kept += [] if known else [one]
    return kept
