"""Words of any form over quotes, texts, titles, questions, names; «ребенок» finds «ребёнок»."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from datasette_config.asked import Asked
from datasette_config.entries import BETWEEN, Entry
from datasette_config.index import index_of, prepare
from datasette_config.lemmas import lemmas, words
from datasette_config.links import href, shown
from datasette_config.marked import Part, Span, marked
from datasette_config.rating import Rating

_ON_A_PAGE = 30
_LONGEST = 200  # letters of a question
_AROUND = 120  # letters shown before and after the words asked for
_LAST_PAGE = 40
_TEXT = "select text from passages where sha256 = :sha256 and number = :number"
_REGIONS = "select id, name_ru, name_en from regions"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found, and its text in parts.

    ``wave`` and ``rubric`` are those of its place on the site, "" where the reader is already.
    """

    entry: Entry
    wave: str
    rubric: str
    href: str
    shown: str
    parts: Sequence[Part]


@dataclass(frozen=True, slots=True)
class Search:
    """What was asked and what was found; ``number`` is how many there are in all."""

    said: str
    region: str
    names: Mapping[str, Mapping[str, str]]
    number: int
    page: int
    pages: int
    hits: Sequence[Hit]


async def read(asked: Asked) -> Search:
    """The page of answers asked for; an empty question finds nothing."""
    said = asked.choices.get("q", "").strip()[:_LONGEST]
    names = {
        key: {"ru": ru, "en": en} for key, ru, en in await asked.db.execute(_REGIONS)
    }  # fmt: skip
    region = asked.choices.get("region", "")
    region = region if region in names else ""
    number = asked.choices.get("page", "1")
    page = min(int(number[:4]), _LAST_PAGE) if number.isascii() and number[:4].isdigit() else 1
    entries: Sequence[Entry] = ()
    count = 0
    if asked.db.path and not said:
        prepare(Path(asked.db.path))
    if said and asked.db.path:
        index = await asyncio.to_thread(index_of, Path(asked.db.path))
        skipped = (max(page, 1) - 1) * _ON_A_PAGE
        entries, count = await asyncio.to_thread(
            index.find, said, region=region, most=_ON_A_PAGE, skipped=skipped
        )
    wanted = {lemma for match in words(said) for lemma in lemmas(match[0])}
    told = [_in(asked.lang, await _whole(asked, entry), wanted) for entry in entries]
    pages = min(_LAST_PAGE, -(-count // _ON_A_PAGE))
    hits = [_hit(entry, asked.rating, wanted) for entry in told]
    return Search(said, region, names, count, max(page, 1), pages, hits)


async def _whole(asked: Asked, entry: Entry) -> Entry:
    """A passage with its text, which the index does not keep."""
    if not entry.sha256:
        return entry
    which = {"sha256": entry.sha256, "number": entry.number}
    return replace(entry, text=(await asked.db.execute(_TEXT, which)).single_value())


def _in(lang: str, entry: Entry, wanted: set[str]) -> Entry:
    """What stands in both languages is shown in the reader's, if the words are in it."""
    if entry.kind not in ("criterion", "region"):
        return entry
    both = entry.text.partition(BETWEEN)
    own, other = (both[2], both[0]) if lang == "en" else (both[0], both[2])
    found = any(wanted & set(lemmas(m[0])) for m in words(own))
    return replace(entry, text=own if found or not other else other)


def _hit(entry: Entry, rating: Rating, wanted: set[str]) -> Hit:
    here = entry.wave in ("", rating.wave) and entry.rubric in ("", rating.rubric)
    return Hit(
        entry,
        "" if here else entry.wave,
        "" if here else entry.rubric,
        href(entry.url, entry.locator),
        shown(entry.url),
        snippet(entry.text, wanted),
    )


def snippet(text: str, wanted: set[str]) -> Sequence[Part]:
    """The text around the first of each of the words asked for, all of them there marked."""
    met: list[tuple[Span, frozenset[str]]] = []
    for match in words(text):
        if forms := wanted.intersection(lemmas(match[0])):
            met.append((match.span(), frozenset(forms)))
    firsts = {forms: span for span, forms in reversed(met)}.values()
    near = [span for span, _ in met if any(abs(span[0] - f[0]) < _AROUND for f in firsts)]
    return marked(text, near, _AROUND)
