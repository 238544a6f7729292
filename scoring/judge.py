"""One wave judged by its rubrics: from captures and bytes to findings, scores and ranks."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from crawler.archive import Archive
from crawler.model import Capture, Region, Run
from scoring import concepts
from scoring.answering import judged
from scoring.checks.totals import stated
from scoring.dossier import assemble
from scoring.judgement import DocumentFacts, EditionFacts, Judgement, MemberFacts, RegionFacts
from scoring.model import Amount, Document, Dossier, Twin
from scoring.ranking import ranks
from scoring.reader import Reader
from scoring.rubric import Rubric
from scoring.score import scores
from scoring.signals import signs

OnEvent = Callable[[int, int], None]
CUT_OFF = "crawl-cut-off"


def judge_wave(
    archive: Archive,
    regions: Iterable[Region],
    *,
    wave: str,
    as_of: date,
    rubric: Rubric,
    build: Path,
    processes: int | None = None,
    on_event: OnEvent | None = None,
) -> Judgement:
    """Judge by one rubric; see ``judge_all``."""
    (only,) = judge_all(
        archive,
        regions,
        wave=wave,
        as_of=as_of,
        rubrics=(rubric,),
        build=build,
        processes=processes,
        on_event=on_event,
    )
    return only


def judge_all(
    archive: Archive,
    regions: Iterable[Region],
    *,
    wave: str,
    as_of: date,
    rubrics: Sequence[Rubric],
    build: Path,
    processes: int | None = None,
    on_event: OnEvent | None = None,
) -> tuple[Judgement, ...]:
    """Judge every region on the evening of ``as_of`` by each rubric, in their order.

    No network, no clock, no chance. Dossiers are assembled once and what two rubrics ask alike
    is answered once. ``build`` keeps the documents read; ``on_event(done, all)`` tells of them.
    A check that fails becomes a finding of status ``error`` with a line in ``errors``; the wave
    goes on.
    """
    asked = sorted(regions, key=lambda region: region.id)
    captures = {r.id: archive.captures(region=r.id) for r in asked}
    documents = _documents(archive, captures.values(), build, processes, on_event)
    dossiers = _walked(archive, _assembled(asked, wave, as_of, captures, documents))
    unjudged = _unjudged(archive, wave, as_of, dossiers)
    return tuple(_by(rubric, dossiers, unjudged) for rubric in rubrics)


def _unjudged(archive: Archive, wave: str, as_of: date, dossiers: Sequence[Dossier]) -> Judgement:
    """What was seen of the wave, which is the same for every rubric."""
    seen, errors = _seen(dossiers), list[str]()
    return Judgement(
        wave,
        as_of,
        rubric="",
        regions=tuple(_region(d) for d in dossiers),
        captures=seen,
        documents=_facts(dossiers),
        editions=tuple(f for d in dossiers for f in _editions(d)),
        amounts=tuple(a for d in dossiers for a in _amounts(d)),
        findings=(),
        scores=(),
        ranks=(),
        runs=_runs(archive, seen),
        signs=tuple(signs(dossiers, errors)),
        errors=tuple(errors),
        members=_members(dossiers),
        twins=_twins(dossiers),
    )


def _by(rubric: Rubric, dossiers: Iterable[Dossier], wave: Judgement) -> Judgement:
    """The wave with one rubric's answers."""
    errors = list[str]()
    findings = tuple(f for d in dossiers for f in judged(d, rubric, errors))
    scored = scores(findings, rubric)
    return replace(
        wave,
        rubric=rubric.id,
        findings=findings,
        scores=scored,
        ranks=ranks(scored, rubric),
        errors=(*wave.errors, *errors),
    )


def _walked(archive: Archive, dossiers: Iterable[Dossier]) -> list[Dossier]:
    """A crawl that was cut off proves nothing absent: what it had found counts, no more."""
    ended = {run.id for run in archive.runs() if run.finished}
    return [
        d
        if d.sight.blind or any(c.run in ended for c in d.captures)
        else replace(d, sight=replace(d.sight, blind=CUT_OFF))
        for d in dossiers
    ]


def _assembled(
    regions: Iterable[Region],
    wave: str,
    as_of: date,
    captures: Mapping[str, Sequence[Capture]],
    documents: Mapping[str, Document],
) -> Iterator[Dossier]:
    for region in regions:
        try:
            yield assemble(region, wave, as_of, captures[region.id], documents)
        except Exception as error:
            error.add_note(f"While the dossier of {region.id} was assembled for wave {wave}.")
            raise


def _documents(
    archive: Archive,
    captures: Iterable[Sequence[Capture]],
    build: Path,
    processes: int | None,
    on_event: OnEvent | None,
) -> dict[str, Document]:
    """Every readable capture's bytes as a document, by sha256."""
    readable = sorted(
        (c for some in captures for c in some if c.outcome.readable and c.sha256),
        key=lambda c: (c.sha256, c.id),
    )
    # The first capture of the bytes, in the order of ids, gives the hints to read them by.
    wanted = {c.sha256: (c.final_url, c.media_type) for c in reversed(readable)}
    wanted = dict(sorted(wanted.items()))
    return Reader(build / "documents", processes).read(wanted, archive.body, on_event)


def _seen(dossiers: Iterable[Dossier]) -> tuple[Capture, ...]:
    return tuple(sorted((c for d in dossiers for c in d.captures), key=lambda c: c.id))


def _runs(archive: Archive, captures: Iterable[Capture]) -> tuple[Run, ...]:
    came = {capture.run for capture in captures}
    return tuple(run for run in archive.runs() if run.id in came)


def _region(dossier: Dossier) -> RegionFacts:
    sight = dossier.sight
    return RegionFacts(
        dossier.region,
        dossier.due,
        sight.blind,
        tuple(c.id for c in sight.searched),
        tuple(c.id for c in sight.troubles),
        dossier.refusals,
    )


def _facts(dossiers: Iterable[Dossier]) -> tuple[DocumentFacts, ...]:
    captured = _held(dossiers)
    packed = (m for d in captured.values() for m in d.members if m.document.media_type)
    held = {m.sha256: m.document for m in packed} | captured
    return tuple(DocumentFacts.of(held[sha]) for sha in sorted(held))


def _held(dossiers: Iterable[Dossier]) -> dict[str, Document]:
    return {sha: doc for d in dossiers for sha, doc in d.documents.items()}


def _members(dossiers: Iterable[Dossier]) -> tuple[MemberFacts, ...]:
    return tuple(
        MemberFacts(sha, m.path, m.sha256, m.bytes, m.document.unreadable, m.document.detail)
        for sha, archive in sorted(_held(dossiers).items())
        for m in archive.members
    )


def _twins(dossiers: Iterable[Dossier]) -> tuple[Twin, ...]:
    """Two regions may publish the same files: a pair is told once."""
    found = {(twin.one, twin.two): twin for d in dossiers for twin in d.twins}
    return tuple(found[pair] for pair in sorted(found))


def _editions(dossier: Dossier) -> Iterator[EditionFacts]:
    for edition in dossier.editions:
        yield EditionFacts.of(edition, due=dossier.edition(edition.stage) is edition)


def _amounts(dossier: Dossier) -> Iterator[Amount]:
    for edition in dossier.editions:
        for amount, _ in stated(edition, edition.files).values():
            yield amount
        yield from concepts.amounts(edition, edition.files)
