"""One wave judged by its rubrics: from captures and bytes to findings, scores and ranks."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from crawler.archive import Archive
from crawler.model import Capture, Region, Run
from scoring.dossier import assemble
from scoring.examples import with_examples
from scoring.judgement import DocumentFacts, Judgement, MemberFacts
from scoring.memory import Memory
from scoring.model import Document, Dossier, Twin
from scoring.opening import lacking
from scoring.ranking import ranks
from scoring.reader import Reader
from scoring.rubric import Rubric
from scoring.score import scores
from scoring.signals import ordered
from scoring.sweeping import rarely
from scoring.verdict import Verdict, verdict

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


@rarely()
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
    ended = {run.id for run in archive.runs() if run.finished}
    memory = Memory(build, wave, as_of, rubrics, ended)
    keys = {r.id: memory.key(r, captures[r.id]) for r in asked}
    known = {r.id: memory.recall(r.id, keys[r.id]) for r in asked}
    anew = [r for r in asked if known[r.id] is None]
    documents = _documents(archive, captures, [r.id for r in anew], build, processes, on_event)
    for region in anew:
        dossier = _assembled(region, wave, as_of, captures[region.id], documents)
        made = verdict(_walked(dossier, ended), rubrics)
        known[region.id] = made
        # What waits for a program is judged again, for the program may be there then.
        if not made.errors and not any(map(lacking, dossier.documents.values())):
            memory.keep(region.id, keys[region.id], made)
    verdicts = [v for v in known.values() if v is not None]
    unjudged = _unjudged(archive, wave, as_of, verdicts, captures)
    return tuple(_by(rubric, verdicts, unjudged) for rubric in rubrics)


def _unjudged(
    archive: Archive,
    wave: str,
    as_of: date,
    verdicts: Sequence[Verdict],
    captures: Mapping[str, Sequence[Capture]],
) -> Judgement:
    """What was seen of the wave, which is the same for every rubric."""
    seen = _seen(verdicts, captures)
    return Judgement(
        wave,
        as_of,
        rubric="",
        regions=tuple(v.region for v in verdicts),
        captures=seen,
        documents=_facts(verdicts),
        editions=tuple(e for v in verdicts for e in v.editions),
        amounts=tuple(a for v in verdicts for a in v.amounts),
        findings=(),
        scores=(),
        ranks=(),
        runs=_runs(archive, seen),
        errors=tuple(error for v in verdicts for error in v.errors),
        members=_members(verdicts),
        twins=_twins(verdicts),
        signs=ordered(
            [s for v in verdicts for s in v.signs], [s for v in verdicts for s in v.sheets]
        ),
        residents=tuple(r for v in verdicts for r in v.residents),
    )


def _by(rubric: Rubric, verdicts: Iterable[Verdict], wave: Judgement) -> Judgement:
    """The wave with one rubric's answers."""
    told = tuple(f for v in verdicts for f in v.findings if f.rubric == rubric.id)
    names = {facts.region.id: facts.region.name for facts in wave.regions}
    findings = with_examples(told, names)
    scored = scores(findings, rubric)
    return replace(
        wave, rubric=rubric.id, findings=findings, scores=scored, ranks=ranks(scored, rubric)
    )


def _walked(dossier: Dossier, ended: Collection[str]) -> Dossier:
    """A crawl that was cut off proves nothing absent: what it had found counts, no more."""
    if dossier.sight.blind or any(c.run in ended for c in dossier.captures):
        return dossier
    return replace(dossier, sight=replace(dossier.sight, blind=CUT_OFF))


def _assembled(
    region: Region,
    wave: str,
    as_of: date,
    captures: Sequence[Capture],
    documents: Mapping[str, Document],
) -> Dossier:
    try:
        return assemble(region, wave, as_of, captures, documents)
    except Exception as error:
        error.add_note(f"While the dossier of {region.id} was assembled for wave {wave}.")
        raise


def _documents(
    archive: Archive,
    captures: Mapping[str, Sequence[Capture]],
    regions: Sequence[str],
    build: Path,
    processes: int | None,
    on_event: OnEvent | None,
) -> dict[str, Document]:
    """Every readable capture's bytes as a document, by sha256, of the regions asked for."""
    readable = sorted(
        (c for some in captures.values() for c in some if c.outcome.readable and c.sha256),
        key=lambda c: (c.sha256, c.id),
    )
    # The first capture of the bytes, in the order of ids, gives the hints to read them by,
    # whichever regions are read: else what is remembered of the others would matter.
    hints = {c.sha256: (c.final_url, c.media_type) for c in reversed(readable)}
    mine = {c.sha256 for region in regions for c in captures[region]}
    wanted = {sha: hints[sha] for sha in sorted(hints) if sha in mine}
    return Reader(build / "documents", processes).read(wanted, archive.body, on_event)


def _seen(
    verdicts: Iterable[Verdict], captures: Mapping[str, Sequence[Capture]]
) -> tuple[Capture, ...]:
    looked_at = {id_ for v in verdicts for id_ in v.captures}
    seen = (c for some in captures.values() for c in some if c.id in looked_at)
    return tuple(sorted(seen, key=lambda c: c.id))


def _runs(archive: Archive, captures: Iterable[Capture]) -> tuple[Run, ...]:
    came = {capture.run for capture in captures}
    return tuple(run for run in archive.runs() if run.id in came)


def _facts(verdicts: Sequence[Verdict]) -> tuple[DocumentFacts, ...]:
    """Every document once; what was captured by itself is heard before what lay in an archive."""
    held = {d.sha256: d for v in verdicts for d in v.packed}
    held |= {d.sha256: d for v in verdicts for d in v.documents}
    return tuple(held[sha] for sha in sorted(held))


def _members(verdicts: Iterable[Verdict]) -> tuple[MemberFacts, ...]:
    found = {(m.archive, m.path): m for v in verdicts for m in v.members}
    return tuple(sorted(found.values(), key=lambda m: m.archive))


def _twins(verdicts: Iterable[Verdict]) -> tuple[Twin, ...]:
    """Two regions may publish the same files: a pair is told once."""
    found = {(twin.one, twin.two): twin for v in verdicts for twin in v.twins}
    return tuple(found[pair] for pair in sorted(found))
