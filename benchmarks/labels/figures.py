"""The figures of one half: shares with their counts, ready for a table or JSON."""

from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.labels.answers import Pair
from benchmarks.labels.matching import Document, Matched
from benchmarks.labels.statistics import alpha, ratio, wilson
from scoring.judgement import Judgement

CONCEPTS = ("revenue", "expenditure", "balance")


@dataclass(frozen=True, slots=True)
class Count:
    """``right`` of ``n``, the share with its 95 % interval; None of nothing."""

    n: int
    right: int
    share: float | None
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Found:
    """Things found against things there are."""

    right: int
    wrong: int
    missed: int
    precision: float | None
    recall: float | None
    f1: float | None


@dataclass(frozen=True, slots=True)
class Criterion:
    """How one criterion's values agree; ``of_found`` leaves out editions we did not know.

    ``met`` is about values above 0.
    """

    agreement: Count
    of_found: Count
    unknown: int
    met: Found
    alpha: float | None
    by_format: dict[str, Count]


@dataclass(frozen=True, slots=True)
class Dates:
    """Intervals that hold the true day; how many are closed, and their median length in days."""

    holding: Count
    closed: int
    median_days: int | None


def count(verdicts: Iterable[bool]) -> Count:
    """A share of yes."""
    told = list(verdicts)
    low, high = wilson(sum(told), len(told))
    share = ratio(sum(told), len(told))
    return Count(len(told), sum(told), rounded(share), round(low, 4), round(high, 4))


def found(right: int, wrong: int, missed: int) -> Found:
    """Precision, recall and F1 of so many."""
    return Found(
        right,
        wrong,
        missed,
        rounded(ratio(right, right + wrong)),
        rounded(ratio(right, right + missed)),
        rounded(ratio(2 * right, 2 * right + wrong + missed)),
    )


def editions(documents: Iterable[Document]) -> Found:
    """Files of editions taken for such, look-alikes refused."""
    told = list(documents)
    right = sum(d.taken and d.right for d in told)
    return found(
        right,
        sum(d.taken and not d.right for d in told),
        sum(not d.taken and not d.right for d in told),
    )


def criterion(pairs: list[Pair]) -> Criterion:
    """The figures of one criterion's pairs."""
    both = sum(p.truth > 0 and bool(p.ours) for p in pairs)
    over = sum(p.truth == 0 and bool(p.ours) for p in pairs)
    under = sum(p.truth > 0 and not p.ours for p in pairs)
    formats = sorted({p.format for p in pairs})
    return Criterion(
        count(p.agrees for p in pairs),
        count(p.agrees for p in pairs if p.found),
        sum(p.ours is None for p in pairs),
        found(both, over, under),
        rounded(alpha([(p.truth, p.ours) for p in pairs])),
        {kind: count(p.agrees for p in pairs if p.format == kind) for kind in formats},
    )


def amounts(
    matched: Iterable[Matched], judgement: Judgement
) -> list[tuple[Matched, str, int | None, float | None]]:
    """(edition, concept, true roubles, ours) of every total that either side states."""
    stated = {(a.edition, a.concept): a.value_rub for a in judgement.amounts}
    rows = []
    for one in matched:
        if one.ours is None:
            continue
        for concept in CONCEPTS:
            truth = getattr(one.truth.amounts, concept)
            ours = stated.get((one.ours.id, concept))
            if truth is not None or ours is not None:
                rows.append((one, concept, truth, ours))
    return rows


def same_sum(truth: int | None, ours: float | None) -> bool:
    """The same to the rouble."""
    return truth is not None and ours is not None and abs(truth - ours) < 0.5


def holds(one: Matched) -> bool:
    """Whether our interval of publication holds the true day."""
    assert one.ours is not None
    first, last = one.ours.published_earliest, one.ours.published_latest
    day = one.truth.published
    return (first is None or first <= day) and (last is None or day <= last)


def dates(matched: Iterable[Matched]) -> Dates:
    """The figures of publication intervals of the editions found."""
    seen = [one for one in matched if one.ours]
    days = sorted(
        (e.published_latest - e.published_earliest).days
        for one in seen
        if (e := one.ours) and e.published_earliest and e.published_latest
    )
    return Dates(count(map(holds, seen)), len(days), days[len(days) // 2] if days else None)


def rounded(value: float | None) -> float | None:
    """Four digits, once."""
    return None if value is None else round(value, 4)
