"""Programmes told one after another: names in quotes, each with its sum behind it."""

import re
from collections.abc import Iterator, Sequence

from scoring.language.ru.folded import folded
from scoring.model import EditionFile
from scoring.passages import Passage, Piece, passages
from scoring.remembered import of_text

_SPOKEN = re.compile(r"\b(?:гос)?программ")
OTHER = re.compile(
    r"непрограмм|подпрограмм|муниципальн\w+ программ|федеральн\w+ программ|национальн\w+ проект|"
    r"нацпроект|программ\w* (?:[а-я]+ ){0,3}инициатив|инициативн\w+ (?:бюджет|программ|проект)"
)
# Of its own kind stands before a name: what is no programme, and what is a project of one.
NO_PROGRAMME = re.compile(
    r"\b(?:проект|объект|школ|фонд|больниц|подпрограмм|мероприят|компани|завод|центр|ооо|ао|"
    r"стадион|конкурс|акци[яйиу]|премь?и|парк|организац|сертификат|карт|закон|мер|выплат|пособи)\w*"
    r"\W*$"
)
_YEARS = re.compile(
    r"\(?\b(?:на|до|в|за) 20\d\d(?:\s?-\s?20\d\d)?(?:-?[а-я]{0,2})? ?(?:год\w*|гг?\.)\)?"
)
_NAMED = re.compile(
    r'"(?P<name>[^"]{3,160})"[^"\d;!?]{0,45}?(?P<n>\d[\d ]*(?:,\d+)?)'
    r"(?P<behind>(?=\s*(?:$|[.,;)]|и\b|а\b|-\s|тыс|млн|млрд|миллион|миллиард|руб|₽)))"
)
_ROUBLES = re.compile(r"\s*(?:руб|₽)")
_COUNTED = re.compile(r"\s*тыс\w*\.? (?!руб|₽)[а-я]{3,}")
_UNIT = re.compile(r"\b(?:тыс|млн|млрд|миллион|миллиард|тысяч|руб)|₽")
_LEAST_ROUBLES, _LEAST_BARE = 1e5, 1000.0
_LONGEST_HEAD = 90


def listed(file: EditionFile) -> Iterator[tuple[Passage, str]]:
    """Each passage outside tables, and a programme it names with a sum behind the name."""
    block, spoken, told = -1, False, list[str]()
    for passage in passages(file.document.legible):
        if passage.piece is Piece.ROW:
            continue
        if passage.block != block:
            block, spoken, told = passage.block, _heads(passage.above), []
        plain = folded(passage.text)
        told.append(plain)
        spoken = spoken or ("программ" in plain and _SPOKEN.search(plain) is not None)
        spoken = spoken and not OTHER.search(plain)
        if spoken and '"' in plain:
            unit = _states(passage.above) or any(map(_UNIT.search, told))
            for name in _names(plain, unit=unit):
                yield passage, name


def _heads(above: Sequence[str]) -> bool:
    """Do the nearest heading or the question over it speak of programmes?"""
    return any(_lists_them(head) for head in above[-2:] if len(head) <= _LONGEST_HEAD)


@of_text
def _lists_them(head: str) -> bool:
    plain = folded(head)
    return _SPOKEN.search(plain) is not None and not OTHER.search(plain)


def _states(above: Sequence[str]) -> bool:
    return any(_UNIT.search(folded(head)) for head in above[-2:])


def _names(plain: str, *, unit: bool) -> Iterator[str]:
    """Names with sums; a bare number is a sum where a unit was told, or as big as sums are."""
    plain = _YEARS.sub("", plain)
    for match in _NAMED.finditer(plain):
        value = float(match["n"].replace(" ", "").replace(",", "."))
        behind = plain[match.end("n") :]
        if NO_PROGRAMME.search(plain[: match.start()]) or _COUNTED.match(behind):
            continue
        if _ROUBLES.match(behind) and value < _LEAST_ROUBLES:
            continue
        bare = not _UNIT.match(behind.lstrip())
        if not bare or unit or "," in match["n"] or value >= _LEAST_BARE:
            yield match["name"]
