"""Which editions of a wave have the same sentences, whoever's they are."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from crawler.model import Region
from scoring.language.ru.normal import normal
from scoring.model import Dossier, Edition, Stage
from scoring.signals.phrases import Phrase, enough, phrases

Words = tuple[str, ...]
_STEM = 5
_MOST_ALIKE = 0.5
_OWN = re.compile(
    r"област|кра(?:й|я|ю|ем|е)$|краев|республик|округ|автономн|региональн|субъект|город|губернатор$|"
    r"глав[аыуе]$|дум|собрани|совет|хурал|курулта|законодательн"
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """An edition's prose with its region's own names taken out."""

    edition: Edition
    sentences: dict[Words, Phrase]

    @property
    def size(self) -> int:
        """Words in all sentences."""
        return sum(len(words) for words in self.sentences)


@dataclass(frozen=True, slots=True)
class Alike:
    """Two editions; ``share`` of the first's words are in sentences that both have."""

    mine: Sheet
    other: Sheet
    share: float
    back: float

    @property
    def common(self) -> tuple[tuple[Phrase, Phrase], ...]:
        """Their common sentences, the longest first."""
        both = [words for words in self.mine.sentences if words in self.other.sentences]
        both.sort(key=lambda words: (-len(words), words))
        return tuple((self.mine.sentences[w], self.other.sentences[w]) for w in both)


@dataclass(frozen=True, slots=True)
class Templates:
    """The prose of all editions of a wave, by stage; made once, asked by every region."""

    sheets: dict[Stage, tuple[Sheet, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, dossiers: Iterable[Dossier]) -> "Templates":
        """The editions due, in the order of their ids."""
        found: defaultdict[Stage, list[Sheet]] = defaultdict(list)
        for dossier in sorted(dossiers, key=lambda d: d.region.id):
            for stage in Stage:
                if edition := dossier.edition(stage):
                    found[stage].append(_sheet(dossier.region, edition))
        return cls({stage: tuple(sheets) for stage, sheets in found.items()})

    def nearest(self, dossier: Dossier, stage: Stage) -> Alike | None:
        """The edition of another region that has most of this one's sentences."""
        sheets = self.sheets.get(stage, ())
        mine = next((s for s in sheets if s.edition.region == dossier.region.id), None)
        if mine is None or not enough(mine.sentences.values()):
            return None
        others = [s for s in sheets if s is not mine and _apart(mine, s)]
        alike = [_alike(mine, other) for other in others if enough(other.sentences.values())]
        return max(alike, key=lambda a: (a.share, a.other.edition.id), default=None)


def _alike(mine: Sheet, other: Sheet) -> Alike:
    common = sum(len(words) for words in mine.sentences.keys() & other.sentences.keys())
    return Alike(mine, other, common / mine.size, common / other.size)


def _apart(one: Sheet, two: Sheet) -> bool:
    """The same bytes on two sites are one edition seen twice, not one written after another."""
    first, second = ({(f.document.sha256, f.member) for f in s.edition.files} for s in (one, two))
    return first.isdisjoint(second)


def _sheet(region: Region, edition: Edition) -> Sheet:
    names = {word[:_STEM] for word in re.findall(r"[^\W\d_]{4,}", normal(region.name.ru))}
    told: dict[Words, Phrase] = {}
    for phrase in phrases(edition):
        kept = tuple(w for w in phrase.words if w[:_STEM] not in names and not _OWN.match(w))
        if len(kept) >= _MOST_ALIKE * len(phrase.words):
            told.setdefault(kept, phrase)
    return Sheet(edition, told)
