"""Which editions of a wave have the same sentences, whoever's they are."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from crawler.model import Region
from scoring.language.ru.normal import normal
from scoring.model import Dossier, Edition, Evidence, Stage
from scoring.signals.phrases import enough, phrases

Words = tuple[str, ...]
_STEM = 5
_MOST_ALIKE = 0.5
_MOST_PAIRS = 4
_OWN = re.compile(
    r"област|кра(?:й|я|ю|ем|е)$|краев|республик|округ|автономн|региональн|субъект|город|губернатор$|"
    r"глав[аыуе]$|дум|собрани|совет|хурал|курулта|законодательн"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: the words left of it, and where it stands."""

    words: Words
    proof: Evidence


@dataclass(frozen=True, slots=True)
class Sheet:
    """The prose of an edition due, its region's own names taken out; ``files`` are its bytes."""

    region: str
    stage: Stage
    edition: str
    files: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]

    @property
    def size(self) -> int:
        """Words in all sentences."""
        return sum(len(line.words) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Alike:
    """Two editions; ``share`` of the first's words are in sentences that both have.

    ``common`` are those sentences, the longest first, as each has them.
    """

    other: Sheet
    share: float
    back: float
    common: tuple[tuple[Line, Line], ...]


@dataclass(frozen=True, slots=True)
class Templates:
    """The prose of all editions of a wave, by stage; made once, asked by every region."""

    sheets: dict[Stage, tuple[Sheet, ...]] = field(default_factory=dict)
    said: dict[str, frozenset[Words]] = field(default_factory=dict)

    @classmethod
    def among(cls, sheets: Iterable[Sheet]) -> "Templates":
        """The sheets of a wave, in the order of their editions' ids."""
        found: defaultdict[Stage, list[Sheet]] = defaultdict(list)
        for sheet in sorted(sheets, key=lambda s: s.edition):
            found[sheet.stage].append(sheet)
        said = {
            s.edition: frozenset(line.words for line in s.lines)
            for of in found.values()
            for s in of
        }
        return cls({stage: tuple(of) for stage, of in found.items()}, said)

    @classmethod
    def of(cls, dossiers: Iterable[Dossier]) -> "Templates":
        """The editions due of these dossiers."""
        return cls.among(s for d in dossiers for stage in Stage if (s := sheet(d, stage)))

    def nearest(self, mine: Sheet) -> Alike | None:
        """The edition of another region that has most of this one's sentences."""
        if not enough(mine.lines):
            return None
        others = [s for s in self.sheets.get(mine.stage, ()) if _apart(mine, s)]
        alike = [self._alike(mine, other) for other in others if enough(other.lines)]
        return max(alike, key=lambda a: (a.share, a.other.edition), default=None)

    def _alike(self, mine: Sheet, other: Sheet) -> Alike:
        both = self.said.get(mine.edition, frozenset()) & self.said[other.edition]
        common = sum(map(len, both))
        pairs: tuple[tuple[Line, Line], ...] = ()
        if common:
            told = {line.words: line for line in other.lines}
            here = [line for line in mine.lines if line.words in both]
            here.sort(key=lambda line: (-len(line.words), line.words))
            pairs = tuple((line, told[line.words]) for line in here[:_MOST_PAIRS])
        return Alike(other, common / mine.size, common / other.size, pairs)


def sheet(dossier: Dossier, stage: Stage) -> Sheet | None:
    """The prose of the edition due at a stage; None when there is none."""
    edition = dossier.edition(stage)
    if edition is None:
        return None
    files = tuple((f.document.sha256, f.member) for f in edition.files)
    lines = tuple(_lines(dossier.region, edition))
    return Sheet(dossier.region.id, stage, edition.id, files, lines)


def _apart(one: Sheet, two: Sheet) -> bool:
    """Another region's; the same bytes on two sites are one edition seen twice."""
    return one.region != two.region and set(one.files).isdisjoint(two.files)


def _lines(region: Region, edition: Edition) -> Iterator[Line]:
    names = {word[:_STEM] for word in re.findall(r"[^\W\d_]{4,}", normal(region.name.ru))}
    told: dict[Words, Evidence] = {}
    for phrase in phrases(edition):
        kept = tuple(w for w in phrase.words if w[:_STEM] not in names and not _OWN.match(w))
        if len(kept) >= _MOST_ALIKE * len(phrase.words):
            told.setdefault(kept, phrase.proof)
    yield from (Line(words, proof) for words, proof in told.items())
