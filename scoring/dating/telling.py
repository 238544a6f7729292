"""What a line of text says of a day of publication: by a word beside it, or by nothing else."""

import re
from collections.abc import Iterator
from datetime import date

from scoring.dating.printed import Found, Said, days, plausible, said
from scoring.language.ru.folded import folded
from scoring.model import Dated, Evidence

_DATE_LINE = re.compile(r"^\W*(?:г\.\s*)?(?:[а-яё-]+,?\s+)?$", re.I)

_END_OF_LINE = re.compile(r"[\s.,|]*(?:г\.?|года?)?[\s.,|]*(?:\d{1,2}:\d{2})?\W*")
_BYLINE = re.compile(
    r"\b(?:(?:автор|текст|фото|подготовил[аи]?|источник)\w*\W{1,3}(?:[а-я]+\.?\s?){1,3}|"
    r"(?:редакци|пресс-(?:служб|центр|секретар)|портал|министерств|минфин|департамент|управлени|"
    r"комитет|отдел|финанс|област|кра[йя]|республик|округ|просмотр|прочтени|прочита|комментари|"
    r"чтени|минут|новост|рубрик)\w*|[а-я]+ск(?:ой|ого|ая|ий|ое)|экономик\w*|сайт\w*|врем\w+|"
    r"г(?:ода?)?|и|мин|\d+(?::\d\d)?)(?!\w)"
)
_LONGEST_BYLINE = 120
# "Министерство финансов Республики Ламанай, 12 ноября 2026 г.": whose brochure it is and the day.
_BODY = re.compile(
    r"^\W*(?:министерств|минфин|департамент|управлени|комитет|администраци|правительств)\w*"
    r"(?: (?![а-я]+(?:ло|ла|ли|ит|ет|ют|ят)\b)[а-я-]+){0,8}(?: г\. ?[а-я-]+)?\W*$"
)
# "Брошюра к газете «Окружной вестник», 12 ноября 2026 года": what was printed, and its day.
_ISSUE = re.compile(
    r"^\W*(?:брошюр|буклет|спецвыпуск|выпуск|вкладк|издани|газет|листовк|журнал|"
    r"приложени\w* к газет)\w*[^.!?:;\d]{0,80},\W*$"
)
# "29.12.2025. По краевому закону о бюджете на 2026 год": a day that heads the first line.
_HEADS_LINE = re.compile(r"^\s*(?:г(?:ода)?)?\.\s+[А-ЯЁ«\"]")
_DEED = re.compile(
    r"принят|подписа|внес|рассмотр|слушани|утвержд|состоя|прош[её]?л|\bдолг|\d+,\d|млн|млрд|отчит"
)
_LONGEST_HEADED = 16
"""Words."""


def labelled(text: str, until: date, proof: Evidence) -> Iterator[Dated]:
    """Days that a text says it was published or updated on."""
    for found in days(text):
        if not plausible(found.day, until):
            continue
        meaning = said(text, found)
        if meaning is Said.PUBLISHED:
            yield Dated("printed", found.day, found.day, quoting(proof, text))
        elif meaning is Said.UPDATED:
            yield Dated("last-modified", None, found.day, quoting(proof, text))


def alone(line: str, until: date, proof: Evidence) -> Iterator[Dated]:
    """A line that is a day and nothing else, but for the town before it or who signs it."""
    for found in bare(line, until):
        before, after = line[: found.start], line[found.end :]
        by_itself = _DATE_LINE.match(before) and _END_OF_LINE.fullmatch(after)
        plain = folded(before)
        ends = _END_OF_LINE.fullmatch(after) is not None
        by_name = ends and (_BODY.match(plain) or (_ISSUE.match(plain) and not _DEED.search(plain)))
        if by_itself or by_name or _signed(before, after) or _heads(before, after):
            yield Dated("printed", found.day, found.day, quoting(proof, line))


def bare(text: str, until: date) -> list[Found]:
    """Days of which nothing is said."""
    return [f for f in days(text) if plausible(f.day, until) and said(text, f) is Said.BARE]


def quoting(proof: Evidence, text: str) -> Evidence:
    """The same pointer with other words."""
    return Evidence(proof.capture, proof.url, proof.sha256, proof.locator, text.strip()[:300])


def _heads(before: str, after: str) -> bool:
    """Does a day with a stop open a short line that tells of no deed?"""
    opens = not before.strip() and _HEADS_LINE.match(after) is not None
    return opens and len(after.split()) <= _LONGEST_HEADED and not _DEED.search(folded(after))


def _signed(before: str, after: str) -> bool:
    """Nothing but a byline around a day: "9 ноября 2026, редакция портала · 312 просмотров"."""
    around = folded(f"{before} | {after}")
    return len(around) <= _LONGEST_BYLINE and not re.search(r"\w", _BYLINE.sub(" ", around))
