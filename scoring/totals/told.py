"""Totals told in sentences: "Доходы бюджета на 2026 год составят 36 519,2 млн рублей"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from scoring.editions.years import fiscal, mentioned
from scoring.language.ru.folded import any_of, folded
from scoring.model import Block, BlockKind, Document
from scoring.totals.figures import Figure, Wanted
from scoring.totals.labels import Concept
from scoring.totals.money import Sum, sums
from scoring.totals.speaking import YEAR_BEFORE, Speaks, year_spoken_of

_CORES = any_of(
    r"\b(?P<excess>превышени\w+ расход\w+ (?:[а-я]+ )?над (?:[а-я]+ )?доход\w+)\b",
    r"\b(?P<remainder>превышени\w+ доход\w+ (?:[а-я]+ )?над (?:[а-я]+ )?расход\w+)\b",
    r"\b(?P<revenue>доход(?:ы|ов|ах|ами?)?|доходн(?:ая|ой|ую)(?: част[ьи])?)\b",
    r"\b(?P<expenditure>расход(?:ы|ов|ах|ами?)?|расходн(?:ая|ой|ую)(?: част[ьи])?)\b",
    r"\b(?P<deficit>дефицит(?:а|ом|е)?)\b",
    r"\b(?P<surplus>профицит(?:а|ом|е)?)\b",
)
_KINDS = (
    r"налогов|неналогов|собственн|денежн|среднедуш|прочи|ины[ех]|отдельн|дополнительн|текущ|"
    r"капитальн|социальн|программн|непрограммн|условно|межбюджетн|безвозмездн|недополученн|"
    r"выпадающ|остальн|первоочередн|приоритетн"
)
_SHARES = (
    r"прирост|рост|увеличени|уменьшени|снижени|сокращени|дол[яиюе]\b|част[ьи]\b|источник|"
    r"превышени|структур|обязательств|покрыти|основн\w+ стать|вид[аы]?\b"
)
_OTHERS = r"федеральн|местн|муниципальн|консолидированн|район"
_PART_BEFORE = re.compile(rf"\b(?:{_KINDS}|{_SHARES}|{_OTHERS})[\w ]{{0,30}}$")
_PART_AFTER = any_of(
    r"\bот\s|\bнаселени|\bграждан|за счет|без учета|в том числе|из них|в части|на душу|жител",
    r"\bна (?!\d{4}|планов|очередн|уровне|год)[а-я]",
    r"\bпо (?=[а-я])(?!сравнению|проект|закон|план|прогноз|состоянию|итог|данн|отчет|предварит|"
    r"оценк|расход|доход)",
    r"местн|муниципальн|консолидированн|федеральн|районн|городск",
    r"дорожн|фонд|дол[яи]\b|источник|внутренн|предельн|субсиди|дотаци|трансферт|налог|инвестиц|"
    r"социальн|заработн",
)
_OF_ANOTHER = any_of(
    r"^\W*(?:[а-я]+ ){0,2}(?:консолидированн\w+|местны[ейх]|муниципальн\w+|федеральн\w+)\s+"
    r"бюджет\w{0,3}(?:\s[а-я ]{0,50})?\s?[:-]\s",
)
_NEXT = re.compile(r"[,;]\s(?=(?:[а-я]+ ){0,2}(?:доход|расход|дефицит|профицит))")
_OWN = re.compile(r"\b(?:областн|краев|республиканск|окружн)\w+\s+бюджет")
_GREW = re.compile(
    r"\b(?:увелич|сократ|сниз|вырос|уменьш|выше|ниже|больше|меньше|"
    r"превы)\w*[^:]{0,40}?(?:на|в)?\s*$"
)
_GROWTH = re.compile(r"\b(?:рост|прирост|увеличение|снижение|сокращение|уменьшение)\b[^:,]{0,40}$")
_AGAINST = re.compile(
    r"(?:сравнени\w+ с|относительно|к уровню|против|чем в|уровня|к|с плана|показател\w+)\s+"
    r"(?:\w+\s+)?$"
)
_STRONG = re.compile(
    r"(?:состав\w+|в общ\w+ (?:сумме|объеме)|в (?:сумме|размере|объеме)|до|равн\w+|[-:,(])\s*$"
)
_PLANNED = re.compile(
    r"\b(?:план[а-я]*|запланиров\w+|уточненн\w+|назначени\w*|прогноз\w*)\W*(?:\w+\W+){0,2}$"
)
_ACTUAL = re.compile(
    r"\b(?:исполнен\w*|фактическ\w+|поступил\w*|израсходован\w*|составил[аио]?)\W*(?:\w+\W+){0,2}$"
)
_END = re.compile(r"(?<=[.!?])\s+(?=[А-ЯЁA-Z«\"])")
_BALANCED = any_of(
    r"бюджет\w*[^.!?]{0,60}?(?:сбалансирован\w*|бездефицитн\w+)|бездефицитн\w+ бюджет",
    r"дефицит\w*[^.!?\d]{0,40}?(?:отсутству\w+|равен нулю|нулев\w+|"
    r"не (?:запланирован|предусмотрен|планируется|устан[ао]вл|утвержд|прогнозируется))",
    r"дефицита (?:бюджета )?(?:нет|не было|не будет)\b|нет дефицита",
    r"бюджет\w*[^.!?]{0,60}без дефицита",
)
_SAID_OUTRIGHT = any_of(
    r"\bбюджет\w*[^.!?]{0,40}\b(?:сбалансирован|бездефицитен)\b",
    r"\bдефицита (?:бюджета )?(?:нет|не было|не будет)\b|\bнет дефицита\b",
)
_FOLLOWING = any_of(
    r"\s*(?:(?P<revenue>доходов)|(?P<expenditure>расходов)|(?P<deficit>дефицита)|"
    r"(?P<surplus>профицита))\b"
)
"""The name of a total right after its sum: "заложено 47,9 млрд рублей доходов"."""
_SOMEBODY_S = any_of(
    r"\bна (?!20\d\d|следующ|будущ|очередн|планов|год)[а-я]|\b(?:от|за счет|для|еще|из них)\s",
    r"\bкажд|жител|\bдуш[уи]\b|\bчелов|налог|дотаци|субсиди|безвозмездн|местн|муниципальн|федеральн",
    r"\bпринес|\bда(?:л[аои]?|ст|дут|ли)\b|отрасл|завод|предприяти|район",
)
"""Before such a sum: whose it is, when it is not the whole budget's."""
_NOT_ITS = re.compile(r"\bне\s?хват|\bнедоста|\bнехватк|\bразниц|\bоста[лн]|\bиз\s*$")
"""Words after which a sum is no longer what the sentence began with."""
_REPLACED = re.compile(r"\b(?:вместо|взамен)\s+(?:[а-я]+\s+){0,2}$")
_BOTH = re.compile(r"\bдоход\w{0,2} и (?:[а-я]+ )?расход\w{0,2}$")
_GENERAL_TRUTH = re.compile(r"если|когда|принцип|называ|означает|это бюджет|-\s*это")


_DOUBTED = 0.6
LONGEST = 2000
"""Letters of a sentence that are read: longer ones are tables run together, or hostile."""


def figures(document: Document, wanted: Wanted) -> Iterator[Figure]:
    """Every total told in the prose of ``document`` for the year wanted."""
    context: int | None = None
    for place, block in enumerate(document.blocks):
        if block.kind is BlockKind.BOILERPLATE:
            continue
        context, carried = _context(block, context), None
        for sentence in _END.split(block.text):
            year = Speaks(context, carried)
            yield from _in(sentence[:LONGEST], block, wanted, year, place)
            carried = year_spoken_of(sentence[:LONGEST]) or carried


def _context(block: Block, before: int | None) -> int | None:
    """The year a heading or a line ending in a colon sets for what follows it."""
    if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
        named = fiscal(block.text)
        years = {year for year, _ in mentioned(block.text)}
        return named.year if named and (named.strength == 3 or len(years) == 1) else None
    if block.text.rstrip().endswith(":") and (named := fiscal(block.text[-LONGEST:])):
        return named.year
    return before


def _in(
    sentence: str, block: Block, wanted: Wanted, speaks: Speaks, place: int
) -> Iterator[Figure]:
    plain = folded(sentence)
    found = [s for s in sums(sentence) if s.unit]
    for this in found:
        owner = _owner(plain, this)
        if owner is None or not _whole(plain, owner, this):
            continue
        trust = _trust(plain, found, this, wanted, speaks)
        if trust is None:
            continue
        value = this.roubles(None) or 0.0
        trust += 0.3 * bool(_STRONG.search(plain[owner.end() : this.start]))
        for concept, sign in _concepts(plain, owner, this, _row(plain, found, this)):
            yield Figure(concept, sign * abs(value), trust, _quote(sentence), block.locator, place)
    if _BALANCED.search(plain) and not _GENERAL_TRUTH.search(plain):
        said = next((year for year, _ in mentioned(sentence)), speaks.year)
        if said == wanted.year or (said is None and _SAID_OUTRIGHT.search(plain)):
            trust = 1.0 if said else 0.6
            yield Figure(Concept.BALANCE, 0.0, trust, _quote(sentence), block.locator, place)


def _owner(plain: str, this: Sum) -> re.Match[str] | None:
    if after := _FOLLOWING.match(plain, this.end):
        return after
    before = [m for m in _CORES.finditer(plain) if m.end() <= this.start]
    return before[-1] if before else None


def _concepts(
    plain: str, owner: re.Match[str], this: Sum, row: list[Sum]
) -> tuple[tuple[Concept, int], ...]:
    """What a sum is of: "доходы и расходы составят по 5" of both, "5 и 6" of each in turn."""
    if owner.lastgroup == "expenditure" and _BOTH.search(plain[: owner.end()]):
        both = ((Concept.REVENUE, 1), (Concept.EXPENDITURE, 1))
        if len(row) == len(both):
            return (both[row.index(this)],)
        return both if re.search(r"\bпо\s+$|одинаков|равн", plain[owner.end() : this.start]) else ()
    match owner.lastgroup:
        case "revenue":
            return ((Concept.REVENUE, 1),)
        case "expenditure":
            return ((Concept.EXPENDITURE, 1),)
        case "deficit" | "excess":
            return ((Concept.BALANCE, -1),)
    return ((Concept.BALANCE, 1),)


def _whole(plain: str, owner: re.Match[str], this: Sum) -> bool:
    """The sum is of the whole, not of a kind of it, a share, a growth or somebody else's."""
    if owner.start() >= this.end:
        tail = re.split(r"[.,;]|\bи\b", plain[owner.end() :])[0]
        head = re.split(r"[;:]|\d\s(?:тыс|млн|млрд|трлн)\S*\sруб\S*", plain[: this.start])[-1]
        part = _PART_AFTER.search(tail) or re.search(r"\b(?:больше|меньше)\b", tail)
        return not (part or _SOMEBODY_S.search(head))
    between = plain[owner.end() : this.start]
    if _NOT_ITS.search(between) or _REPLACED.search(between):
        return False
    if _REPLACED.search(plain[: owner.start()]):
        return False
    if len(between) > 200 or _PART_BEFORE.search(plain[: owner.start()]):
        return False
    if re.search(r"\bнад\s+$", plain[: owner.start()]):
        return False
    another = _OF_ANOTHER.match(plain)
    if another and not _OWN.search(plain[another.end() : owner.start()]):
        return False
    grew = _GREW.search(between) and not _STRONG.search(between)
    return not (grew or _GROWTH.search(between) or _PART_AFTER.search(_bare(between)))


def _bare(between: str) -> str:
    """The words between, without the sums other years have there."""
    return re.sub(r"\d[\d ]*(?:[.,]\d+)?", "0000", between)


def _trust(plain: str, found: list[Sum], this: Sum, wanted: Wanted, speaks: Speaks) -> float | None:
    year = _year(plain, found, this)
    if year is None and YEAR_BEFORE.search(plain[: this.start]):
        return None
    if (year or speaks.carried or speaks.heading or wanted.year) != wanted.year:
        # The sentence before may have spoken in passing of another budget.
        return _DOUBTED if year is None and speaks.heading == wanted.year else None
    trust = 2.5 if year else 2.2 if speaks.year else 1.4
    before = _NEXT.split(plain[max(0, this.start - 60) : this.start])[-1]
    wrong = _PLANNED if wanted.fact else _ACTUAL
    return trust - 1.5 * bool(wrong.search(before))


def _year(plain: str, found: list[Sum], this: Sum) -> int | None:
    """The year a sum belongs to: by its place in a list of years, else the year just before it."""
    row = _row(plain, found, this)
    years = [(y, at) for y, at in mentioned(plain) if at < row[0].start]
    years = [(y, at) for y, at in years if not _AGAINST.search(plain[:at])]
    group = _last_group(plain, years)
    if len(row) > 1 and len(group) == len(row):
        return group[row.index(this)]
    after = re.match(r"\s*\(?(?:в|на|за)?\s*(20\d\d)", plain[this.end :])
    if after and (not group or "(" in after[0]):
        return int(after[1])
    return group[0] if group else (int(after[1]) if after else None)


def _row(plain: str, found: list[Sum], this: Sum) -> list[Sum]:
    """The sums listed together with ``this``: "10,5, 11,2 и 12,0 млн рублей"."""
    rows: list[list[Sum]] = [[found[0]]]
    for left, right in pairwise(found):
        between = plain[left.end : right.start]
        near = re.fullmatch(r"\s*(?:рублей)?\s*(?:,|;|и|,\s*и)\s*", between)
        rows[-1].append(right) if near else rows.append([right])
    return next(row for row in rows if this in row)


def _last_group(plain: str, years: list[tuple[int, int]]) -> list[int]:
    group: list[int] = []
    end = 0
    for year, at in years:
        between = plain[end:at]
        joined = group and re.fullmatch(r"[^\d.;:(]{0,40}", between)
        group = [*group, year] if joined else [year]
        end = at + 4
    return group


def _quote(sentence: str) -> str:
    return sentence.strip()[:400]
