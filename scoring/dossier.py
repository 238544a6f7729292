"""All that is archived about one region, as of one day, ready to be judged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from crawler.model import Capture, Region
from scoring.calendar import owed
from scoring.classify import classify
from scoring.dating.happened import happened
from scoring.former import former
from scoring.locator import inside
from scoring.model import Document, Dossier, Edition, Refusal
from scoring.sight import sight
from scoring.twins import twins


def assemble(
    region: Region,
    wave: str,
    as_of: date,
    captures: Sequence[Capture],
    documents: Mapping[str, Document],
) -> Dossier:
    """Return the dossier of ``region`` on the evening (UTC) of ``as_of``.

    Days are the region's own: at what hour of them we came counts for and against nobody.

    ``documents`` are by sha256. When there are captures from on or before that day, later ones are
    not looked at; when there are none, all are, and an edition proven to be younger than the
    day is left out.
    """
    mine = _until(as_of, (c for c in captures if c.region == region.id))
    held = {c.sha256: documents[c.sha256] for c in mine if c.sha256 in documents}
    editions, refusals = classify(region, mine, held)
    events = happened(region, mine, held, refusals)
    out = (e.publication.earliest for e in editions)
    published = tuple(e for e, day in zip(editions, out, strict=True) if not day or day <= as_of)
    if all(_day(c) <= as_of.isoformat() for c in mine):
        published = tuple(_by(as_of, edition) for edition in published)
    return Dossier(
        region=region,
        wave=wave,
        as_of=as_of,
        due=owed(region, wave, as_of, events),
        editions=published,
        captures=mine,
        documents=dict(sorted(held.items())),
        refusals=refusals,
        sight=sight(region, mine, held),
        twins=twins(_told(published, refusals, held)),
        former=former(region, mine, held, published),
    )


def _told(
    editions: Iterable[Edition], refusals: Iterable[Refusal], held: Mapping[str, Document]
) -> dict[str, Document]:
    """What was taken for an edition or looked like one: the rest of a site is not compared."""
    places = [(f.capture.sha256, f.member) for e in editions for f in e.files]
    places += [(r.evidence.sha256, inside(r.evidence.locator)[0]) for r in refusals]
    told = {}
    for sha256, path in places:
        document = held.get(sha256)
        members = document.members if document is not None else ()
        packed = next((m for m in members if path and m.path == path), None)
        if packed is not None:
            told[packed.sha256] = packed.document
        elif document is not None:
            told[sha256] = document
    return told


def _by(as_of: date, edition: Edition) -> Edition:
    """Our evening may be the next morning there: who was seen on it is not a day late for that."""
    when = edition.publication
    if when.latest is None or when.latest <= as_of:
        return edition
    return replace(edition, publication=replace(when, latest=as_of))


def _day(capture: Capture) -> str:
    return capture.fetched_at[:10]


def _until(as_of: date, captures: Iterable[Capture]) -> tuple[Capture, ...]:
    ordered = sorted(captures, key=lambda c: (c.fetched_at, c.url, c.id))
    before = [c for c in ordered if _day(c) <= as_of.isoformat()]
    return tuple(before or ordered)
