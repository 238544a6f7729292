"""One half of the labels against one judgement: all figures, and all they rest on."""

from collections import defaultdict
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import mean

from benchmarks.labels import figures
from benchmarks.labels.answers import Pair, pairs
from benchmarks.labels.figures import Count, Criterion, Dates, Found
from benchmarks.labels.matching import Document, Matched, documents, matched
from benchmarks.labels.model import Labelled
from benchmarks.labels.signs import Sign, signs
from benchmarks.labels.vocabulary import DERIVED, STEPS
from benchmarks.labels.wave import judged
from scoring.judgement import Judgement
from scoring.rubric import Rubric

Sums = list[tuple[Matched, str, int | None, float | None]]


@dataclass(frozen=True)
class Details:
    """What the figures rest on, case by case."""

    documents: list[Document]
    matched: list[Matched]
    pairs: list[Pair]
    sums: Sums
    signs: list[Sign] | None


@dataclass(frozen=True)
class Figures:
    """All figures of one half.

    ``kinds`` are how many documents of each kind there are (``n``) and were rightly taken or
    refused; ``formats`` the agreement of all criteria by the edition's main file, ``sums`` that of
    the totals;
    ``not_judged`` the criteria labels answer and the rubric does not carry yet; ``invented`` the
    totals we state and the edition does not.
    """

    regions: int
    editions: int
    due: int
    files: Found
    kinds: dict[str, Count]
    unlabelled_taken: int
    not_reached: int
    named: Count
    joined: Count
    criteria: dict[str, Criterion]
    not_judged: tuple[str, ...]
    mean_alpha: float | None
    formats: dict[str, Count]
    totals: Count
    sums: dict[str, Count]
    invented: int
    dates: Dates
    signals: Found | None
    errors: tuple[str, ...] = field(default=())

    def plain(self) -> dict[str, object]:
        """As JSON has it."""
        return asdict(self)


def evaluate(regions: tuple[Labelled, ...], rubric: Rubric, build: Path) -> tuple[Figures, Details]:
    """Crawl and judge the regions, compare with the truth about them."""
    judgement = judged(regions, rubric, build)
    details = compared(regions, judgement)
    return summed(regions, rubric, judgement, details), details


def compared(regions: tuple[Labelled, ...], judgement: Judgement) -> Details:
    """Truth and judgement side by side."""
    all_matched, all_documents, all_pairs = list[Matched](), list[Document](), list[Pair]()
    for region in regions:
        found = matched(region, judgement)
        all_matched += found
        all_documents += documents(region, judgement)
        all_pairs += pairs(region, found, judgement)
    sums = figures.amounts(all_matched, judgement)
    return Details(all_documents, all_matched, all_pairs, sums, signs(all_matched, judgement))


def summed(
    regions: tuple[Labelled, ...], rubric: Rubric, judgement: Judgement, details: Details
) -> Figures:
    """The figures of what was compared."""
    criteria = _criteria(details.pairs, rubric)
    carried = {criterion.id for criterion in rubric.criteria}
    alphas = [c.alpha for c in criteria.values() if c.alpha is not None]
    seen = [one for one in details.matched if one.ours]
    return Figures(
        regions=len(regions),
        editions=len(details.matched),
        due=sum(one.due for one in details.matched),
        files=figures.editions(details.documents),
        kinds=_grouped([(d.kind, d.right) for d in details.documents if d.kind != "unlabelled"]),
        unlabelled_taken=sum(d.kind == "unlabelled" for d in details.documents),
        not_reached=sum(d.lost for d in details.documents),
        named=figures.count(one.named for one in seen),
        joined=figures.count(one.joined for one in seen),
        criteria=criteria,
        not_judged=tuple(c for c in (*DERIVED, *STEPS) if c not in carried),
        mean_alpha=figures.rounded(mean(alphas)) if alphas else None,
        formats=_grouped([(p.format, p.agrees) for p in details.pairs if p.format != "none"]),
        totals=figures.count(
            figures.same_sum(t, o) for _, _, t, o in details.sums if t is not None
        ),
        sums=_grouped(
            [(m.format, figures.same_sum(t, o)) for m, _, t, o in details.sums if t is not None]
        ),
        invented=sum(truth is None for _, _, truth, _ in details.sums),
        dates=figures.dates(details.matched),
        signals=_signals(details.signs),
        errors=judgement.errors,
    )


def _criteria(told: list[Pair], rubric: Rubric) -> dict[str, Criterion]:
    by_name: dict[str, list[Pair]] = defaultdict(list)
    for pair in told:
        by_name[pair.criterion].append(pair)
    return {c.id: figures.criterion(by_name[c.id]) for c in rubric.criteria if by_name.get(c.id)}


def _grouped(told: list[tuple[str, bool]]) -> dict[str, Count]:
    names = sorted({name for name, _ in told})
    return {name: figures.count(v for other, v in told if other == name) for name in names}


def _signals(told: list[Sign] | None) -> Found | None:
    if told is None:
        return None
    return figures.found(
        sum(s.true and s.given for s in told),
        sum(s.given and not s.true for s in told),
        sum(s.true and not s.given for s in told),
    )
