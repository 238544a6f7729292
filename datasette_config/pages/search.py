"""Words of any form over quotes, titles, questions and names; «ребенок» finds «ребёнок»."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from datasette_config.asked import Asked
from datasette_config.index import BETWEEN, Entry, index_of
from datasette_config.lemmas import lemmas, words
from datasette_config.links import href, shown

_ON_A_PAGE = 30
_LONGEST = 200  # letters of a question
_AROUND = 300  # letters of a text shown
_LAST_PAGE = 40
_REGIONS = "select id, name_ru, name_en from regions"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text found; ``hit`` when it is one of the words asked for."""

    text: str
    hit: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found, and its text in parts."""

    entry: Entry
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
    if said and asked.db.path:
        index = await asyncio.to_thread(index_of, Path(asked.db.path))
        skipped = (max(page, 1) - 1) * _ON_A_PAGE
        entries, count = await asyncio.to_thread(
            index.find, said, region=region, most=_ON_A_PAGE, skipped=skipped
        )
    wanted = {lemma for match in words(said) for lemma in lemmas(match[0])}
    hits = [_hit(_in(asked.lang, entry, wanted), wanted) for entry in entries]
    pages = min(_LAST_PAGE, -(-count // _ON_A_PAGE))
    return Search(said, region, names, count, max(page, 1), pages, hits)


def _in(lang: str, entry: Entry, wanted: set[str]) -> Entry:
    """What stands in both languages is shown in the reader's, if the words are in it."""
    if entry.kind not in ("criterion", "region"):
        return entry
    both = entry.text.partition(BETWEEN)
    own, other = (both[2], both[0]) if lang == "en" else (both[0], both[2])
    found = any(wanted & set(lemmas(m[0])) for m in words(own))
    return replace(entry, text=own if found or not other else other)


def _hit(entry: Entry, wanted: set[str]) -> Hit:
    url = href(entry.url, entry.locator)
    return Hit(entry, url, shown(entry.url), list(_parts(_near(entry.text, wanted), wanted)))


def _near(text: str, wanted: set[str]) -> str:
    """The stretch of a long text that has the first word asked for in it."""
    if len(text) <= _AROUND:
        return text
    first = next((m.start() for m in words(text) if wanted & set(lemmas(m[0]))), 0)
    begin = max(0, min(first - _AROUND // 3, len(text) - _AROUND))
    end = begin + _AROUND
    return ("…" if begin else "") + text[begin:end].strip() + ("…" if end < len(text) else "")


def _parts(text: str, wanted: set[str]) -> Iterator[Part]:
    done = 0
    for match in words(text):
        if wanted & set(lemmas(match[0])):
            if match.start() > done:
                yield Part(text[done : match.start()], hit=False)
            yield Part(match[0], hit=True)
            done = match.end()
    if done < len(text):
        yield Part(text[done:], hit=False)
