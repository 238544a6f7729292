"""What one publication is made of: judgements of waves, their rubrics, the state of sources."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crawler.model import Capture, Region, Run, SourceHealth
from crawler.notes import Changed, HostLedger, Note
from scoring.judgement import DocumentFacts, EditionFacts, Judgement, MemberFacts, RegionFacts
from scoring.model import Amount, Twin
from scoring.population import Residents
from scoring.rubric import Rubric
from scoring.stretches import Stretch


@dataclass(frozen=True, slots=True)
class Release:
    """Judgements oldest first, so that of two that speak of one thing the newest is heard."""

    judgements: tuple[Judgement, ...]
    rubrics: tuple[Rubric, ...]
    health: tuple[SourceHealth, ...]
    tool: str
    hosts: tuple[HostLedger, ...] = ()
    notes: tuple[Note, ...] = ()
    stretches: tuple[Stretch, ...] = ()

    @classmethod
    def of(
        cls,
        judgements: Sequence[Judgement],
        rubrics: Sequence[Rubric],
        health: Sequence[SourceHealth],
        tool: str,
        hosts: Sequence[HostLedger] = (),
        notes: Sequence[Note] = (),
        stretches: Iterable[Stretch] = (),
    ) -> "Release":
        """Bring what was handed over into an order that does not depend on who handed it."""
        return cls(
            tuple(sorted(judgements, key=lambda j: (j.as_of, j.wave, j.rubric))),
            tuple(sorted(rubrics, key=lambda r: r.id)),
            tuple(sorted(health, key=lambda h: (h.run, h.region, h.source))),
            tool,
            tuple(sorted(hosts, key=lambda h: (h.run, h.region, h.host))),
            tuple(sorted(notes, key=lambda n: (n.run, n.region, n.kind, n.subject))),
            tuple(stretches),
        )

    @property
    def changes(self) -> Iterator[tuple[Note, Changed]]:
        """What vanished or was replaced, with its facts."""
        for note in self.notes:
            if isinstance(note.facts, Changed):
                yield note, note.facts

    @property
    def regions(self) -> dict[str, Region]:
        """Every region judged, by its id."""
        return {f.region.id: f.region for j in self.judgements for f in j.regions}

    @property
    def facts(self) -> dict[tuple[str, str], RegionFacts]:
        """What each region owed and showed, by region and wave."""
        return {(f.region.id, j.wave): f for j in self.judgements for f in j.regions}

    @property
    def editions(self) -> dict[str, EditionFacts]:
        """Every edition found, by its id."""
        return {e.id: e for j in self.judgements for e in j.editions}

    @property
    def due(self) -> set[str]:
        """Ids of the editions that at least one wave asks for."""
        return {e.id for j in self.judgements for e in j.editions if e.due}

    @property
    def amounts(self) -> dict[str, tuple[Amount, ...]]:
        """The sums each edition states, by edition."""
        return {
            e.id: tuple(a for a in j.amounts if a.edition == e.id)
            for j in self.judgements
            for e in j.editions
        }

    @property
    def residents(self) -> dict[str, Residents]:
        """How many residents an edition states its region has, by edition."""
        return {r.edition: r for j in self.judgements for r in j.residents}

    @property
    def captures(self) -> dict[str, Capture]:
        """Every capture a judgement saw, by its id."""
        return {c.id: c for j in self.judgements for c in j.captures}

    @property
    def documents(self) -> dict[str, DocumentFacts]:
        """Every document read, by the sha256 of its bytes."""
        return {d.sha256: d for j in self.judgements for d in j.documents}

    @property
    def members(self) -> dict[tuple[str, str], MemberFacts]:
        """Every file of an archive, by the archive's sha256 and the path in it."""
        return {(m.archive, m.path): m for j in self.judgements for m in j.members}

    @property
    def twins(self) -> dict[tuple[str, str], Twin]:
        """Every two documents alike, by their sha256."""
        return {(t.one, t.two): t for j in self.judgements for t in j.twins}

    @property
    def runs(self) -> dict[str, Run]:
        """Every crawl the captures come from, by its id."""
        return {r.id: r for j in self.judgements for r in j.runs}
