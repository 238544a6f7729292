"""Which words of a sentence say of what each of its quantities is."""

import re
from collections.abc import Sequence

from scoring.facts.fact import Unit
from scoring.facts.quantity import Quantity
from scoring.language.ru.folded import folded

_LETTERS = re.compile(r"[^\W\d_]{3,}")
_ENDS = re.compile(r"\s*(?:[;,(]|\bа\b|\bи\b|\bно\b)")
_SMALL = re.compile(
    r"\b(?:млн|млрд|тыс|рублей|рубля|руб|год\w*|или|около|более|почти|это|составля\w+|составит|"
    r"составил\w*|всего|из них|она|они|он|что|также|еще|сумм[аеуы]|объ?ем\w*|размер\w*|будет|"
    r"был[аио]?|"
    r"январ[яь]|феврал[яь]|марта?|апрел[яь]|ма[яй]|июн[яь]|июл[яь]|августа?|сентябр[яь]|октябр[яь]|"
    r"(?:кажд\w+ |эт\w+ )?сотн\w+|"
    r"ноябр[яь]|декабр[яь]|уров\w+|равн\w+|для|при|числе|том|сравнени\w+|против|достиг\w*|дойд\w+|"
    r"план\w*|факт\w*)\b"
)
_MARKS = " ,;.:-–—()…"
# "Долг: 17 млрд рублей, закон позволяет 38": behind a comma a clause of its own begins.
_SAID = re.compile(
    r"\s*(?:,|\(|-\s)\s*(?:это|что|закон|или|из|но|а|и|по|при|в|на|за|больше|меньше|тогда|"
    r"столько же)\b"
)
_GROUP = re.compile(r"(?<!\d):|:(?!\d)|;")
# "12 млрд рублей, из которых дотации - 3 млрд": what follows is of the parts.
_PARTS = re.compile(
    r"[\W]*(?:из (?:них|которых|этих|этой)|в том числе|включая|среди них)\b|"
    r"\s*\((?:[а-я]+ ){1,4}(?:- )?\d"
)
_REST = re.compile(r",\s*(?:(?:и )?остальн\w+|прочее|(?:и )?еще|а)\b.*")
_BRACKET = re.compile(r"\s*\(\s*([^()\d]{3,40})\)")
_BEHIND = re.compile(r"(?:\)(?=\s[а-яё]))?[\s,—–-]*([^,;:.()?!]*)")


def label_of(text: str, plain: str, found: Sequence[Quantity], number: int) -> str | None:
    """The words before a quantity back to the last one; of "5 млрд рублей на школы" those after.

    A share or a count beside a sum ("2 млрд рублей, или 3 %") is of what the sum is of. None when
    the sentence begins with a sum and a colon: the heading over it tells. Brackets behind a
    figure name it: "3 млрд (дотации)". ``plain`` is ``text`` folded.
    """
    end = _next(text, found, number)
    behind = text[found[number].end : end]
    first, since = _group(plain, found, number)
    forward = not _wordy(plain[since : found[first].start])
    of_parts = found[first].unit is Unit.MONEY and _PARTS.match(plain, found[first].end)
    forward = forward and not of_parts and not (since and _dashed(plain, found, first))
    if forward and since and number == first and _SAID.match(plain, found[number].end):
        forward = False
    if forward and not since and plain[found[0].end :].lstrip().startswith(":"):
        if not number:
            return None
        forward = False
    if forward and found[number].unit is not Unit.COUNT and _wordy(plain[found[number].end : end]):
        return behind[: len(_REST.sub("", folded(behind)))].strip(_MARKS)
    label = _before(text, plain, found, number)
    named = _BRACKET.match(behind)
    return f"{label} ({named[1]})" if named else label


def _dashed(plain: str, found: Sequence[Quantity], first: int) -> bool:
    """Do labels stand before the figures: "всего: 9 млрд (дотации - 3)", "налоги: 9 штрафы: 3"?"""
    if first + 1 >= len(found):
        return False
    following = found[first + 1]
    before = plain[: following.start].rstrip().endswith(("-", ":"))
    return before and not plain[following.end :].lstrip().startswith("-")


def after(text: str, plain: str, found: Sequence[Quantity], number: int) -> str:
    """The words right behind a quantity, up to the next one or the end of the clause."""
    match = _BEHIND.match(text[found[number].end : _next(text, found, number)])
    return match[1].strip(_MARKS) if match else ""


def _group(plain: str, found: Sequence[Quantity], number: int) -> tuple[int, int]:
    """The first quantity of the part of a sentence a colon opens, and where the part begins."""
    starts = [m.end() for m in _GROUP.finditer(plain, 0, found[number].start)]
    since = max((s for s in starts if s <= found[number].start), default=0)
    return next(n for n, q in enumerate(found) if q.start >= since), since


def _before(text: str, plain: str, found: Sequence[Quantity], number: int) -> str:
    behind = text[found[number].end : _next(text, found, number)]
    for last in range(number, -1, -1):
        start = _since(text, found, last)
        if _wordy(plain[start : found[last].start]):
            words = text[start : found[last].start]
            tail = behind if _goes_on(plain, found, number) else ""
            return (f"{words} … {tail}" if tail else words).strip(_MARKS)
    return text[: found[number].start].strip(_MARKS)


def _since(text: str, found: Sequence[Quantity], number: int) -> int:
    """Where the words before a quantity begin: what a count counts is among them."""
    if not number:
        return 0
    former = found[number - 1]
    if former.unit is Unit.COUNT:
        return former.end - len(former.noun)
    named = _BRACKET.match(text, former.end)
    return named.end() if named else former.end


def _next(text: str, found: Sequence[Quantity], number: int) -> int:
    return found[number + 1].start if number + 1 < len(found) else len(text)


def _goes_on(plain: str, found: Sequence[Quantity], number: int) -> bool:
    """What stands right behind the last figure is of it too: "5 млрд рублей на школы"."""
    rest = plain[found[number].end :]
    return number + 1 == len(found) and _wordy(rest) and not _ENDS.match(rest)


def _wordy(plain: str) -> bool:
    return _LETTERS.search(_SMALL.sub(" ", plain)) is not None
