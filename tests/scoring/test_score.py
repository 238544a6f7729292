"""Arithmetic of scores: what counts, what widens, and what no order can move."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scoring.model import Answered, Evidence, Finding, Stage, Status
from scoring.rubric import load
from scoring.score import gain, scores

NINE = (
    "edition-published", "totals", "glossary", "contacts", "on-time", "dated", "plain-language",
    "text-layer", "findable",
)  # fmt: skip
WHOLE = load("budget-for-citizens-2026.1")
# Nine of its questions, 53 points: enough to check the arithmetic by hand.
RUBRIC = WHOLE.model_copy(
    update={"criteria": tuple(c for c in WHOLE.criteria if c.id in NINE), "weight": 53}
)
PROOF = (Evidence("c", "http://x.invalid/"),)
ASKED = [(c.id, stage) for c in RUBRIC.criteria for stage in c.stages]
UNKNOWN = Answered(Status.UNKNOWN, None, 0.0, 1.0, "dns")
NOT_APPLICABLE = Answered(Status.NOT_APPLICABLE, None, 0.0, 0.0, "")


def measured(value, low=None, high=None):
    return Answered(
        Status.MEASURED, value, value if low is None else low, value if high is None else high,
        "", PROOF,
    )  # fmt: skip


def findings(answers, region="a"):
    return [
        Finding(region, "2026", RUBRIC.id, criterion, stage, answer)
        for (criterion, stage), answer in zip(ASKED, answers, strict=False)
    ]


def total(answers):
    return next(s for s in scores(findings(answers), RUBRIC) if s.dimension == "total")


share = st.floats(0, 1)
bounds = st.lists(share, min_size=3, max_size=3).map(sorted)
answer = st.one_of(
    share.map(measured),
    bounds.map(lambda b: measured(b[1], b[0], b[2])),
    st.lists(share, min_size=2, max_size=2)
    .map(sorted)
    .map(lambda b: Answered(Status.UNKNOWN, None, b[0], b[1], "no-date")),
    st.just(UNKNOWN),
    st.just(NOT_APPLICABLE),
    st.just(Answered(Status.ERROR, None, 0.0, 1.0, "boom")),
)
answers = st.lists(answer, min_size=len(ASKED), max_size=len(ASKED))


def test_full_marks_are_a_hundred():
    score = total([measured(1.0)] * len(ASKED))
    assert (score.value, score.low, score.high, score.coverage, score.ranked) == (
        100,
        100,
        100,
        1,
        True,
    )


def test_unknown_widens_the_bounds_and_costs_nothing():
    score = total([measured(1.0), *[UNKNOWN] * (len(ASKED) - 1)])
    assert score.value == 100
    assert score.low == pytest.approx(100 * 2.4 / RUBRIC.weight)
    assert score.high == 100
    assert score.coverage == pytest.approx(2.4 / RUBRIC.weight)
    assert not score.ranked


def test_all_unknown_has_no_value_and_is_not_ranked():
    score = total([UNKNOWN] * len(ASKED))
    assert (score.value, score.low, score.high, score.coverage) == (None, 0, 100, 0)
    assert not score.ranked


def test_not_applicable_leaves_the_sum():
    score = total([measured(1.0), *[NOT_APPLICABLE] * (len(ASKED) - 1)])
    assert (score.value, score.low, score.coverage) == (100, 100, 1)
    nothing = total([NOT_APPLICABLE] * len(ASKED))
    assert (nothing.value, nothing.low, nothing.high, nothing.ranked) == (None, 0, 100, False)


def test_every_dimension_and_the_total_have_a_row():
    rows = scores(findings([measured(0.5)] * len(ASKED)), RUBRIC)
    assert [s.dimension for s in rows] == ["total", "completeness", "timeliness", "readability"]
    assert {s.value for s in rows} == {50}


def test_a_dimension_counts_its_own_criteria_only():
    given_ = [measured(1.0 if c == "on-time" else 0.0) for c, _ in ASKED]
    rows = {s.dimension: s.value for s in scores(findings(given_), RUBRIC)}
    assert rows == pytest.approx(
        {"total": 100 * 20 / RUBRIC.weight, "completeness": 0, "timeliness": 80, "readability": 0}
    )


def test_the_stages_weigh_as_the_rubric_says():
    given_ = [measured(1.0 if s is Stage.ADOPTED else 0.0) for _, s in ASKED]
    assert total(given_).value == pytest.approx(40)


def test_coverage_at_the_edge_is_enough():
    """The heaviest criteria measured until they weigh enough; one fewer is too few."""
    heaviest = sorted(RUBRIC.criteria, key=lambda c: -c.weight)
    enough: list[str] = []
    while sum(RUBRIC.criterion(c).weight for c in enough) < 0.7 * RUBRIC.weight:
        enough.append(heaviest[len(enough)].id)
    assert total([measured(1.0) if c in enough else UNKNOWN for c, _ in ASKED]).ranked
    less = enough[:-1]
    assert not total([measured(1.0) if c in less else UNKNOWN for c, _ in ASKED]).ranked


def test_what_is_certain_of_an_unknown_lifts_the_score_into_its_bounds():
    half = Answered(Status.UNKNOWN, None, 0.5, 1.0, "no-date")
    score = total([half if c == "on-time" else measured(0.0) for c, _ in ASKED])
    assert score.value == score.low == pytest.approx(100 * 10 / RUBRIC.weight)


def test_regions_do_not_touch_each_other():
    mixed = findings([measured(1.0)] * len(ASKED)) + findings([UNKNOWN] * len(ASKED), "b")
    rows = {(s.region, s.dimension): s.value for s in scores(mixed, RUBRIC)}
    assert (rows["a", "total"], rows["b", "total"]) == (100, None)


@given(answers)
def test_bounds_hold(given_):
    for score in scores(findings(given_), RUBRIC):
        assert 0 <= score.low <= score.high <= 100 + 1e-9
        assert score.value is None or score.low <= score.value <= score.high
        assert 0 <= score.coverage <= 1
        assert score.ranked == (score.value is not None and score.coverage >= 0.7)


@given(answers, st.integers(0, 2**32))
def test_order_changes_nothing_to_the_last_bit(given_, seed):
    there = findings(given_)
    shuffled = list(there)
    Random(seed).shuffle(shuffled)
    assert scores(shuffled, RUBRIC) == scores(there, RUBRIC)


@given(answers, st.integers(0, len(ASKED) - 1), share)
def test_a_better_answer_never_lowers_a_score(given_, position, more):
    before = given_[position]
    assume(before.status is Status.MEASURED)
    better = measured(
        max(before.value, more), max(before.low, min(before.value, more)), max(before.high, more)
    )
    after = [*given_[:position], better, *given_[position + 1 :]]
    old, new = total(given_), total(after)
    assert new.value >= old.value - 1e-9
    assert new.low >= old.low - 1e-9
    assert new.high >= old.high - 1e-9
    assert new.coverage == old.coverage


@given(answers, st.lists(share, min_size=len(ASKED), max_size=len(ASKED)))
def test_whatever_the_unknown_turns_out_to_be_lies_within_the_bounds(given_, truth):
    """Fill every unknown with a possible answer: the score that comes lies between the bounds."""
    before = total(given_)
    known = [
        measured(a.low + t * (a.high - a.low)) if a.status in (Status.UNKNOWN, Status.ERROR) else a
        for a, t in zip(given_, truth, strict=True)
    ]
    after = total(known)
    assume(after.value is not None)
    assert before.low - 1e-9 <= after.value <= before.high + 1e-9


@given(answers, st.integers(0, len(ASKED) - 1))
def test_the_promised_gain_is_what_the_mended_answer_brings(given_, position):
    there = findings(given_)
    promised = gain(there[position], there, RUBRIC)
    there[position] = replace(there[position], answered=measured(1.0))
    after = next(s.value for s in scores(there, RUBRIC) if s.dimension == "total")
    before = total(given_).value or 0.0
    assert promised == pytest.approx(max(0.0, after - before), abs=1e-9)
