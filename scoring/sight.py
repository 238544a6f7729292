"""Could we see a region's site well enough to say that something is not there?"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from crawler.model import Capture, Outcome, Region
from scoring.editions.leading import names_file
from scoring.editions.linked import address
from scoring.editions.naming import named_file, naming
from scoring.language.ru.folded import folded
from scoring.model import Document, Sight

NOT_CRAWLED = "not-crawled"
HIGH_PROMISE = 0.5
"""From here on the crawler thought an address likely to lead to an edition."""
MOST_CITED = 24
FEW_WORDS = 60
"""A notice at a closed door is short and links nowhere."""
_CLOSED = re.compile(
    r"javascript|java script|technical works|maintenance|under construction|temporarily unavailable"
    r"|техническ\w+ (?:работ|обслуживани|перерыв)|ведутся работы|временно (?:недоступ|не работа)"
    r"|на (?:реконструкции|обслуживании)|идет загрузка|подождите"
)
NOTHING_READ: Mapping[str, Document] = MappingProxyType({})
_HIDES = frozenset(Outcome) - {Outcome.OK, Outcome.UNCHANGED, Outcome.NOT_FOUND, Outcome.SOFT_404}


def sight(
    region: Region, captures: Sequence[Capture], documents: Mapping[str, Document] = NOTHING_READ
) -> Sight:
    """Return whether absence is provable for ``region``, what was searched and what blinded us.

    ``blind`` is "" when the home page or a source answered and nothing that promised an edition
    was kept from us; otherwise the most common outcome of the troubles, or "not-crawled".
    The newest answer of an address counts. "Not found" is an answer, a page pretending to be one
    (soft 404) or a challenge page is not. Nor is a door without links that is blank, torn, under
    repair, or drawn by scripts we did not run; ``blind`` then says which fault it has. Of a page
    that is empty without its scripts the browser has the last word, "empty-shell" if it is none.
    """
    newest = _newest(captures)
    if not newest:
        return Sight(NOT_CRAWLED, ())
    doors = {address(str(url)) for url in (region.home, *(s.url for s in region.sources))}
    ours = [c for c in newest if address(c.url) in doors]
    opened = [c for c in ours if c.outcome.readable]
    searched = tuple(sorted((c for c in newest if c.outcome.seen), key=lambda c: _rank(c, doors)))
    troubles = _troubles(region, newest)
    if not opened:
        shut = [c for c in ours if not c.outcome.readable] or list(newest)
        return _blinded(searched, tuple(dict.fromkeys((*shut, *troubles))))
    blank = [_blank(documents.get(c.sha256)) for c in opened]
    if all(blank):
        return Sight(min(blank), searched[:MOST_CITED], tuple(opened))
    if troubles:
        return _blinded(searched, troubles)
    if not _promised(region) <= {address(c.url) for c in newest}:
        return Sight(NOT_CRAWLED, searched[:MOST_CITED])
    return Sight("", searched[:MOST_CITED])


def _blank(document: Document | None) -> str:
    """What keeps us from seeing anything in a page, "" when there is something to see."""
    if document is None:
        return ""
    if document.unreadable or document.links:
        return document.unreadable
    said = folded(" ".join(block.text for block in document.blocks))
    closed = document.words < FEW_WORDS and _CLOSED.search(said)
    return "empty" if closed or not document.blocks else ""


def _newest(captures: Iterable[Capture]) -> tuple[Capture, ...]:
    newest = {c.url: c for c in sorted(captures, key=lambda c: (c.fetched_at, c.id))}
    return tuple(newest[url] for url in sorted(newest))


def _troubles(region: Region, newest: Iterable[Capture]) -> tuple[Capture, ...]:
    """What was kept from us and might have been, or led to, an edition."""
    promised = _promised(region)
    return tuple(
        c
        for c in newest
        if (c.outcome in _HIDES and (_promising(c) or address(c.url) in promised))
        or (c.outcome is Outcome.SOFT_404 and _is_missed(c, promised))
    )


def _is_missed(capture: Capture, promised: set[str]) -> bool:
    """A page where a file was promised may be its door, or a fault; a page may just be gone."""
    return address(capture.url) in promised or (names_file(capture.url) and _promising(capture))


def _promised(region: Region) -> set[str]:
    """The addresses declared to hold editions, but for those known to be old."""
    declared = (s for s in region.sources if s.kind == "budget_for_citizens")
    return {address(str(source.url)) for source in declared if source.confidence != "old"}


def _promising(capture: Capture) -> bool:
    said = capture.link_texts[-1] if capture.link_texts else ""
    named = naming(said)
    sure = named is not None and named.itself and named.strength >= 2
    return capture.promise >= HIGH_PROMISE or sure or named_file(capture.url)


def _rank(capture: Capture, doors: set[str]) -> tuple[object, ...]:
    return address(capture.url) not in doors, -capture.promise, capture.clicks or 0, capture.url


def _blinded(searched: tuple[Capture, ...], troubles: tuple[Capture, ...]) -> Sight:
    counts = Counter(c.outcome for c in troubles)
    order = list(Outcome)
    blind = min(counts, key=lambda outcome: (-counts[outcome], order.index(outcome)))
    return Sight(blind.value, searched[:MOST_CITED], troubles)
