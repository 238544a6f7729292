"""What people say came in and went out: every verb or noun of the two with the sum it governs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scoring.language.ru.folded import any_of
from scoring.remembered import of_text
from scoring.totals.counting import counted
from scoring.totals.labels import Concept
from scoring.totals.labels import concept as named
from scoring.totals.led import led
from scoring.totals.meant import only_meant
from scoring.totals.money import Sum
from scoring.totals.others import OF_TOWN
from scoring.totals.shared_out import shared_out
from scoring.totals.verbs import CAME, WENT

_PART = any_of(
    r"\bна (?!20\d\d|следующ|будущ|очередн|год|сумм|уровн|эт|деле|самом|счет|"
    r"все (?:дела|нужды|про|расходы|цели|задачи|обязательства|траты|статьи|это)\b)[а-я]",
    r"\b(?:от|из|за счет|для|больше|меньше)\s(?![-:]|план|запланир|не(?:го|е)\b|"
    r"(?:[а-я]+ ){0,2}(?:бюджет|казн|копилк|кошельк|сундук))",
    OF_TOWN,
    r"\bсвои(?:х|ми)? (?:[а-я]+ )?доход|\bсобственн",
    r"\bпо (?!проект|план|закон|прогноз|итог|расчет|предварит|данн|оценк|смет|факт)",
    r"налог|дотаци|субсиди|субвенци|безвозмездн|федеральн|местн|муниципальн|дополнительн|"
    r"\b(?:социальн|капитальн|текущ|прочи|иные|отдельн|программн|непрограммн|межбюджетн|условно|"
    r"остальн|первоочередн|приоритетн)[а-я]*\s+(?:[а-я]+\s+)?(?:расход|доход|трат|затрат|поступлени)",
    r"населени|граждан|предприяти|организаци|сэкономл|кредит|\bеще\b|\bтоже\b|\bжител|\bсемь|\bчел|фонд|район|посел|\bкажд|\bдуш[уи]\b",
)
"""Words of a clause that speaks of a part of the budget, or of somebody else's money."""
_ON_ALL = any_of(
    r"\bна (?:все )?(?:нужды|потребности|заботы|благо|пользу|жизнь|дела) "
    r"(?:(?:всех|наших|своих) )?(?:жител\w+|люд\w+|земляк\w+|граждан|населения|региона|области|"
    r"края|республики|округа)",
    r"\bна (?:все )?(?:наши|общие|свои) (?:общие )?(?:нужды|потребности|дела|цели)\b",
)
"""What all money is for: "на нужды жителей"."""
_FOR_ALL = any_of(
    r"\bна все (?:нужды|потребности|заботы|дела) (?:области|края|республики|округа|региона)\b"
)
_NAMED = re.compile(r"\b(?:бюджет|казн)")
_INSTEAD = re.compile(r"\b(?:вместо|взамен)\s+(?:[а-я]+\s+){0,3}$")
_ACCOUNT = any_of(r"\bна (?:единый |общий |казначейский )?счет (?:бюджета|казны|казначейства)\b")
_LIST = re.compile(r"\s*[-:]\sна [а-я]+(?: [а-я]+)?, [а-я ]+(?:, [а-я ]+)*\sи\s")
_PLANNED = any_of(
    r"\b(?:собирал\w+|планировал\w*|ждал[аи]?|ожидал\w*|рассчитывал\w*|хотел[аи]?|думал[аи]?|"
    r"должны были|намечал\w*|надеял\w*|запланирова\w+|план\w{0,2}|"
    r"мечтал[аи]?|намеревал[а-я]*)\b"
)
_OWN = r"(?:бюджет\w?|казн\w|кошельк\w|нас|кра[яею]|област\w|республик\w|округ\w?|регион\w?)"
_HAVE = re.compile(
    rf"\bсколько\b(?:[а-я ]{{0,20}}\b(?:денег|средств))?\s(?:[а-я]+ )?(?:у|в) (?:[а-я]+ )?{_OWN}"
    r"(?: [а-я]+)?(?: (?:денег|средств))?(?: (?:в|на) (?:этом|этот|20\d\d|будущ\w+|следующ\w+|"
    r"нов\w+|новом|текущ\w+)\s?(?:год\w?|г\.)?)?\W*\?"
)
"""How much there is at all: "Сколько у нас денег?", "Сколько денег в бюджете?"."""
_ASKED = (
    (Concept.REVENUE, re.compile(r"\b(?:откуда|из чего)\s+(?:[а-я]+\s+){1,3}$")),
    (Concept.EXPENDITURE, re.compile(r"\b(?:куда|на что)\s+(?:[а-я]+\s+){1,3}$")),
)
_ASKING = ("откуда", "из чего", "куда", "на что")
"""Titles of chapters: "Откуда возьмутся 45,2 миллиарда", "Куда пойдут 46,1 миллиарда"."""
_YOU_CAME = re.compile(
    r"\b(?:насобира[а-я]+|наскреб[а-я]+|накопил[аи]|соберете|собираете|получите|заработаете|ожидаете|ждете)\b"
)
_YOU_WENT = re.compile(
    r"\b(?:(?:по|ис)?тратите|израсходуете|расходуете|направите|отдадите|раздадите)\b"
)
"""Of a ministry people ask what it will do: "А сколько потратите?"."""
_INFINITIVE = re.compile(r"\w+т[ьи]\b")
_BREAK = re.compile(r"[.!?;]\s|(?<!\d)(?!20[1-4]\d\b(?! \d{3}))\d")
_GROWN = re.compile(r"\bна (?:[а-я]+ )?$")
_BY_SO_MUCH = re.compile(
    r"\b(?:вырос|выраст|увелич|возрос|возраст|подрос|прибав|сниз|сократ|уменьш|упа[лд]|поднял)"
    r"[а-я]* (?:[а-я]+ ){0,3}на (?:[а-я]+ )?$"
)
_MORE = re.compile(r"[ ,]*(?:больше|меньше|выше|ниже|превы)")
_TO = re.compile(
    r"\b(?:до|состав[а-я]+|дости[а-я]+|дош[а-я]+|дойд[а-я]+|равн[а-я]+),? (?:почти |около )?$|"
    r"[,:] ?(?:- ?)?(?:почти |около )?$"
)
_ELLIPTIC = re.compile(
    r"^\W*(?:[а-я]+(?: [а-я]+)?: )?\W*(?:а|и|ну|но|так)\s(?:[а-я]+,?\s){0,3}[а-я]+\W*\?"
)
"""A short question after another: "А уйдет?", "И сколько потратим?"."""
_AFTER = 40
"""Letters from a sum to the verb that follows it: "84,3 млрд рублей поступит в казну"."""
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Saying:
    """A sum of a sentence that its words say came in or went out, and how they say it.

    ``asked``: they ask where from or where to, as a title does. ``sure``: they name the budget and
    narrow nothing, so that the sum is all of it, whatever else is told.
    """

    concept: Concept
    sum: Sum
    start: int
    past: bool
    planned: bool
    asked: bool = False
    sure: bool = False


def sayings(plain: str, unit: float | None = None) -> tuple[Saying, ...]:
    """Every saying of a folded sentence whose clause speaks of the whole budget, in order.

    ``unit`` is announced for all sums that name none.
    """
    # With the unit left out and with none it is one question.
    return _told(plain, unit)


@of_text
def _told(plain: str, unit: float | None) -> tuple[Saying, ...]:
    return tuple(_read(plain, unit))


def _read(plain: str, unit: float | None) -> Iterator[Saying]:
    found = counted(plain, unit)
    if not found:
        return
    told: dict[int, Saying] = {}
    verbs = (
        (Concept.REVENUE, tuple(CAME.finditer(plain))),
        (Concept.EXPENDITURE, tuple(WENT.finditer(plain))),
    )
    bare = _without_replaced(plain, found)
    real = [s for s in found if bare[s.start : s.end].strip()]
    leads = any(words for _, words in verbs) and led(plain, found)
    for concept, words in verbs:
        for word in words:
            this = _led_by(word, found) if leads else _governed(bare, word, real)
            clause = _clause(plain, word, this) if this else ""
            if this is None or _PART.search(clause):
                continue
            before = told.get(this.start)
            if before is None or abs(word.start() - this.start) < abs(before.start - this.start):
                since = max((s.end for s in found if s.end <= word.start()), default=0)
                # "(по плану 70,1), израсходовано 72": the bracket is of the sum before.
                since = max(since, word.start() - _NEAR, bare.rfind(")", 0, word.start()))
                planned = _PLANNED.search(bare[since : this.start]) or only_meant(
                    bare[: this.start]
                )
                sure = of_all(concept, clause.replace(plain[this.start : this.end], " "))
                told[this.start] = Saying(
                    concept, this, word.start(), bool(word["past"]), bool(planned), sure=sure
                )
    told |= {said.start: said for said in _asked(plain, found)}
    told = _shared(plain, found, told)
    meant = False
    for _, said in sorted(told.items()):
        # "Должны были получить 68 млрд рублей и израсходовать 70": both were only meant.
        meant = said.planned or (meant and _INFINITIVE.match(plain, said.start) is not None)
        yield replace(said, planned=meant)
        yield from _meant(plain, said, found)


def of_all(said: Concept, words: str) -> bool:
    """Do words speak of all that comes into the budget or goes out, and of nothing narrower?"""
    words = re.split(r"[(,:]", words)[0]
    if _FOR_ALL.search(words):
        return True
    return _NAMED.search(words) is not None and named(words) is said


def _without_replaced(plain: str, found: Sequence[Sum]) -> str:
    """Sign for sign, but nothing where a sum stands instead of which another came."""
    for this in found if "вместо" in plain or "взамен" in plain else ():
        if said := _INSTEAD.search(plain[: this.start]):
            blank = " " * (this.end - said.start())
            plain = f"{plain[: said.start()]}{blank}{plain[this.end :]}"
    return plain


def _shared(plain: str, found: Sequence[Sum], told: dict[int, Saying]) -> dict[int, Saying]:
    """With what is shared out told of it: the verb of its clause is of no part that follows."""
    for concept, this, at in shared_out(plain, found):
        told = {start: said for start, said in told.items() if said.start != at}
        told[this.start] = Saying(concept, this, at, past=False, planned=False, sure=True)
    return told


def _asked(plain: str, found: Sequence[Sum]) -> Iterator[Saying]:
    for this in found if any(words in plain for words in _ASKING) else ():
        after = re.split(r"[.!?;,:]|\b(?:и|а|но|при)\b", plain[this.end :])[0]
        for concept, words in _ASKED:
            if words.search(plain[: this.start]) and not _PART.search(after):
                yield Saying(concept, this, this.start, past=False, planned=False, asked=True)


def _meant(plain: str, done: Saying, found: Sequence[Sum]) -> Iterator[Saying]:
    """The plan told beside what was done: "потратил 44,7 млрд рублей при плане 45,1"."""
    other = next((s for s in found if s.start >= done.sum.end), None)
    if other is None or done.planned:
        return
    between = plain[done.sum.end : other.start]
    told = _PLANNED.search(between) or re.search(r"\bвместо\b", between)
    if told and len(between) <= _NEAR and not (CAME.search(between) or WENT.search(between)):
        yield Saying(done.concept, other, other.start, past=False, planned=True)


@of_text
def asked(plain: str) -> Concept | None:
    """What a question asks for: "Сколько денег придёт в казну?"; None when it is of a part."""
    counts = re.search(r"\bскольк|\bкаков", plain) or _ELLIPTIC.match(plain)
    if "?" not in plain or not counts or _PART.search(plain):
        return None
    if _HAVE.search(plain):
        return Concept.REVENUE
    came = CAME.search(plain) or _YOU_CAME.search(plain)
    went = WENT.search(plain) or _YOU_WENT.search(plain)
    if (came is None) == (went is None):
        return None
    return Concept.REVENUE if came else Concept.EXPENDITURE


def _governed(plain: str, word: re.Match[str], found: Sequence[Sum]) -> Sum | None:
    """The sum after the word with no other number between; else the one right before it."""
    before = next((s for s in reversed(found) if s.end <= word.start()), None)
    if before is not None and not plain[before.end : word.start()].strip():
        return before
    after = next((s for s in found if s.start >= word.end()), None)
    if after and _grown(plain, after):
        return _risen_to(plain, after, found)
    if after and not _BREAK.search(plain[word.end() : after.start]):
        return after
    if before is None or word.start() - before.end > _AFTER:
        return None
    between = plain[before.end : word.start()]
    return None if re.search(r"[,.!?;:]|\b(?:и|а|но)\b", between) else before


def _led_by(word: re.Match[str], found: Sequence[Sum]) -> Sum | None:
    return next((s for s in reversed(found) if s.end <= word.start()), None)


def _grown(plain: str, this: Sum) -> bool:
    """Is the sum one by which a total grew: "выросли на 2,1 млрд", "на 2,5 млрд больше"?"""
    before = plain[: this.start]
    by = _GROWN.search(before) and _MORE.match(plain, this.end)
    return bool(by or _BY_SO_MUCH.search(before))


def _risen_to(plain: str, grown: Sum, found: Sequence[Sum]) -> Sum | None:
    """The sum to which it grew: "и составили 31,7 млрд", "больше, чем в 2024 году, - 32,1"."""
    to = next((s for s in found if s.start >= grown.end), None)
    between = plain[grown.end : to.start] if to else ""
    return to if to and _TO.search(between) and len(between) <= _NEAR else None


def _clause(plain: str, word: re.Match[str], this: Sum) -> str:
    """The words of one statement: back to a stop or the sum before, on to a stop or an "и"."""
    start, end = min(word.start(), this.start), max(word.end(), this.end)
    before = re.split(
        r"[.!?;]\s|\d\s*(?:тыс|млн|млрд|трлн|миллион|миллиард)\S*(?:\s+руб\w*)?", plain[:start]
    )[-1]
    # The full stop after "рублей" is read with the sum; after "руб." it may be the word's own.
    stopped = re.search(r"рубл\w+\.$", plain[start:end])
    after = "" if stopped else re.split(r"[.!?;,:]|\b(?:и|а|но|при)\b", plain[end:])[0]
    # "28 млрд рублей - на школы, больницы и автобусы" lists what all of it is for.
    listed = _LIST.match(plain, end)
    clause = _ACCOUNT.sub(" ", f"{before} {plain[start:end]} {'' if listed else after}")
    return _ON_ALL.sub(" ", clause)
