"""Which judged edition is which true one, and what the judge took that is none."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from benchmarks.labels.due import DUE
from benchmarks.labels.model import Labelled, TrueEdition
from scoring.judgement import EditionFacts, Judgement


@dataclass(frozen=True, slots=True)
class Document:
    """A file or page of a site, what it truly is and what it was taken for.

    ``kind`` is "edition", a kind of look-alike, or "unlabelled". ``reason`` is why it was refused,
    "not reached" when the crawl never had it.
    """

    region: str
    path: str
    format: str
    kind: str
    taken: bool
    reason: str

    @property
    def right(self) -> bool:
        """An edition taken for one, or a look-alike that was not."""
        return self.taken == (self.kind == "edition")

    @property
    def lost(self) -> bool:
        """A file of an edition the crawl never had."""
        return self.kind == "edition" and self.reason == "not reached"


@dataclass(frozen=True, slots=True)
class Matched:
    """A true edition and the judged edition that has its main file, or else any file of it."""

    region: Labelled
    truth: TrueEdition
    ours: EditionFacts | None

    @property
    def due(self) -> bool:
        """Whether the wave asks for it."""
        return DUE[self.truth.stage] == self.truth.fiscal_year

    @property
    def format(self) -> str:
        """The format of its main file."""
        return self.region.format(self.truth.files[0])

    @property
    def named(self) -> bool:
        """Stage and year are right."""
        ours = self.ours
        return ours is not None and (ours.stage, ours.fiscal_year) == (
            self.truth.stage,
            self.truth.fiscal_year,
        )

    @property
    def joined(self) -> bool:
        """Its files, all of them and no others, make one edition."""
        return self.ours is not None and _paths(self.ours) == set(map(plain, self.truth.files))


def plain(path: str) -> str:
    """A path as it is read, its query with it."""
    return unquote(path)


def path_of(url: str) -> str:
    """What of an address a label says."""
    parts = urlsplit(url)
    return plain(parts.path + (f"?{parts.query}" if parts.query else ""))


def matched(region: Labelled, judgement: Judgement) -> list[Matched]:
    """Every true edition of a region with ours."""
    ours = [e for e in judgement.editions if e.region == region.region.id]
    return [Matched(region, truth, _ours(truth, ours)) for truth in region.editions]


def documents(region: Labelled, judgement: Judgement) -> Iterator[Document]:
    """Every labelled file or page, and every other that was taken for part of an edition."""
    name = region.region.id
    ours = [e for e in judgement.editions if e.region == name]
    taken = {path for edition in ours for path in _paths(edition)}
    reasons = _refused(name, judgement)
    kinds = {plain(path): "edition" for t in region.editions for path in t.files}
    kinds |= {plain(path): str(t.kind) for t in region.lookalikes for path in t.files}
    for path in sorted(set(kinds) | taken):
        kind = kinds.get(path, "unlabelled")
        why = "" if path in taken else reasons.get(path, "not reached")
        yield Document(name, path, region.format(path), kind, path in taken, why)


def _ours(truth: TrueEdition, ours: list[EditionFacts]) -> EditionFacts | None:
    for path in map(plain, truth.files):
        holding = [edition for edition in ours if path in _paths(edition)]
        named = [e for e in holding if (e.stage, e.fiscal_year) == (truth.stage, truth.fiscal_year)]
        if holding:
            return (named or holding)[0]
    return None


def _paths(edition: EditionFacts) -> set[str]:
    return {path_of(file.url) for file in edition.files}


def _refused(name: str, judgement: Judgement) -> dict[str, str]:
    """Why each address that was reached is no edition; "" when nobody thought it might be one."""
    seen = {
        path_of(c.final_url): "" for c in judgement.captures if c.region == name and c.outcome.seen
    }
    facts = next(facts for facts in judgement.regions if facts.region.id == name)
    return seen | {path_of(r.evidence.url): r.reason for r in facts.refusals}
