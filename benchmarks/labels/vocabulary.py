"""The words a label may use: criteria with their stages and steps, kinds of look-alike, signals."""

from enum import StrEnum

from scoring.model import Stage

_ALL = tuple(Stage)
_AHEAD = (Stage.DRAFT, Stage.ADOPTED)
_HALVES = (0.0, 0.5, 1.0)
_YES_NO = (0.0, 1.0)
_THIRDS = (0.0, 0.333, 0.667, 1.0)
_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)

COARSE = frozenset({"plain-language", "officialese", "terms-explained", "visuals", "text-layer"})
"""Criteria a person answers by feel or by a loose count: a quarter is allowed."""

STEPS: dict[str, tuple[float, ...]] = {
    "totals": _THIRDS,
    "revenue-structure": _THIRDS,
    "spending-by-function": _HALVES,
    "spending-by-programme": _HALVES,
    "results": _HALVES,
    "target-groups": _HALVES,
    "public-projects": _HALVES,
    "municipal-transfers": _HALVES,
    "public-debt": _HALVES,
    "macro-indicators": _HALVES,
    "priorities": _HALVES,
    "comparison": _HALVES,
    "per-capita": _YES_NO,
    "budget-process": _YES_NO,
    "glossary": _HALVES,
    "contacts": _HALVES,
    "feedback": _HALVES,
    "citizen-initiatives": _HALVES,
    "open-data": _YES_NO,
    "dated": _HALVES,
    "plain-language": _QUARTERS,
    "officialese": _QUARTERS,
    "terms-explained": (),
    "visuals": (),
    "structure": _HALVES,
    "text-layer": (),
    "findable": _HALVES,
}
"""The values a careful reader may give; () is any share from 0 to 1."""

DERIVED = ("edition-published", "on-time")
"""What follows from the rest of the truth: which editions there are and when they came out."""

_STAGES = dict.fromkeys(("macro-indicators", "priorities", "budget-process"), _AHEAD)


def asked(stage: Stage) -> tuple[str, ...]:
    """The criteria a label of this stage must answer."""
    return tuple(name for name in STEPS if stage in _STAGES.get(name, _ALL))


class Kind(StrEnum):
    """What a document is that looks like an edition and is none."""

    LAW = "law"
    NOTE = "note"
    ANNEX = "annex"
    NEWS = "news"
    CONTEST = "contest"
    ESSAY = "essay"
    OTHER_BODY = "other-body"
    FEDERAL = "federal"
    ORDER = "order"
    REPORT = "report"
    PRESENTATION = "presentation"
    OTHER = "other"


class Signal(StrEnum):
    """Signs of imitation, as the rubric names them."""

    COPIED = "copied-from-last-year"
    TEMPLATE = "shared-template"
    SUMS = "sums-disagree"
    FIGURES = "figures-disagree"
    IMAGE = "image-only"
    DEAD = "dead-feedback"
    BACKDATED = "backdated"
    VANISHED = "vanished"
    REPLACED = "silently-replaced"


class Format(StrEnum):
    """Who made a file, and of what kind."""

    PDF = "pdf"
    PDF_OFFICE = "pdf-office"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    DOC = "doc"
    PPTX = "pptx"
    XLSX = "xlsx"
    ODS = "ods"
    CSV = "csv"
    SCAN = "scan"
