"""Days and months written in Russian text, and what each is said to be the day of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from scoring.language.ru.folded import folded

MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
ENDINGS = (
    "аря?|арь", "рал[ья]", "та?", "ел[ья]", "[йя]", "[ья]",
    "[ья]", "уста?", "тябр[ья]|т", "ябр[ья]", "бр[ья]", "абр[ья]",
)  # fmt: skip
_MONTH = "|".join(f"{m}(?:{e})?\\.?" for m, e in zip(MONTHS, ENDINGS, strict=True))
_FORMS = tuple(
    re.compile(form)
    for form in (
        # The first digit goes first: so it is looked for much sooner than what stands before.
        r"(?P<d>\d(?<![\d.,/-]\d)\d?)(?P<s>[./-])(?P<m>\d{1,2})(?P=s)"
        r"(?P<y>\d{4}|\d{2})(?![\d/-]|[.,]\d)",
        r"(?P<y>\d(?<![\d.,/-]\d)\d{3})(?P<s>[./-])(?P<m>\d{2})(?P=s)(?P<d>\d{2})(?![\d/-]|[.,]\d)",
        rf'(?<![\d.,])"?\s?(?P<d>\d{{1,2}})\s?"?(?:-?(?:го|е))?\s+(?P<w>{_MONTH})\s*,?\s+'
        r"(?P<y>\d{4})(?!\d)",
        rf"\b(?P<w>{_MONTH})\s+(?P<d>\d{{1,2}}),?\s+(?P<y>\d{{4}})(?!\d)",
    )
)
_SIGNS = (
    None,
    None,
    re.compile(rf'\d\d?\s?"?(?:-?(?:го|е))?\s+(?:{"|".join(MONTHS)})'),
    re.compile(r"\d\d?,?\s+\d{4}"),
)
"""What stands within each of the forms and is looked for much sooner: most texts have no day."""
FIRST_YEAR = 2013
"""Citizens' budgets began in Russia in 2013: an earlier day is not a day of publication."""


@dataclass(frozen=True, slots=True)
class Found:
    """A day written at [start:end] of a text."""

    day: date
    start: int
    end: int


class Said(StrEnum):
    """What the words around a day make of it."""

    PUBLISHED = "published"
    UPDATED = "updated"
    BARE = "bare"
    OTHER = "other"


_WEEKDAY = r"(?:понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье)"
_LABEL = rf"[\s:\-(\"]*(?:\d{{1,2}}[:.]\d{{2}}[\s,]*)?(?:{_WEEKDAY}[\s,]*)?$"
_WHERE = r"(?: (?:на|в) (?:(?!(?:от|до|по|с|на|в|к|за)\b)[а-я\"-]+\s?){1,6})?"
_PUBLISHED = re.compile(
    r"(?:опубликован\w*|публикаци[ия]|размещен\w*|размещени[ея]|добавлен\w*|выложен\w*|"
    r"выложил\w*|разместил\w*|опубликовал\w*|выпущен\w*|выш(?:ел|ла|ло|ли)(?: из печати| в свет)?|"
    r"(?:выпуск|издание|брошюра|буклет|файл|номер) от|"
    r"\.(?:pdf|docx?|pptx?|xlsx?|od[tps]|zip|rar)\W{0,3}от|"
    r"(?:страница|сайт|раздел|выпуск|номер) (?:открыт\w*|появил\w*)|(?:номер|выпуск)\W{1,3}|"
    r"создан\w*|(?:газета|бюллетень|вестник|листок|журнал)[^.!?]{0,40}?"
    r"№ ?\d+(?: ?\(\d+\))?,?(?: от)?|"
    r"(?:выпуск|номер) № ?\d+(?: ?\(\d+\))?,?(?: от)?|версия от|"
    r"дата (?:создания|выпуска|загрузки|добавления|выхода|документа|материала|подачи)|"
    r"подготовлен\w*|издан\w*|"
    r"загружен\w*|вывешен\w*|сверстан\w*|отпечатан\w*|(?:подписан|сдан)\w* (?:в|к) (?:печат[ьи]|"
    r"свет|"
    r"набор|выпуск\w?|публикации|изданию)|выход в свет|увидел\w* свет|обнародован\w*|на сайте с|"
    r"доступн\w* с|"
    r"published|posted|\bдата)"
    r"(?: (?:материала|документа|файла|информации|сведений|брошюры|издания|номера|выпуска))?"
    + _WHERE
    + _LABEL
)
_PUBLISHED_AFTER = re.compile(
    r"^\s*(?:г\.?|года)?\W{0,3}(?:(?:на|в) (?:[а-я-]+ ){1,4})?(?:был[аио]? )?"
    r"(?:опубликован|размещен|выложен|опубликовал|разместил|выложил)\w*"
)
_UPDATED = re.compile(
    r"(?:обновлен\w*|обновлени[ея]|исправлен\w*|исправлени[ея]|заменен\w*|изменен\w*|изменени[ея]|актуализирован\w*|актуализации|"
    r"updated|modified)(?: страницы| материала| документа| файла| раздела| сайта)?" + _LABEL
)
_ELSE_BEFORE = re.compile(
    r"\b(?:от|на|до|по|с|со|в|к|не позднее|принят\w*|подписан\w*|внесен\w*|утвержден\w*|редакци\w+|"
    r"ред\.|вступ\w+ в силу|действу\w+|состо\w+|пройд\w+|прошл\w+|родил\w+|срок\w*)[\s:(\"]*$"
)
_ACT_AFTER = re.compile(r'^\s*+"?\s*+(?:г\.?|года)?\s*+,?\s*+(?:№|n\s?\d|- ?\d{1,2}[. ])')


REMEMBERED = 2000
"""Letters of a text worth remembering: a sentence is asked for every year and by every check."""
_FIGURE = re.compile(r"\d")


def days(text: str) -> tuple[Found, ...]:
    """Every calendar day written in ``text``, in order; impossible ones (31.02) are not days."""
    return _short(text) if len(text) <= REMEMBERED else _days(text)


@lru_cache(maxsize=16_384)
def _short(text: str) -> tuple[Found, ...]:
    return _days(text)


def _days(text: str) -> tuple[Found, ...]:
    plain = folded(text)
    # A day has figures in it; most sentences have none.
    if _FIGURE.search(plain) is None:
        return ()
    found = {
        f.start: f
        for form, sign in zip(_FORMS, _SIGNS, strict=True)
        if sign is None or sign.search(plain)
        for f in _matches(form, plain)
    }
    return tuple(found[start] for start in sorted(found))


def said(text: str, found: Found) -> Said:
    """What ``text`` says happened on the day found in it."""
    plain = folded(text)
    before, after = plain[max(0, found.start - 60) : found.start], plain[found.end : found.end + 60]
    if _ACT_AFTER.match(after):
        return Said.OTHER
    if _PUBLISHED.search(before) or _PUBLISHED_AFTER.match(after):
        return Said.PUBLISHED
    if _UPDATED.search(before):
        return Said.UPDATED
    return Said.OTHER if _ELSE_BEFORE.search(before) else Said.BARE


def plausible(day: date, until: date) -> bool:
    """A day on which an edition seen on ``until`` may have been published."""
    return day.year >= FIRST_YEAR and day <= until


def without_days(text: str) -> str:
    """``text`` folded, with every day blanked out: years of dates are not fiscal years."""
    written = days(text)
    if not written:
        return folded(text)
    signs = list(folded(text))
    for found in written:
        signs[found.start : found.end] = " " * (found.end - found.start)
    return "".join(signs)


def _matches(form: re.Pattern[str], plain: str) -> Iterator[Found]:
    for match in form.finditer(plain):
        parts = match.groupdict()
        month = _month(parts["w"]) if parts.get("w") else int(parts["m"])
        day = _day(int(parts["y"]), month, int(parts["d"]))
        if day is not None:
            yield Found(day, match.start(), match.end())


def _month(word: str) -> int:
    return next(n for n, stem in enumerate(MONTHS, 1) if word.startswith(stem))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None
