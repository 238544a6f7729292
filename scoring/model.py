"""What the judging half is made of, from what the bytes say to what is published."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from crawler.model import Capture, Region
from scoring.document import Block, BlockKind, Document, Member, PageLink, Scan, Table
from scoring.quick import quickly
from scoring.twin import Twin

__all__ = [
    "Amount",
    "Answered",
    "Block",
    "BlockKind",
    "Dated",
    "Document",
    "Dossier",
    "Due",
    "Edition",
    "EditionFile",
    "Evidence",
    "Finding",
    "Member",
    "PageLink",
    "Publication",
    "Rank",
    "Refusal",
    "Scan",
    "Score",
    "Sight",
    "Stage",
    "Status",
    "Table",
    "Twin",
]


class Stage(StrEnum):
    """The three moments of a budget's life when citizens are owed an edition."""

    DRAFT = "draft"
    ADOPTED = "adopted"
    EXECUTED = "executed"


class Status(StrEnum):
    """What a finding is. Only ``measured`` can cost a region points."""

    MEASURED = "measured"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"
    ERROR = "error"


@quickly
@dataclass(frozen=True, slots=True)
class Evidence:
    """A pointer a reader can follow: which capture, which bytes, where in them, which words."""

    capture: str
    url: str
    sha256: str = ""
    locator: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """One piece of evidence about a date. ``rung`` is one of scoring.dates.RUNGS."""

    rung: str
    earliest: date | None
    latest: date | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Publication:
    """When an edition was first published, as an interval, and every piece it rests on."""

    earliest: date | None
    latest: date | None
    basis: str
    pieces: tuple[Dated, ...] = ()
    contradictions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EditionFile:
    """One file or page of an edition. ``role`` is brochure, page, slides or data.

    ``member`` is its path in the archive that was captured, "" for a file by itself; its Document
    then has the archive's hash and places within the archive.
    """

    role: str
    capture: Capture
    document: Document
    member: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """A citizens' budget of one region, one stage, one fiscal year; it may be several files."""

    region: str
    stage: Stage
    fiscal_year: int
    title: str
    files: tuple[EditionFile, ...]
    publication: Publication
    why: Evidence

    @property
    def id(self) -> str:
        """Stable across runs: region, stage and fiscal year."""
        return f"{self.region}-{self.stage}-{self.fiscal_year}"

    @property
    def main(self) -> EditionFile:
        """The file a citizen would open first."""
        return self.files[0]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A document that looked like an edition and was not taken for one, with the reason.

    ``stage`` and ``year`` are what it was announced as, None where nothing told.
    """

    evidence: Evidence
    reason: str
    stage: "Stage | None" = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """The edition a stage owes in a wave, and the days its timeliness is counted from.

    ``assumed``: the region's own day of the event is not known. ``proof`` is where its site tells
    the days used, () for those of the registry.
    """

    stage: Stage
    fiscal_year: int
    event: date
    assumed: bool
    full_until: date
    half_until: date
    proof: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Sight:
    """Could we see the region's site well enough to say that something is not there?

    ``blind`` is "" when absence is provable; otherwise a reason code such as an Outcome value.
    ``searched`` are the captures a zero cites; ``troubles`` those that blind us.
    """

    blind: str
    searched: tuple[Capture, ...]
    troubles: tuple[Capture, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that a check may see about one region in one wave.

    ``twins`` are those among the editions' files and the documents refused, an archive's file by
    its own hash. ``former`` are editions as they last stood before files of them changed or went.
    ``answers`` remembers what was asked already, by check and stage: it follows from the rest.
    """

    region: Region
    wave: str
    as_of: date
    due: tuple[Due, ...]
    editions: tuple[Edition, ...]
    captures: tuple[Capture, ...]
    documents: dict[str, Document]
    refusals: tuple[Refusal, ...]
    sight: Sight
    twins: tuple[Twin, ...] = ()
    former: tuple[Edition, ...] = ()
    answers: "dict[tuple[Hashable, Stage], Answered]" = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def owed(self, stage: Stage) -> Due:
        """The edition owed at a stage; every wave owes all three."""
        return next(due for due in self.due if due.stage is stage)

    def edition(self, stage: Stage) -> Edition | None:
        """The edition owed at a stage, if it was found."""
        year = self.owed(stage).fiscal_year
        return next((e for e in self.editions if e.stage is stage and e.fiscal_year == year), None)


@quickly
@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money the edition states. ``value_rub`` is in roubles, a deficit is negative.

    ``kind`` is "plan", "fact" or "" where nothing tells; ``label`` names the programme, or what
    an amount per resident is of.
    """

    edition: str
    concept: str
    fiscal_year: int
    value_rub: float
    quote: str
    sha256: str
    locator: str
    kind: str = ""
    label: str = ""


@quickly
@dataclass(frozen=True, slots=True)
class Answered:
    """What a check says: a value with its bounds and proof, or why there is none.

    ``reason`` is a code of a closed list (an Outcome, ``no-text-layer``, ...) or words in
    Russian; of words ``reason_en`` is the English, of a code it is "".
    """

    status: Status
    value: float | None
    low: float
    high: float
    reason: str
    evidence: tuple[Evidence, ...] = field(default=())
    reason_en: str = ""

    def __post_init__(self) -> None:
        if (self.status is Status.MEASURED) != (self.value is not None):
            raise ValueError(f"a value and status {self.status} do not go together")
        if self.status is Status.MEASURED and not self.evidence:
            raise ValueError(f"a measurement must cite evidence: {self.reason}")
        if not 0 <= self.low <= (self.low if self.value is None else self.value) <= self.high <= 1:
            raise ValueError(f"bounds out of order: {self.low}, {self.value}, {self.high}")


@quickly
@dataclass(frozen=True, slots=True)
class Finding:
    """One criterion's answer about one region at one stage."""

    region: str
    wave: str
    rubric: str
    criterion: str
    stage: Stage
    answered: Answered
    advice_ru: str = ""
    advice_en: str = ""

    @property
    def id(self) -> str:
        """Stable across runs: what was asked, of whom, when, by which rubric."""
        return f"{self.wave}/{self.rubric}/{self.region}/{self.criterion}/{self.stage}"


@dataclass(frozen=True, slots=True)
class Score:
    """0..100 with its bounds; ``coverage`` is the share of weight that was measured."""

    region: str
    wave: str
    rubric: str
    dimension: str
    value: float | None
    low: float
    high: float
    coverage: float
    ranked: bool


@dataclass(frozen=True, slots=True)
class Rank:
    """A place with the interval it could lie in, given what was not seen."""

    region: str
    wave: str
    rubric: str
    rank: int
    rank_low: int
    rank_high: int
    band: str
