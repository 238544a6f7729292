"""What one region's dossier comes to: facts and findings, ready to be published or remembered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scoring import concepts
from scoring.answering import judged
from scoring.checks.totals import stated
from scoring.judgement import DocumentFacts, EditionFacts, MemberFacts, RegionFacts
from scoring.model import Amount, Dossier, Finding, Stage, Twin
from scoring.population import Residents
from scoring.residents import residents
from scoring.rubric import Rubric
from scoring.sign import Sign
from scoring.signals import of_region
from scoring.signals.templates import Sheet, sheet


@dataclass(frozen=True, slots=True)
class Verdict:
    """One region of a wave under all its rubrics; of a dossier nothing else is published.

    ``captures`` are ids; ``documents`` are those captured, ``packed`` those in archives;
    ``findings`` are of every rubric, in the order of the rubrics. ``signs`` are those told of a
    region by itself; ``sheets`` hold the prose that is compared with other regions'.
    """

    region: RegionFacts
    captures: tuple[str, ...]
    documents: tuple[DocumentFacts, ...]
    packed: tuple[DocumentFacts, ...]
    members: tuple[MemberFacts, ...]
    twins: tuple[Twin, ...]
    editions: tuple[EditionFacts, ...]
    amounts: tuple[Amount, ...]
    findings: tuple[Finding, ...]
    signs: tuple[Sign, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    errors: tuple[str, ...] = ()
    residents: tuple[Residents, ...] = ()


def verdict(dossier: Dossier, rubrics: Sequence[Rubric]) -> Verdict:
    """Ask every question of every rubric; what two of them ask alike is answered once."""
    errors: list[str] = []
    return Verdict(
        _region(dossier),
        tuple(capture.id for capture in dossier.captures),
        tuple(DocumentFacts.of(dossier.documents[sha]) for sha in sorted(dossier.documents)),
        tuple(_packed(dossier)),
        tuple(_members(dossier)),
        dossier.twins,
        tuple(_editions(dossier)),
        tuple(_amounts(dossier)),
        tuple(f for rubric in rubrics for f in judged(dossier, rubric, errors)),
        of_region(dossier, errors),
        tuple(s for stage in Stage if (s := sheet(dossier, stage))),
        # Two rubrics that ask the same fail the same.
        tuple(dict.fromkeys(errors)),
        tuple(r for e in dossier.editions if (r := residents(e, e.files))),
    )


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


def _packed(dossier: Dossier) -> Iterator[DocumentFacts]:
    for sha in sorted(dossier.documents):
        for member in dossier.documents[sha].members:
            if member.document.media_type:
                yield DocumentFacts.of(member.document)


def _members(dossier: Dossier) -> Iterator[MemberFacts]:
    for sha in sorted(dossier.documents):
        for m in dossier.documents[sha].members:
            document = m.document
            yield MemberFacts(sha, m.path, m.sha256, m.bytes, document.unreadable, document.detail)


def _editions(dossier: Dossier) -> Iterator[EditionFacts]:
    for edition in dossier.editions:
        yield EditionFacts.of(edition, due=dossier.edition(edition.stage) is edition)


def _amounts(dossier: Dossier) -> Iterator[Amount]:
    for edition in dossier.editions:
        for amount, _ in stated(edition, edition.files).values():
            yield amount
        yield from concepts.amounts(edition, edition.files)
