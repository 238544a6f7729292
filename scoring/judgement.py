"""One wave judged by one rubric: all that is published, and nothing that is not."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter

from crawler.model import Capture, Region, Run
from scoring.model import (
    Amount,
    Dated,
    Document,
    Due,
    Edition,
    Evidence,
    Finding,
    Rank,
    Refusal,
    Score,
    Stage,
    Twin,
)
from scoring.population import Residents
from scoring.sign import Sign


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """A document without its text: what the `documents` table says of it."""

    sha256: str
    media_type: str
    title: str
    pages: int
    words: int
    pictures: int
    text_layer_share: float | None
    created: str
    modified: str
    unreadable: str
    detail: str
    ocr_pages: int = 0
    ocr_confidence: float | None = None

    @classmethod
    def of(cls, document: Document) -> "DocumentFacts":
        """The facts of a document, its text left behind."""
        read = [scan for scan in document.scans if not scan.reason]
        words = sum(scan.words for scan in read)
        sure = sum(scan.confidence * scan.words for scan in read) / words if words else None
        return cls(
            document.sha256,
            document.media_type,
            document.title,
            document.pages,
            document.words,
            document.pictures,
            document.text_layer_share,
            document.created,
            document.modified,
            document.unreadable,
            document.detail,
            len(read),
            None if sure is None else round(sure, 1),
        )


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """A file of an archive: which archive, which path, whose bytes, and why it was not read."""

    archive: str
    path: str
    sha256: str
    bytes: int
    unreadable: str
    detail: str


@dataclass(frozen=True, slots=True)
class FileFacts:
    """One file of an edition; ``member`` is its path in the archive, "" outside archives."""

    sha256: str
    url: str
    role: str
    capture: str
    member: str = ""


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """An edition without its text."""

    id: str
    region: str
    stage: Stage
    fiscal_year: int
    due: bool
    title: str
    url: str
    published_earliest: date | None
    published_latest: date | None
    published_basis: str
    dated: tuple[Dated, ...]
    contradictions: tuple[str, ...]
    why: Evidence
    files: tuple[FileFacts, ...]

    @classmethod
    def of(cls, edition: Edition, *, due: bool) -> "EditionFacts":
        """The facts of an edition; ``due`` when it is the one the wave asks for."""
        when = edition.publication
        return cls(
            edition.id,
            edition.region,
            edition.stage,
            edition.fiscal_year,
            due,
            edition.title,
            edition.main.capture.final_url,
            when.earliest,
            when.latest,
            when.basis,
            when.pieces,
            when.contradictions,
            edition.why,
            tuple(
                FileFacts(f.capture.sha256, f.capture.final_url, f.role, f.capture.id, f.member)
                for f in edition.files
            ),
        )


@dataclass(frozen=True, slots=True)
class RegionFacts:
    """One region in the wave: what it owed, what we could see of it, what we refused."""

    region: Region
    due: tuple[Due, ...]
    blind: str
    searched: tuple[str, ...]
    troubles: tuple[str, ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A wave judged. ``errors`` are failures of our own code: any one blocks publication."""

    wave: str
    as_of: date
    rubric: str
    regions: tuple[RegionFacts, ...]
    captures: tuple[Capture, ...]
    documents: tuple[DocumentFacts, ...]
    editions: tuple[EditionFacts, ...]
    amounts: tuple[Amount, ...]
    findings: tuple[Finding, ...]
    scores: tuple[Score, ...]
    ranks: tuple[Rank, ...]
    runs: tuple[Run, ...]
    errors: tuple[str, ...] = ()
    members: tuple[MemberFacts, ...] = ()
    twins: tuple[Twin, ...] = ()
    signs: tuple[Sign, ...] = ()
    residents: tuple[Residents, ...] = ()

    @property
    def signals(self) -> tuple[Sign, ...]:
        """The signs of imitation that are there."""
        return tuple(sign for sign in self.signs if sign.met)

    def save(self, path: Path) -> None:
        """Write as JSON, whole or not at all."""
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".part")
        half.write_bytes(_JSON.dump_json(self, indent=1))
        half.replace(path)

    @classmethod
    def load(cls, path: Path) -> "Judgement":
        """Read what ``save`` wrote; raises pydantic.ValidationError on anything else."""
        return _JSON.validate_json(path.read_bytes())


_JSON = TypeAdapter(Judgement)
