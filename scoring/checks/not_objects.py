"""What is listed with sums and is no object: programmes, sums of others, what residents choose."""

import re
from collections.abc import Sequence

from scoring.language.ru.edges import edged
from scoring.language.ru.folded import folded
from scoring.language.ru.signs import holds
from scoring.remembered import of_text

_NOT_OBJECT = re.compile(
    edged(
        r"инициативн|^\W*(?:всего|итого|зарплат\w+|заработн\w+)\b|^наименован|"
        r"^проект (?:\w+ )?(?:бюджет|закон)|^(?:объект\w*|проекты?|стройки?|показател\w+)\W*$|"
        r"\b(?<!инвестиционная )(?<!инвестиционной )(?<!инвестиционную )"
        r"(?<!инвестиционных )программ|"
        r"\b(?:вернут|компенсируют|пенсионерам|семьям|льготник)|\bплат[ауы] за\b|"
        r"\bпо разделу\b|\bпринес(?:ли|ет|ут)?\b|\bплательщик|\bслушани|"
        r"\bна (?:лекарств|зарплат|заработн|содержани|питани|оплату труда)"
    )
)
_VOTED = re.compile(
    r"\bинициативн|\bинициативы\b|\bнародн\w+ (?:бюджет|проект)|\b"
    r"жители (?:сами )?(?:выбра|реши|придума)"
)
_QUOTED_FIRST = re.compile(r"^[\W\d]*«")


def refused(name: str, above: Sequence[str]) -> bool:
    """A programme, a sum of others, a head of a table; or a list of programmes."""
    listed = any(map(_lists_programmes, above[-1:])) and _QUOTED_FIRST.match(name) is not None
    return listed or _is_no_object(name) or any(map(_is_voted, above[-1:]))


@of_text
def _is_voted(head: str) -> bool:
    """Does a heading speak of what residents choose, as of a contest of theirs?"""
    return _VOTED.search(folded(head)) is not None


@of_text
def _is_no_object(name: str) -> bool:
    return holds(_NOT_OBJECT, folded(name))


@of_text
def _lists_programmes(head: str) -> bool:
    return re.search(r"\bпо програм|\bпрограммы\b", folded(head)) is not None
