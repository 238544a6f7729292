"""What a line alone in its row is: a heading, a paragraph, an item, the caption of a table."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from scoring.document import BlockKind
from scoring.extract.caption import is_unit
from scoring.language.ru.headline import counts, is_headline

_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = re.compile(r"[.!?…][\"'»”)\]]*$")
_ENDED = re.compile(r"[.!?…;:][\"'»”)\]]*$")
_ASKS = re.compile(
    r"\W*(?:(?:на|из|от|к|за|с|для|о|об|по) )?(?:как|что|чего|чему|чем|кто|кого|кому|сколько|"
    r"почему|зачем|откуда|куда|где|когда)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.|[IVXLC]+\.|(?:Раздел|Глава|Часть)\b)\s*\S")
_SHORTENED = re.compile(r"\b(?:руб|тыс|млн|млрд|гг?|чел|ед|изм|шт)\.$")
_ITEM = re.compile(r"^(?:[-–—•*·]\s|\d{1,2}\)|[а-яё]\)|[а-яё])|;$")
_MARK = re.compile(r"^[-–—•*·]\s+(?=\D)")
_CAPTION = 200
_FEWEST_WORDS = 5
_LONG_WORDS = 14
_LONG_POINT = 6
_LIST = 3
"""Lines in a row that all look like headings are the points of a list under the first."""


def is_prose(text: str) -> bool:
    """A sentence, or more words than a title has."""
    count = len(_WORD.findall(text))
    ended = _SENTENCE.search(text) and not _SHORTENED.search(text)
    return count >= _FEWEST_WORDS and bool(ended or count >= _LONG_WORDS)


def bare(text: str) -> str:
    """The text of an item without its bullet."""
    return _MARK.sub("", text)


def kinds(lines: Sequence[str], *, titled: bool, over_table: bool) -> tuple[BlockKind, ...]:
    """What each of several lines is; ``titled``: right over them stands the title of the sheet.

    Without how they were set only their order tells: a heading stands over a sentence, a figure
    or a table; several lines in a row that look like headings are the points of a list.
    """
    titles = _titling(lines) if over_table else 0
    told = lines[: len(lines) - titles]
    after = [*told[1:], ""][: len(told)]
    alike = [_may_head(a) and not _is_point(a, b) for a, b in zip(told, after, strict=True)]
    found: list[BlockKind] = []
    for heads, group in groupby(zip(alike, told, strict=True), key=lambda pair: pair[0]):
        some = [text for _, text in group]
        if heads:
            under = told[len(found) + len(some) :]
            over = over_table if not under else _ENDED.search(under[0]) is not None
            above = told[len(found) - 1] if found else ""
            found += _heads(some, above, titled=titled and not found, over=over, last=not under)
        else:
            found += map(_plain, some)
    return (*_listed(found, told), *(BlockKind.CAPTION,) * titles)


def _may_head(text: str) -> bool:
    return is_headline(text) and not is_prose(text) and not _ITEM.search(text)


def _is_point(text: str, following: str) -> bool:
    """Six words over a line without a full stop are its neighbour, not its heading."""
    titles = text.endswith(("?", "!")) or any(p.match(text) for p in (_ASKS, _NUMBERED))
    lasting = len(text.split()) >= _LONG_POINT and not titles and not is_unit(text)
    flows = bool(following) and not is_unit(following) and not _ENDED.search(following)
    return lasting and flows


def _plain(text: str) -> BlockKind:
    return BlockKind.LIST_ITEM if _ITEM.search(text) else BlockKind.PARAGRAPH


def _titling(lines: Sequence[str]) -> int:
    """How many of the last lines, over a table, only name it or its unit."""
    count = 0
    for text in reversed(lines):
        if not _names_table(text):
            break
        count += 1
    return count


def _names_table(text: str) -> bool:
    """Short words that are no sentence, no point of a list and no heading of a section."""
    if len(text) > _CAPTION or is_prose(text) or counts(text):
        return False
    heads = _may_head(text) and (not is_unit(text) or _NUMBERED.match(text))
    return not heads and (is_unit(text) or not _ITEM.search(text))


def _heads(
    some: Sequence[str], above: str, *, titled: bool, over: bool, last: bool
) -> Iterator[BlockKind]:
    """Lines in a row that look like headings: ``over`` a sentence or a table, ``last`` of all.

    ``above`` is the line before them, "" where that is a table.
    """
    listed = bool(above) and not _ENDED.search(above)
    for n, text in enumerate(some):
        final = n == len(some) - 1
        if _NUMBERED.match(text) or _ASKS.match(text):
            heads = not (final and last and not over)
        elif over:
            heads = final or (n == 0 and len(some) < _LIST) or (n == 0 and not (titled or listed))
        elif titled:
            heads = False
        else:
            short = len(text.split()) < _LONG_POINT - 1
            heads = n == 0 and not (final and last) and (short or not listed)
        yield BlockKind.HEADING if heads else BlockKind.PARAGRAPH


def _listed(found: Sequence[BlockKind], lines: Sequence[str]) -> Iterator[BlockKind]:
    """Points side by side without a full stop are items of a list."""
    point = [
        kind is BlockKind.PARAGRAPH and not _SENTENCE.search(text) and not text.endswith(":")
        for kind, text in zip(found, lines, strict=True)
    ]
    for n, kind in enumerate(found):
        beside = (n > 0 and point[n - 1]) or (n + 1 < len(point) and point[n + 1])
        yield BlockKind.LIST_ITEM if point[n] and beside else kind
