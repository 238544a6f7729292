"""When an edition was first published: a ladder of evidence, each piece naming its rung."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from crawler.model import Capture, Region
from scoring.dating import announced, rungs, shown
from scoring.dating.zone import Zone
from scoring.model import Dated, Document, EditionFile, Publication, Stage

RUNGS: tuple[str, ...] = (
    "printed",
    "news",
    "first-seen",
    "web-archive",
    "sitemap",
    "last-modified",
    "file-metadata",
)
_SLACK = timedelta(days=1)
"""A clock east or west of ours may differ by a day; that is no contradiction."""
_TOLD = ("printed", "news")
_KEPT_BY_AUTHORS = ("sitemap", "last-modified")


def publication(
    files: Sequence[EditionFile],
    captures: Sequence[Capture],
    documents: Mapping[str, Document],
    region: Region,
    stage: Stage,
    year: int,
) -> Publication:
    """Return the interval in which the edition appeared, the rung it rests on, and every piece.

    A printed date or news item says the day; being seen says "not later than"; a file's making
    says "not earlier than". The strongest rung decides, weaker ones narrow it where they agree
    and are kept as contradictions where they do not. Unknown ends are None. Days are the region's.
    """
    zone = Zone.of(region)
    pieces = tuple(sorted(_pieces(files, captures, documents, zone, stage, year), key=_rank))
    span = _Span()
    contradictions: list[str] = []
    for piece in pieces:
        known = span.told and span.earliest == span.latest
        if known and piece.rung in _TOLD and (piece.latest or date.max) >= _start(span):
            continue
        if _contradicts(piece, span):
            contradictions.append(_sentence(span, piece))
        elif not _silent(piece, span):
            span = span.narrowed(piece)
    return Publication(
        span.earliest, span.latest, span.basis, pieces, tuple(dict.fromkeys(contradictions))
    )


@dataclass(frozen=True, slots=True)
class _Span:
    earliest: date | None = None
    latest: date | None = None
    basis: str = ""

    @property
    def told(self) -> bool:
        """The edition's own people said the day."""
        return self.basis in _TOLD

    def narrowed(self, piece: Dated) -> "_Span":
        earliest = max((d for d in (self.earliest, piece.earliest) if d), default=None)
        latest = min((d for d in (self.latest, piece.latest) if d), default=None)
        names = not self.basis or (latest != self.latest and not self.told)
        return _Span(earliest, latest, piece.rung if names else self.basis)


def _pieces(
    files: Sequence[EditionFile],
    captures: Sequence[Capture],
    documents: Mapping[str, Document],
    zone: Zone,
    stage: Stage,
    year: int,
) -> Iterable[Dated]:
    yield from shown.printed(files, captures, documents, zone, stage, year)
    yield from announced.news(files, captures, documents, zone, stage, year)
    yield from rungs.seen(files, captures, documents, zone)
    yield from rungs.web_archive(files, captures)
    yield from rungs.sitemap(files, captures, documents)
    yield from rungs.last_modified(files, zone)
    yield from rungs.metadata(files, zone)


def _rank(piece: Dated) -> tuple[int, date, str, str]:
    day = piece.latest or piece.earliest or date.max
    return RUNGS.index(piece.rung), day, piece.evidence.url, piece.evidence.locator


def _start(span: _Span) -> date:
    """A later file of the edition, or news after it was out, does not contradict its day."""
    return (span.earliest or date.min) - _SLACK


def _contradicts(piece: Dated, span: _Span) -> bool:
    too_late = piece.earliest and span.latest and piece.earliest > span.latest + _SLACK
    sooner = piece.latest and span.earliest and piece.latest < span.earliest - _SLACK
    return bool(too_late or (sooner and piece.rung not in _KEPT_BY_AUTHORS))


def _silent(piece: Dated, span: _Span) -> bool:
    """Disagreement that says nothing: a clock's slack, a stamp kept from the author's desk."""
    late = piece.earliest and span.latest and piece.earliest > span.latest
    soon = piece.latest and span.earliest and piece.latest < span.earliest
    return bool(late or soon)


def _sentence(span: _Span, piece: Dated) -> str:
    """One sentence for a reader."""
    known = f"{span.basis}: {_span(span.earliest, span.latest)}"
    return f"{known}, but {piece.rung} says {_span(piece.earliest, piece.latest)}"


def _span(earliest: date | None, latest: date | None) -> str:
    if earliest == latest and earliest:
        return earliest.isoformat()
    since = f"not before {earliest}" if earliest else ""
    until = f"not after {latest}" if latest else ""
    return " and ".join(filter(None, (since, until)))
