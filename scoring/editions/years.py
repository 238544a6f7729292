"""Which year a piece of text is about: years mentioned, and the fiscal year it names."""

import re
from dataclasses import dataclass

from scoring.dating.printed import without_days
from scoring.language.ru.folded import folded
from scoring.language.ru.signs import may_hold
from scoring.remembered import of_text

_YEAR = r"20[1-4]\d"
# Its first figure goes first: so it is looked for much sooner than what must not stand before.
_MENTION = re.compile(r"(2(?<![\d.,№]2)0[1-4]\d)(?![\d%]|[.,]\d| \d{3}\b)")
_MENTION_LIKE = re.compile(_YEAR)
_LONG_RANGE = re.compile(rf"(2(?<!\d2)0[1-4]\d)\s*-\s*({_YEAR})(?!\d)")
_SHORT_RANGE = re.compile(r"(2(?<!\d2)0[1-4]\d)\s*-\s*([1-4]\d)(?![\d.])")
_PLANNED = re.compile(
    rf"(?:\bна|\bfor)\s+(?:очередной\s+)?(?:финансовый\s+)?(?:\(?\s*)({_YEAR})(?!\d)(?!-\d{{2}}-)"
    rf"|({_YEAR})\s*(?:г\.?|год\w*)?\s*,?\s*(?:и\s+)?(?:на\s+)?планов\w+\s+период"
    rf"|({_YEAR})\s*(?:г\.?|год\w*)?\s*\(?\s*и\s+плановый"
)
_REPORTED = re.compile(
    r"(?:\bза|\bитоги|\bотчет\w*(?:\s+за)?|\bисполнени\w+(?:\s+\w+){0,4}\s+(?:за|в)|\bin)\s+"
    rf"({_YEAR})(?!\d)"
)
_EVE = re.compile(rf"н(?<!\wн)а\s+(?:0?1\.01\.|1\s+января\s+)({_YEAR})")
_WORDED = re.compile(
    rf"(?<!\d)({_YEAR})(?:\s*-?\s*(?:г\.?|год\w*|year))(?!\w)|\bгод ({_YEAR})(?!\d|-\d| год)"
)
_OF_BUDGET = re.compile(
    rf"(?<!к )\bбюджет[аеу]?\s+(?:[а-я-]+\s+){{0,2}}?({_YEAR})\s*(?:-?го|г\.?|год\w*)(?!\w)"
)
_SHORT = re.compile(
    r"(?<![\d.,№-])([2-4]\d)\s+год\w*\b|\bбюджет\w{0,2}[-']([2-4]\d)(?![\d%]|[.,]\d|\s*(?:мил|млн|млрд|тыс|трлн|процент))"
)
"""Of two digits: "на 27 год", "Бюджет-27"."""
_ORDINAL = re.compile(r"(2(?<![\d.,№]2)0[1-4]\d)-?(?:й|го|му|м)(?![а-я])")
"""With the ending of its word: "Как мы прожили 2025-й"."""
_TACKED = re.compile(
    r"\b(?:план|факт|отчет|проект|закон|прогноз|оценка|исполнение|бюджет)[-'’](2\d)(?![\w.,-])"
)
"""Two figures tacked on to a word, as heads of columns and titles have it: "Факт-24"."""
_TACK = re.compile(r"[-'’]2\d")
_MONTH_OF = re.compile(
    r"(?<!-)(?<!- )\b(?:январ|феврал|март|апрел|ма[йяе]|июн|июл|август|"
    r"сентябр|октябр|ноябр|декабр|осен|зим|весн|лет(?=ом?\b))[а-я]{0,2}"
    rf"\s+{_YEAR}(?:\s*(?:г\.?|год\w*)(?!\w))?"
)
"""A month or a season of a year is a date: of printing, of a sitting. "Январь - декабрь" is not."""
_PUBLISHED = re.compile(
    rf"\b(?:публикаци\w*|публику\w+|опубликован\w*|размещени\w*|размещен\w*|выложен\w*|"
    rf"добавлен\w*|обновл\w+)[:\s]\s*(?:в\s+|за\s+)?{_YEAR}(?:-?(?:й|го|м)\b)?(?:\s*(?:г\.?|год\w*)(?!\w))?"
)
"""The year of publication, which lists are sorted by."""
_WRITTEN = (
    *((_LONG_RANGE, 3), (_SHORT_RANGE, 3)),
    *((_OF_BUDGET, 2), (_WORDED, 2), (_ORDINAL, 2)),
)
"""Ways to write a year, with their strengths."""
_SURE_BEFORE = re.compile(r"(?:на|for|очередной|финансовый|за|итоги|в|in|\d|г\.?)$|отчет|год")
_TENS = re.compile(r"[2-4]\d")
"""The least a year is written with."""
_ISSUE = re.compile(
    r"^(?!.*\b(?:бюджет|отчет|проект|закон|план|исполнен|итоги|год |за |на ))"
    r"\W*+(?:г\.|гор\.|город)?\s*+"
    rf"[а-я](?:[а-я-]*[а-я])?(?:\s[а-я](?:[а-я-]*[а-я])?)?\W+({_YEAR})\W*(?:г\.?|год)?\W*$"
)


LONGEST = 1500
"""Letters in which a title, a line or a link names its year."""


@dataclass(frozen=True, slots=True)
class Year:
    """A fiscal year a text names; ``strength`` 3 "на 2026 год", 2 "2026 год", 1 a bare number.

    0 is the year of a month ("ноябрь 2026 года"), when the text names no other.
    """

    year: int
    strength: int
    quote: str


@of_text
def mentioned(text: str) -> tuple[tuple[int, int], ...]:
    """(year, position) of every year in ``text`` that is not part of a full date, in order."""
    if _TENS.search(text) is None:
        return ()
    written = folded(text)
    # To blank days out adds no year.
    if _MENTION_LIKE.search(written) is None and _TACK.search(written) is None:
        return ()
    plain = without_days(text)
    found = [(int(m[1]), m.start()) for m in _MENTION.finditer(plain)]
    if _TACK.search(plain):
        found += [(2000 + int(m[1]), m.start(1)) for m in _TACKED.finditer(plain)]
        found.sort(key=lambda told: told[1])
    return tuple(found)


def fiscal(text: str) -> Year | None:
    """The fiscal year ``text`` names first in the strongest manner; of a three-year plan the first.

    The year of a date is not a fiscal year, nor is the year under a city on a title page.
    """
    return _fiscal(text[:LONGEST])


@of_text
def _fiscal(text: str) -> Year | None:
    if _TENS.search(text) is None:
        return None
    written = folded(text)
    if _MENTION_LIKE.search(written) is None and not ("год" in written or "бюджет" in written):
        return None
    dated = without_days(text)
    plain = _PUBLISHED.sub(_blank, dated) if may_hold(_PUBLISHED, dated) else dated
    if found := _named(text, _MONTH_OF.sub(_blank, plain)):
        return found
    match = _MENTION.search(plain)
    return _year(match, 0, text) if match and not _printed_in(dated) else None


def may_be_sure(plain: str) -> bool:
    """May folded text name a year with strength 3? Most that name one do not.

    Words before the year grow with ``_PLANNED`` and ``_REPORTED``; "г" and figures are the ends of
    dates that are blanked out before those are looked for.
    """
    if "планов" in plain:
        return True
    for match in _MENTION_LIKE.finditer(plain):
        before = plain[: match.start()].rstrip().removesuffix("(").rsplit(maxsplit=1)[-1:]
        if plain[match.end() :].lstrip().startswith("-") or (
            before and _SURE_BEFORE.search(before[0])
        ):
            return True
    return False


def _named(text: str, plain: str) -> Year | None:
    plain = _LONG_RANGE.sub(_unless_history, plain)
    # Where only months had their years there is none left to be found.
    left = _MENTION_LIKE.search(plain) is not None
    if left and (named := [m for p in (_PLANNED, _REPORTED) if (m := p.search(plain))]):
        return _year(min(named, key=lambda match: match.start()), 3, text)
    if match := _EVE.search(folded(text)):
        return Year(int(match[1]) - 1, 2, _quote(match, text))
    for pattern, strength in _WRITTEN if left else ():
        for match in pattern.finditer(plain):
            if _sane(match) and not _printed_in(plain):
                return _year(match, strength, text)
    if match := _SHORT.search(plain):
        return Year(2000 + int(match[1] or match[2]), 2, _quote(match, text))
    match = None if not left or _printed_in(plain) else _MENTION.search(plain)
    return _year(match, 1, text) if match else None


def _printed_in(line: str) -> bool:
    """A town and a year: where and when it was printed."""
    return len(line) < 80 and _ISSUE.match(line) is not None


def _unless_history(match: re.Match[str]) -> str:
    return match[0] if _sane(match) else _blank(match)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _sane(match: re.Match[str]) -> bool:
    """A range is a plan of two to five years; 2014-2026 is a history."""
    ends = [int(g) % 100 for g in match.groups() if g]
    return len(ends) < 2 or 1 <= ends[1] - ends[0] <= 4


def _year(match: re.Match[str], strength: int, text: str) -> Year:
    return Year(int(next(g for g in match.groups() if g)), strength, _quote(match, text))


def _quote(match: re.Match[str], text: str) -> str:
    return text[match.start() : match.end()].strip()
