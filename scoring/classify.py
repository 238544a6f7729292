"""Documents -> Editions: is it a citizens' budget, of which stage, for which fiscal year."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from crawler.model import Capture, Region
from scoring.dates import publication
from scoring.editions import grouping
from scoring.editions.clues import Clues
from scoring.editions.current import current
from scoring.editions.judging import HOLLOW, read
from scoring.editions.leading import names_file
from scoring.editions.linked import Mention, leading_to, mentions
from scoring.editions.naming import naming
from scoring.editions.packed import hidden, unpacked
from scoring.editions.reading import Reading
from scoring.model import Document, Edition, Evidence, Refusal, Stage

_TITLE_LETTERS = 200


def classify(
    region: Region, captures: Sequence[Capture], documents: Mapping[str, Document]
) -> tuple[tuple[Edition, ...], tuple[Refusal, ...]]:
    """Return the region's editions by stage and year, and what was refused, each with its reason.

    ``captures`` may be of several runs: the newest answer of an address is its content, all of
    them tell since when it is there. ``documents`` are by sha256. Any order of input gives the
    same output.
    """
    readings = _readings(region, captures, documents)
    taken = [r for r in readings if not r.reason]
    groups, homeless = grouping.grouped(taken)
    editions = tuple(
        _edition(region, stage, year, group, captures, documents)
        for (stage, year), group in groups.items()
    )
    refused = [Refusal(r.why, r.reason, r.stage, r.year) for r in readings if r.reason]
    refused += [Refusal(r.why, reason.value) for r, reason in homeless]
    return _in_order(editions), tuple(sorted(refused, key=lambda r: (r.evidence.url, r.reason)))


def _readings(
    region: Region, captures: Sequence[Capture], documents: Mapping[str, Document]
) -> list[Reading]:
    now = current(captures)
    known = mentions(now, documents, now)
    found = [(c, m) for c, m in _once(now, documents, known) if c.sha256 in documents]
    seen = {capture.sha256 for capture, _ in found}
    readings: list[Reading | None] = []
    for capture, links in found:
        document = documents[capture.sha256]
        if document.members:
            readings += _packed(capture, document, links, seen, region)
        else:
            readings.append(read(Clues(capture, document, links), region))
    return [reading for reading in readings if reading is not None]


def _packed(
    capture: Capture,
    archive: Document,
    links: tuple[Mention, ...],
    seen: set[str],
    region: Region,
) -> list[Reading | None]:
    """The files of an archive; where none is an edition and some are hidden, the archive itself.

    What its links promise may be in the hidden ones.
    """
    readings = [read(clues, region) for clues in unpacked(capture, archive, links, seen)]
    if any(r is not None and not r.reason and not r.joins for r in readings):
        return readings
    if reason := hidden(archive):
        shut = replace(archive, unreadable=reason, members=())
        readings.append(read(Clues(capture, shut, links), region))
    return readings


def _once(
    captures: Iterable[Capture],
    documents: Mapping[str, Document],
    known: Mapping[str, tuple[Mention, ...]],
) -> Iterable[tuple[Capture, tuple[Mention, ...]]]:
    """The same bytes at several addresses are one file, known by the links to all of them.

    Nothing, or a page, where files were promised is several files that are missing: each has the
    links that promise it.
    """
    same: dict[tuple[str, str], list[Capture]] = {}
    for capture in captures:
        apart = _is_missing(capture, documents.get(capture.sha256))
        same.setdefault((capture.sha256, capture.url if apart else ""), []).append(capture)
    for group in same.values():
        first = min(group, key=lambda c: (c.clicks is None, c.clicks, c.url))
        others = (m for c in group if c is not first for m in leading_to(c, known))
        yield first, (*leading_to(first, known), *others)


def _is_missing(capture: Capture, document: Document | None) -> bool:
    if document is None:
        return False
    page = "html" in document.media_type and names_file(capture.url)
    return page or document.unreadable in HOLLOW


def _edition(
    region: Region,
    stage: Stage,
    year: int,
    group: tuple[Reading, ...],
    captures: Sequence[Capture],
    documents: Mapping[str, Document],
) -> Edition:
    files = grouping.files(group)
    dated = publication(files, captures, documents, region, stage, year)
    why: Evidence = group[0].why
    return Edition(region.id, stage, year, _title(group[0]), files, dated, why)


def _title(reading: Reading) -> str:
    """What a reader would call it: the cover from its name on, else its link."""
    clues = reading.clues
    lines = [" ".join(block.text.split()) for block in clues.cover]
    start = next((n for n, line in enumerate(lines) if naming(line)), None)
    if start is not None:
        return " ".join(lines[start : start + 3])[:_TITLE_LETTERS]
    return (clues.link_text or clues.title or " ".join(lines) or clues.name)[:_TITLE_LETTERS]


def _in_order(editions: Iterable[Edition]) -> tuple[Edition, ...]:
    order = list(Stage)
    return tuple(sorted(editions, key=lambda e: (order.index(e.stage), e.fiscal_year)))
