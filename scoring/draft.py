"""A brochure on its author's desk: a dossier of one edition that nobody has published yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crawler.model import Capture, Outcome, Region
from scoring.calendar import due_of
from scoring.classify import classify
from scoring.editions.clues import Clues
from scoring.editions.packed import seen_in
from scoring.editions.reading import Reading
from scoring.model import (
    Document,
    Dossier,
    Edition,
    EditionFile,
    Evidence,
    Publication,
    Sight,
    Stage,
)
from scoring.rubric import Criterion, Rubric

_ROLES = ("page", "brochure", "slides", "data")
_ANY_DAY = "2100-12-31T00:00:00Z"
"""A draft has no hour of capture; a later day than any it may bear stands for it."""
_UNNAMED = "a-region-not-named"
_ANOTHER = ("another-region", "municipal-budget", "federal-budget")


@dataclass(frozen=True, slots=True)
class Recognised:
    """What the site's reader would take the draft for; ``reason`` when for no edition."""

    stage: Stage | None
    year: int | None
    reason: str
    why: Evidence | None


def somebody() -> Region:
    """The region of a draft whose author named none: no calendar, no name to be held against."""
    return Region.model_validate(
        {"id": _UNNAMED, "name": {"ru": "Регион", "en": "Region"}, "iso_3166_2": "XX-XXX",
         "home": "http://region.invalid/"}
    )  # fmt: skip


def dossier_of(
    region: Region, stage: Stage, year: int, captures: Sequence[Capture],
    documents: Mapping[str, Document],
) -> Dossier:  # fmt: skip
    """A dossier whose one edition is made of these files, the file a citizen opens first first.

    ``captures`` are from ``on_desk`` or a crawl; those without a document are left out.
    """
    files = tuple(
        file for c in captures if c.sha256 in documents for file in _files(c, documents[c.sha256])
    )
    files = tuple(sorted(files, key=lambda f: _ROLES.index(f.role)))
    first = files[0]
    title = first.document.title or first.member or first.capture.url
    why = Evidence(first.capture.id, first.capture.final_url, first.capture.sha256)
    edition = Edition(region.id, stage, year, title, files, Publication(None, None, ""), why)
    due = tuple(due_of(region, each, year) for each in Stage)
    return Dossier(
        region=region,
        wave=str(year),
        as_of=due[list(Stage).index(stage)].event,
        due=due,
        editions=(edition,),
        captures=tuple(captures),
        documents=dict(sorted(documents.items())),
        refusals=(),
        sight=Sight("", tuple(captures)),
    )


def _files(capture: Capture, document: Document) -> list[EditionFile]:
    if not document.members:
        return [EditionFile(_role(capture, document), capture, document)]
    return [
        EditionFile(_role(capture, m.document), capture, seen_in(document, m), m.path)
        for m in document.members
    ]


def _role(capture: Capture, document: Document) -> str:
    return Reading(Clues(capture, document, ()), "", Evidence("", "")).role


def on_desk(number: int, path: str, sha256: str, size: int) -> Capture:
    """A file of this computer as if it had been captured; ``path`` stands for its address."""
    return Capture(
        id=f"file-{number}", run="", region="", url=path, final_url=path, fetched_at=_ANY_DAY,
        outcome=Outcome.OK, reason="", http_status=None, media_type="", sha256=sha256, bytes=size,
        warc_file="", warc_offset=0, source="", via="", clicks=None, link_texts=(), promise=0.0,
        last_modified="", content_disposition="",
    )  # fmt: skip


def recognised(dossier: Dossier) -> Recognised:
    """Would these files be known for an edition by their own words, and of what?"""
    editions, refusals = classify(dossier.region, dossier.captures, dossier.documents)
    if editions:
        asked = dossier.editions[0]
        same = [e for e in editions if (e.stage, e.fiscal_year) == (asked.stage, asked.fiscal_year)]
        found = (same or list(editions))[0]
        return Recognised(found.stage, found.fiscal_year, "", found.why)
    named = dossier.region.id != _UNNAMED
    told = [r for r in refusals if named or r.reason not in _ANOTHER]
    if told:
        return Recognised(told[0].stage, told[0].year, told[0].reason, told[0].evidence)
    return Recognised(None, None, "", None)


def by_file(rubric: Rubric, stage: Stage) -> tuple[Rubric, tuple[Criterion, ...]]:
    """The rubric's questions at one stage that files can answer, and those they cannot."""
    asked = [c for c in rubric.criteria if stage in c.stages]
    kept = tuple(c.model_copy(update={"stages": (stage,)}) for c in asked if c.check.from_file)
    narrow = rubric.model_copy(update={"criteria": kept, "stage_weights": {stage: 1.0}})
    return narrow, tuple(c for c in asked if not c.check.from_file)
