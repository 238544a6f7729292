"""Which total each sum of a sentence is of: "доходы составят 36 млрд" is of all the revenue."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scoring.language.ru.folded import any_of
from scoring.totals.amended import replaced
from scoring.totals.even import even
from scoring.totals.labels import Concept
from scoring.totals.money import Sum
from scoring.totals.others import OF_TOWN
from scoring.totals.turns import in_turn, row

_CORES = any_of(
    r"\b(?P<excess>превышени\w+ расход\w+ (?:[а-я]+ )?над (?:[а-я]+ )?доход\w+)\b",
    r"\b(?P<remainder>превышени\w+ доход\w+ (?:[а-я]+ )?над (?:[а-я]+ )?расход\w+)\b",
    r"\b(?P<revenue>доход(?:ы|ов|ах|ами?|е|ом)?|доходн(?:ая|ой|ую)(?: (?:част[ьи]|баз[аыуе]))?)\b",
    r"\b(?P<expenditure>расход(?:ы|ов|ах|ами?|е|ом)?|расходн(?:ая|ой|ую)(?: част[ьи])?|"
    r"расходные обязательства)\b",
    r"\b(?P<deficit>дефицит(?:а|ом|е)?|отрицательн\w+ сальдо)\b",
    r"\b(?P<surplus>профицит(?:а|ом|е)?|положительн\w+ сальдо)\b",
)
_KINDS = (
    r"налогов|неналогов|собственн|свои(?:х|ми)?\b|денежн|среднедуш|прочи|ины[ех]|отдельн|дополнительн|текущ|"
    r"капитальн|социальн|программн|непрограммн|условно|межбюджетн|безвозмездн|недополученн|"
    r"выпадающ|остальн|первоочередн|приоритетн"
)
_SHARES = (
    r"прирост|рост|увеличени|уменьшени|снижени|сокращени|дол[яиюе]\b|част[ьи]\b|источник|"
    r"превыш|превыс|больше|меньше|выше|ниже|структур|"
    r"обязательств|покры|основн\w+ стать|вид[аы]?\b"
)
_PAID_BACK = r"компенсаци|возмещени|возмещ[аеу]|компенсиру"
_OTHERS = r"федеральн|местн|муниципальн|консолидированн|район"
_PART_BEFORE = re.compile(
    rf"\b(?:(?:{_KINDS})[\w (),]{{0,40}}|(?:{_SHARES}|{_OTHERS}|{_PAID_BACK})[\w ]{{0,30}}|"
    r"(?:больше|меньше|выше|ниже),? чем (?:[а-я]+ )?)$"
)
_PART_AFTER = any_of(
    r"\bот\s|\bнаселени|\bграждан|за счет|без учета|в том числе|из них|в части|на душу|жител",
    r"\bна (?!\d{4}|планов|очередн|уровне|год|нынешн|текущ|следующ|"
    r"будущ|это[тм]|тот же|деле|самом деле)[а-я]",
    r"\bпо (?=[а-я])(?!(?:е[ег]о?|их|мо[еи][а-я]) |[а-я]+ (?:[а-я]+ )?словам|словам|"
    r"сравнению|проект|закон|план|прогноз|состоянию|итог|данн|отчет|предварит|"
    r"оценк|расход|доход)",
    r"местн|муниципальн|консолидированн|федеральн|район|городск",
    r"\bв рамках\b|(?:государственн|национальн|региональн|федеральн)\w+ (?:программ|проект)|"
    r"\b(?:гос|под|нац)(?:программ|проект)|\bпрограммн",
    r"дорожн|фонд|дол[яи]\b|источник|внутренн|предельн|субсиди|дотаци|трансферт|налог|инвестиц|"
    r"социальн|заработн",
)
_OF_ANOTHER = any_of(
    r"^\W*(?:[а-я]+ ){0,2}(?:консолидированн\w+|местны[ейх]|муниципальн\w+|федеральн\w+)\s+"
    r"бюджет\w{0,3}(?:\s[а-я ]{0,50})?\s?[:-]\s",
)
_OWN = re.compile(r"\b(?:областн|краев|республиканск|окружн)\w+\s+бюджет")
_GREW = re.compile(
    r"\b(?:увелич|сократ|сниз|вырос|уменьш|выше(?!л)|ниже|больше|меньше|"
    r"превы)\w*[^:]{0,40}?(?:на|в)?\s*$"
)
_GROWTH = re.compile(r"\b(?:рост|прирост|увеличение|снижение|сокращение|уменьшение)\b[^:,]{0,40}$")
_STRONG = re.compile(
    r"(?:состав\w+|дости[гч]\w+|не превы\w+|"
    r"в общ\w+ (?:сумме|объеме)|в (?:сумме|размере|объеме)|до|равн\w+|[-:,(])\s*$"
)
_FOLLOWING = any_of(
    r"\s*(?:(?P<revenue>доходов)|(?P<expenditure>расходов)|(?P<deficit>дефицита)|"
    r"(?P<surplus>профицита))\b",
    r"\s*(?:по|в) (?:(?P<incoming>доходам|доходной части)|"
    r"(?P<outgoing>расходам|расходной части))\b",
)
"""The name of a total right after its sum: "заложено 47,9 млрд рублей доходов"."""
_IN_BRACKETS = re.compile(
    r"(?:\s?руб\w*\.?)?\s\((?:(?P<revenue>доходы)|(?P<expenditure>расходы)|(?P<deficit>дефицит)|"
    r"(?P<surplus>профицит))\)"
)
_NAMED_AFTER = any_of(
    r"\s*+[-(]?\s*+(?:(?:состав[а-я]+|достигн[а-я]+|буд[еу]т|равн[а-я]+) )?"
    r"(?:(?:ее|его|их|наши?) )?"
    r"(?:(?P<revenue>доходы)|(?P<expenditure>расходы)|(?P<deficit>дефицит)|"
    r"(?P<surplus>профицит))\b"
)
"""Where no name stands before the first sum, each has its own after it: "74,5 млрд ₽ доходы"."""
_MORE_BEFORE = re.compile(r"\bна\s+(?:[а-я]+\s+)?$")
_MORE_AFTER = re.compile(
    r"\s*+(?:\([^)]*+\)\s*+)?,?\s*+(?:больше|меньше|выше|ниже|превы|увелич|сниз|выр|сокра)"
)
_SOMEBODY_S = any_of(
    r"\bна (?!20\d\d|следующ|будущ|очередн|планов|год)[а-я]|"
    r"\b(?:от|за счет|для(?! (?:нас|себя|области|края|республики|региона|округа)\b)|еще|из них)\s",
    r"\bкажд|жител|\bдуш[уи]\b|\bчелов|налог|дотаци|субсиди|безвозмездн|местн|муниципальн|федеральн",
    r"\bпринес|\bда(?:л[аои]?|ст|дут|ли)\b|отрасл|завод|предприяти|район",
)
"""Before such a sum: whose it is, when it is not the whole budget's."""
_NOT_ITS = re.compile(
    r"\bпокр(?:ы[вт]|о[юе])|\bзакр(?:ы[вт]|о[юе])|\bпогас|\bне\s?хват|\bнедоста|\bнехватк|\bразниц|\bоста[лн]|\bиз\s*$"
)
"""Words after which a sum is no longer what the sentence began with."""
_TURNED = {
    "revenue": any_of(r"\b(?:по|ис)?тратит\b|\b(?:по|ис)трат(?:им|ят|ил[аои]?)\b|\bизрасход"),
    "expenditure": any_of(r"\b(?:получ(?:ит|им|ат|ил[аои]?)|собер(?:ет|ем|ут)|собрал[аои]?)\b"),
}
"""Verbs after a name by which the sum is of the other: "при доходе в 88 млрд потратит 90"."""
_REPLACED = re.compile(r"\b(?:вместо|взамен)\s+(?:[а-я]+\s+){0,2}$")
_EXCEEDED = re.compile(r"\b(?:превы[сш][а-я]+|обгон[а-я]+|опере[а-я]+) (?:[а-я]+ )?$")
_COMPARED = re.compile(
    r"(?:\([^()]*\) )?(?:больше|меньше|выше|ниже|превы[сш][а-я]+),? (?:чем )?(?:[а-я]+ )?$"
)
_SAME = re.compile(
    r"[^.!?\d]{0,25}\bрасход\w{0,2}\b[^.!?\d]{0,20}\b"
    r"(?:в т[оа][йм] же (?:сумме|объеме|размере)|столько же)"
)
"""The expenditure told by the revenue before it: "расходов в той же сумме"."""
_BOTH = re.compile(
    r"\bдоход\w{0,2}(?: [а-я]+)?,?(?: так)? и (?:по )?(?:[а-я]+ )?расход\w{0,2}$|"
    r"\bрасход\w{0,2}(?: [а-я]+)?,?(?: так)? и (?:по )?(?:[а-я]+ )?доход\w{0,2}$"
)


_OF_TOWN = re.compile(OF_TOWN)
_ASIDE = re.compile(r"\([^()\d]*+\)")
_EQUATION = re.compile(
    r"\bдоход\w* (?:[а-я]+ )?(?:минус|за вычетом) (?:[а-я]+ )?расход\w*(?=[^.!?]{0,40}\d)"
)


_NAMES = ("доход", "расход", "фицит", "сальдо", "стольк")
"""What the patterns here and those of ``even`` and ``turns`` all have one of; most have not."""


@dataclass(frozen=True, slots=True)
class Owned:
    """A sum and the totals it is of, each with its sign; ``stated`` when a verb says outright."""

    sum: Sum
    of: tuple[tuple[Concept, int], ...]
    stated: bool


def owned(plain: str, found: Sequence[Sum]) -> Iterator[Owned]:
    """The sums of a folded sentence that are of whole totals; ``found`` are all with a unit."""
    if not any(name in plain for name in _NAMES) or _OF_TOWN.search(plain):
        return
    if equation := _EQUATION.search(plain):
        yield from _subtracted([s for s in found if s.start >= equation.end()])
        return
    if both := even(plain, found):
        yield Owned(both, ((Concept.REVENUE, 1), (Concept.EXPENDITURE, 1)), stated=True)
        return
    named = dict(in_turn(plain, found))
    for this in found:
        if this in named:
            yield Owned(this, (named[this],), stated=True)
            continue
        owner = _owner(plain, this, found)
        if owner is None or not _whole(plain, owner, this):
            continue
        listed = row(plain, found, this)
        stated = _STRONG.search(plain[owner.end() : listed[0].start]) is not None
        of = _concepts(plain, owner, this, listed)
        same = of == ((Concept.REVENUE, 1),) and _SAME.match(plain, this.end)
        yield Owned(this, (*of, (Concept.EXPENDITURE, 1)) if same else of, stated)


def _subtracted(found: Sequence[Sum]) -> Iterator[Owned]:
    """Of "доходы минус расходы: 61,3 - 62,8 = -1,5" each; of the difference alone only itself."""
    if len(found) <= 1:
        return
    less = abs(found[0].roubles(None) or 0.0) < abs(found[1].roubles(None) or 0.0)
    signs = ((Concept.REVENUE, 1), (Concept.EXPENDITURE, 1), (Concept.BALANCE, -1 if less else 1))
    for this, of in zip(found, signs, strict=False):
        yield Owned(this, (of,), stated=True)


def _owner(plain: str, this: Sum, found: Sequence[Sum]) -> re.Match[str] | None:
    if after := _FOLLOWING.match(plain, this.end) or _IN_BRACKETS.match(plain, this.end):
        return after
    if not _CORES.search(plain[: found[0].start]) and (
        after := _NAMED_AFTER.match(plain, this.end)
    ):
        return after
    before = _names_before(plain, this)
    # "Расходы превысят доходы на 8,8 млрд и составят 110": the subject is what is told of.
    while (
        len(before) > 1
        and not _bracketed(plain, before[-1], this)
        and _EXCEEDED.search(plain[: before[-1].start()])
    ):
        before.pop()
    return before[-1] if before else None


def _names_before(plain: str, this: Sum) -> list[re.Match[str]]:
    """The names before a sum; those in brackets only explain: "профицит (доходов больше)"."""
    before = [m for m in _CORES.finditer(plain) if m.end() <= this.start]
    asides = [m.span() for m in _ASIDE.finditer(plain, 0, this.start)]
    outside = [m for m in before if not any(a < m.start() < b for a, b in asides)]
    return outside or before


def _concepts(
    plain: str, owner: re.Match[str], this: Sum, listed: Sequence[Sum]
) -> tuple[tuple[Concept, int], ...]:
    """What a sum is of: "доходы и расходы составят по 5" of both, "5 и 6" of each in turn."""
    if owner.lastgroup in ("revenue", "expenditure") and (
        named := _BOTH.search(plain[: owner.end()])
    ):
        both = ((Concept.REVENUE, 1), (Concept.EXPENDITURE, 1))
        if len(listed) == len(both):
            turned = named[0].startswith("р")
            return (both[listed.index(this) - turned],)
        between = plain[owner.end() : this.start]
        return both if len(listed) == 1 or re.search(r"\bпо\s+$|одинаков|равн", between) else ()
    match owner.lastgroup:
        case "revenue" | "incoming":
            return ((Concept.REVENUE, 1),)
        case "expenditure" | "outgoing":
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
    between = _ASIDE.sub(" ", plain[owner.end() : this.start])
    if _MORE_BEFORE.search(between) and _MORE_AFTER.match(plain, this.end):
        return False
    if replaced(plain, this) or _not_its(owner, between):
        return False
    if _REPLACED.search(plain[: owner.start()]):
        return False
    if len(between) > 200 or _PART_BEFORE.search(_words_before(plain, owner, this)):
        return False
    if re.search(r"\bнад\s+$", plain[: owner.start()]):
        return False
    another = _OF_ANOTHER.match(plain)
    if another and not _OWN.search(plain[another.end() : owner.start()]):
        return False
    grew = _GREW.search(between) and not _STRONG.search(between)
    return not (grew or _GROWTH.search(between) or _PART_AFTER.search(_bare(between)))


def _not_its(owner: re.Match[str], between: str) -> bool:
    """Is it of something else than the name before it? Fines go "в доход бюджета"."""
    if owner[0] == "доход" and re.search(r"\bв $", owner.string[: owner.start()]):
        return True
    turned = _TURNED.get(owner.lastgroup or "", _REPLACED)
    return any(words.search(between) for words in (_NOT_ITS, _REPLACED, turned))


def _words_before(plain: str, owner: re.Match[str], this: Sum) -> str:
    """The words before a name: "доходы (79,1 млрд) меньше расходов (83,6 млрд)" are both whole."""
    before = plain[: owner.start()]
    return _COMPARED.sub("", before) if _bracketed(plain, owner, this) else before


def _bracketed(plain: str, owner: re.Match[str], this: Sum) -> bool:
    return plain[owner.end() : this.start + 1].rstrip("0123456789") == " ("


def part_of_total(plain: str, owner: re.Match[str]) -> bool:
    """Do the words around a total's name make it a kind of it, a share or somebody else's?"""
    tail = re.split(r"[.;:]|\d\s*(?:тыс|млн|млрд|трлн|миллион|миллиард)", plain[owner.end() :])[0]
    return bool(_PART_BEFORE.search(plain[: owner.start()]) or _PART_AFTER.search(_bare(tail)))


def _bare(between: str) -> str:
    """The words between, without the sums other years have there."""
    return re.sub(r"\d[\d ]*(?:[.,]\d+)?", "0000", between)
