"""What a sentence says was done with a budget on a day: brought in, signed, reported."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scoring.dating.printed import MONTHS, Found, Said, days, said
from scoring.dating.shown import title_at
from scoring.editions.clues import Clues
from scoring.editions.lookalikes import news
from scoring.editions.stages import within_year
from scoring.editions.years import fiscal
from scoring.language.ru.folded import folded

ACT, SENTENCE, NEWS = 3, 2, 1
"""How surely a day is that of the deed."""
_SPANS = {
    "submitted": ((-1, 9, 1), (-1, 12, 20)),
    "signed": ((-1, 11, 1), (0, 3, 31)),
    "reported": ((1, 3, 1), (1, 8, 31)),
    "executed_law": ((1, 4, 1), (1, 12, 31)),
}
"""From when until when a deed may be done, by years from the fiscal year: else it is another's."""
_OTHERS = re.compile(
    r"федеральн|-фз\b|\bфонд\w{0,2}\b|страхован|муниципальн|городско|города\b|районн|района\b|"
    r"местн\w+ бюджет|поселени|внесени\w+ изменени|о поправках|консолидированн"
)
_FUTURE = re.compile(
    r"\b(?:будет|будут|планиру\w+|предстоит|должен|должны|необходимо|ожида\w+|внес[её]т|внесут|"
    r"вносит(?:ся)?|ежегодно|обычно|не позднее|срок\w*)\b"
)
_BROUGHT = re.compile(r"\bвнес(?:л[аио]|ен[аоы]?)?\b")
_HANDED = re.compile(
    r"\bнаправ(?:ил[аио]?|лен[аоы]?)\b|\bпредставлен[аоы]?\b|\bпоступил[аио]?\b|"
    r"\bпереда(?:н[аоы]?|л[аио]?)\b"
)
_PARLIAMENT = re.compile(
    r"\b(?:дум[уеы]|собрани[еяю]|совет\w{0,2}|госсовет\w{0,2}|парламент\w{0,2}|хурал\w{0,2}|"
    r"курулта\w{1,2}|депутат\w{1,2}|законодател\w+)\b"
)
_ELSEWHERE = re.compile(
    r"контрольно-сч|\bксп\b|(?:\bв|на рассмотрение|на согласование)\s+правительств|\bна слушани|"
    r"внес\w+ (?:изменени|поправ)"
)
_BILL = re.compile(r"\bпроект\w{0,2}\b|\bзаконопроект\w{0,2}\b")
_REPORT = re.compile(r"\bотч[её]т\w{0,2}\b")
_EXECUTION = re.compile(r"\bисполнени")
_SIGNED = re.compile(r"\bподписа[лн]\w*")
_LAW = re.compile(r"\bзакон(?:а|ом|у)?\b|\bподписа\w+ (?:[а-я]+ ){0,2}бюджет\b")
_BUDGET = re.compile(r"\bбюджет")
_ACT_OF = re.compile(r"\bзакон(?:а|ом|у)?\b(?P<whose>[^.;№]{0,90}?)\bот\s*$")
_NUMBERED = re.compile(r"^\s*+\"?\s*+(?:г\.?|года)?\s*+,?\s*+(?:№|n)\s*+(?P<number>[\w/-]{1,20})")
_TITLE = re.compile(r"\bоб?\s+(?:[а-я-]+\s+){0,4}бюджете?\w{0,2}\b[^№]{0,90}?\bна\s+(20\d\d)\b")
_OUTCOME = re.compile(r"\bоб\s+исполнении\s[^№]{0,120}?\bбюджета\b[^№]{0,90}?\bза\s+(20\d\d)\b")
_PLAN = re.compile(r"\bбюджет\w{0,2}\s+(?:[а-я-]+\s+){0,4}на\s+(20\d\d)\b[^.;]*$")
_UNLIKE = re.compile(r"\bоб? (?!(?:[а-я-]+\s+){0,4}бюджет)[а-я]|об исполнении")
"""An act with a title of its own that is another."""
_YEARLESS = re.compile(rf"(?<![\d.,])(\d{{1,2}})\s+((?:{'|'.join(MONTHS)})[а-я]*)(?!\w|\s*,?\s*20)")


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed of one of ``_SPANS`` done on a day, how surely, and the words that say so."""

    moment: str
    year: int
    day: date
    weight: int
    quote: str


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole paper is about: its fiscal year, whether of a budget, the day of its news.

    ``law`` is the budget law it is headed by, when it is headed by one and no other.
    """

    law: tuple[str, int] | None
    year: int | None
    budget: bool
    news_day: date | None
    until: date

    @classmethod
    def of(cls, clues: Clues, until: date) -> "Context":
        """From the title page; ``until`` is the day it was seen."""
        named = fiscal(clues.cover_text)
        plain = folded(clues.cover_text)
        own = bool(_BUDGET.search(plain)) and not _OTHERS.search(plain)
        day = _day_of_news(clues) if news(clues) else None
        heads = (folded(text) for text in (clues.cover_text, *(b.text for b in clues.headings)))
        laws = {law for head in heads if not _OTHERS.search(head) and (law := _of_title(head))}
        law = laws.pop() if len(laws) == 1 else None
        return cls(law, named.year if named else None, own, day, until)


def may_tell(text: str) -> bool:
    """A quick look: most texts of a site tell of no deed."""
    plain = folded(text)
    return any(word in plain for word in ("закон", "проект", "отчет", "подписа"))


def told(text: str, about: Context) -> Iterator[Deed]:
    """Every deed told in one sentence or row of a listing."""
    plain = folded(text)
    acts = [*_acts(text, plain, about)]
    yield from acts
    if acts or _OTHERS.search(plain) or _FUTURE.search(plain):
        return
    for moment in _verbs(plain, about):
        year = _year(text, about)
        for day, weight in _when(text, plain, moment, year, about):
            fiscal_year = year or _by_day(moment, day)
            if _possible(moment, fiscal_year, day, about.until):
                yield Deed(moment, fiscal_year, day, weight, text)


def _acts(text: str, plain: str, about: Context) -> Iterator[Deed]:
    """A law by its day and number, its title before or after."""
    for found in days(text):
        before, after = plain[max(0, found.start - 400) : found.start], plain[found.end :]
        named, numbered = _ACT_OF.search(before), _NUMBERED.match(after)
        if not named or not numbered or _BILL.search(before[-120:]):
            continue
        title = after[numbered.end() : numbered.end() + 260]
        whole = f"{before[named.start() :]} {numbered['number']} {title}"
        if _OTHERS.search(whole) or numbered["number"].endswith("фз"):
            continue
        deed = _of_title(title) or _of_title(before[-260:])
        deed = deed or (None if _UNLIKE.search(whole) else about.law or _of_plan(before))
        if deed and _possible(*deed, found.day, about.until):
            start = found.start - len(before) + named.start()
            quote = text[max(0, start - 40) : found.end + 200].strip()
            yield Deed(*deed, found.day, ACT, quote)


def _of_title(title: str) -> tuple[str, int] | None:
    if match := _OUTCOME.search(title):
        return "executed_law", int(match[1])
    match = _TITLE.search(title)
    return ("signed", int(match[1])) if match else None


def _of_plan(before: str) -> tuple[str, int] | None:
    """The law a budget is said to be by: "Областной бюджет на 2026 год (закон от ...)"."""
    match = _PLAN.search(before[-120:])
    return ("signed", int(match[1])) if match else None


def _verbs(plain: str, about: Context) -> Iterator[str]:
    """What the sentence says was done, by its verb and what it was done with."""
    if not (_BUDGET.search(plain) or about.budget):
        return
    outcome = bool(_EXECUTION.search(plain))
    if _brought(plain) and _REPORT.search(plain) and outcome:
        if not within_year(plain):
            yield "reported"
    elif _brought(plain) and _BILL.search(plain) and not outcome:
        yield "submitted"
    elif _SIGNED.search(plain) and _LAW.search(plain) and not outcome and not _BILL.search(plain):
        yield "signed"


def _brought(plain: str) -> bool:
    """Given to the parliament: to be shown to the public or the auditors is another thing."""
    if _ELSEWHERE.search(plain):
        return False
    handed = _HANDED.search(plain) and _PARLIAMENT.search(plain)
    return bool(_BROUGHT.search(plain) or handed)


def _year(text: str, about: Context) -> int | None:
    named = fiscal(text)
    return named.year if named and named.strength > 2 else about.year


def _when(
    text: str, plain: str, moment: str, year: int | None, about: Context
) -> Iterator[tuple[date, int]]:
    """The one day the sentence names, else that of the news it stands in."""
    found = [f for f in days(text) if said(text, f) in (Said.BARE, Said.OTHER)]
    if len(found) == 1 and _of_deed(plain, found[0]):
        yield found[0].day, SENTENCE
    elif not found and (shorter := _YEARLESS.findall(plain)):
        if len(shorter) == 1 and year and (day := _completed(shorter[0], moment, year)):
            yield day, SENTENCE
    elif not found and about.news_day:
        yield about.news_day, NEWS


def _of_deed(plain: str, found: Found) -> bool:
    """Not the day of an act the sentence names beside the deed, nor a deadline."""
    before, after = plain[: found.start], plain[found.end :]
    return not (_NUMBERED.match(after) or re.search(r"\b(?:до|от|позднее)\s+\W*$", before))


def _completed(told: tuple[str, str], moment: str, year: int) -> date | None:
    """A day without its year is of the only year in which the deed may be done."""
    number = next(n for n, stem in enumerate(MONTHS, 1) if told[1].startswith(stem))
    for ahead in {first[0] for first in _SPANS[moment]}:
        try:
            day = date(year + ahead, number, int(told[0]))
        except ValueError:
            continue
        if _possible(moment, year, day, date.max):
            return day
    return None


def _by_day(moment: str, day: date) -> int:
    """The fiscal year a deed of that day belongs to."""
    match moment:
        case "submitted":
            return day.year + 1
        case "signed":
            return day.year + (day.month > 6)
    return day.year - 1


def _possible(moment: str, year: int, day: date, until: date) -> bool:
    first, last = (date(year + ahead, month, at) for ahead, month, at in _SPANS[moment])
    return first <= day <= min(last, until)


def _day_of_news(clues: Clues) -> date | None:
    """The day printed at the head of a news item, when there is one and no other."""
    near = clues.main[: title_at(clues.main) + 4]
    found = {f.day for block in near for f in days(block.text) if said(block.text, f) is Said.BARE}
    return found.pop() if len(found) == 1 else None
