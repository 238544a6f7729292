"""A unit said once for many tables: "Суммы в млн рублей, если не сказано другое"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from scoring.language.ru.folded import folded
from scoring.model import BlockKind, Document
from scoring.totals.money import unit

_CLAUSE = re.compile(
    r"\s(?:(?<=[.!?;]\s)(?<!тыс\.\s)(?<!млн\.\s)(?<!млрд\.\s)\s*|(?<=\n))", re.IGNORECASE
)
_SIGN = re.compile(r"руб|₽")
_ANY_SIGN = re.compile(r"[рР₽](?:(?<=₽)|[уУ][бБ])")
_LAST_STOP = re.compile(r".*[\d.!?;\n]", re.DOTALL)
_SAYS = re.compile(
    r"\b(?:сумм[аы]|цифр[аы]|числа|данные|показател[иь]|значени[яе]|объ?[её]мы|величин[аы]|деньги|"
    r"единиц[аы]|все|всё|везде|всюду|таблиц[аеыу]х?|книг[аеи]|лист[аеы]х?|колонк[аи]|столбц[ыах]+|"
    r"строк[аи]|расч[её]ты|сч[её]т|считаем|измеря\w+|измерени[ея]|указан\w*|привед[её]н\w*|"
    r"да[её]тся|даны|даются|далее|ниже|здесь|единица)\b"
)
_ONLY = re.compile(
    r"^\W*(?:в\s+)?(?:тыс|млн|млрд|тысяч|миллион|миллиард)[а-я]*\.?\s*(?:руб[а-я]*\.?|₽)\W*$"
)
_IN_ROUBLES = re.compile(r"\bв (?:[а-я]+ )?рублях\b|\bединиц[аы]\b")
_LONGEST = 140
_MOST = 2000
"""Letters of a block that are read."""


def announcement(text: str) -> float | None:
    """The unit a sentence of ``text`` says its sums are in; None when there is no such sentence.

    A sentence with a figure before the unit speaks of that figure.
    """
    if not _SIGN.search(text) or not any(map(_bare, _ANY_SIGN.finditer(text, 0, _MOST))):
        return None
    return next(filter(None, map(_said, _CLAUSE.split(text[:_MOST]))), None)


def _bare(sign: re.Match[str]) -> bool:
    """Stands no figure before the unit in its clause? Of most there does."""
    before = _LAST_STOP.match(sign.string, 0, sign.start())
    return before is None or not before[0][-1].isdigit()


def _said(clause: str) -> float | None:
    plain = folded(clause)
    sign = _SIGN.search(plain)
    if sign is None or len(plain) > _LONGEST or re.search(r"\d", plain[: sign.start()]):
        return None
    told = _ONLY.match(plain) or _SAYS.search(plain)
    found = unit(plain) if told else None
    # "Все до рубля потрачено" announces nothing.
    return None if found == 1.0 and not _IN_ROUBLES.search(plain) else found


@lru_cache(maxsize=64)
def everywhere(document: Document) -> float | None:
    """The unit a document announces for all that name none; None when it announces several."""
    told = set(_announcements(document))
    return told.pop() if len(told) == 1 else None


def _announcements(document: Document) -> Iterator[float]:
    for block in document.blocks:
        if block.kind is not BlockKind.BOILERPLATE and (said := announcement(block.text)):
            yield said
