"""Places, ties, and the interval each place lies in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.model import Score
from scoring.ranking import band, ranks
from scoring.rubric import load

RUBRIC = load("budget-for-citizens-2026.1")


def score(region, value, low=None, high=None, *, ranked=True, dimension="total"):
    return Score(
        region, "2026", RUBRIC.id, dimension, value, value if low is None else low,
        value if high is None else high, 1.0, ranked,
    )  # fmt: skip


def places(*given_):
    return {r.region: (r.rank, r.rank_low, r.rank_high) for r in ranks(given_, RUBRIC)}


def test_without_bounds_the_place_is_the_interval():
    assert places(score("a", 90), score("b", 80), score("c", 70)) == {
        "a": (1, 1, 1),
        "b": (2, 2, 2),
        "c": (3, 3, 3),
    }


def test_equals_share_the_better_place():
    assert places(score("a", 90), score("b", 80), score("c", 80), score("d", 70)) == {
        "a": (1, 1, 1),
        "b": (2, 2, 2),
        "c": (2, 2, 2),
        "d": (4, 4, 4),
    }


def test_overlapping_bounds_make_an_interval():
    assert places(score("a", 90, 75, 95), score("b", 80, 78, 82), score("c", 70, 60, 74)) == {
        "a": (1, 1, 2),
        "b": (2, 1, 2),
        "c": (3, 3, 3),
    }


def test_the_last_bit_makes_no_place():
    assert places(score("a", 0.1 + 0.2), score("b", 0.3))["b"] == (1, 1, 1)


def test_the_unranked_take_no_place():
    given_ = (score("a", 50), score("b", 99, ranked=False), score("c", None, 0, 100, ranked=False))
    assert places(*given_) == {"a": (1, 1, 1)}


def test_dimensions_are_not_ranked():
    assert places(score("a", 50, dimension="timeliness")) == {}


@pytest.mark.parametrize(
    ("value", "name"),
    [(100, "extensive"), (80, "extensive"), (79.99, "substantial"), (60, "substantial"),
     (40, "limited"), (20, "minimal"), (19.9, "scant"), (0, "scant")],
)  # fmt: skip
def test_bands(value, name):
    assert band(value, RUBRIC) == name


triple = st.lists(st.integers(0, 20).map(float), min_size=3, max_size=3).map(sorted)
field = st.lists(triple, min_size=1, max_size=8)


def of(triples):
    return [score(f"r{n}", v, low, high) for n, (low, v, high) in enumerate(triples)]


@given(field)
def test_the_interval_contains_the_place(triples):
    for rank in ranks(of(triples), RUBRIC):
        assert 1 <= rank.rank_low <= rank.rank <= rank.rank_high <= len(triples)


@given(field, st.lists(st.floats(0, 1), min_size=8, max_size=8))
def test_wherever_the_truth_lies_the_place_is_in_the_interval(triples, truth):
    promised = {r.region: r for r in ranks(of(triples), RUBRIC)}
    true = [
        score(f"r{n}", low + t * (high - low))
        for n, ((low, _, high), t) in enumerate(zip(triples, truth, strict=False))
    ]
    for rank in ranks(true, RUBRIC):
        known = promised[rank.region]
        assert known.rank_low <= rank.rank <= known.rank_high


@given(field)
def test_the_ends_of_the_interval_can_be_reached(triples):
    """No wider than need be: with oneself at the top and all else at the bottom, the best comes."""
    promised = {r.region: r for r in ranks(of(triples), RUBRIC)}
    for n, (low, _, high) in enumerate(triples):
        best = [score(f"r{m}", high if m == n else t[0]) for m, t in enumerate(triples)]
        worst = [score(f"r{m}", low if m == n else t[2]) for m, t in enumerate(triples)]
        assert places(*best)[f"r{n}"][0] == promised[f"r{n}"].rank_low
        assert places(*worst)[f"r{n}"][0] == promised[f"r{n}"].rank_high


@given(field, st.randoms(use_true_random=False))
def test_order_changes_nothing(triples, random):
    there = of(triples)
    shuffled = list(there)
    random.shuffle(shuffled)
    assert ranks(shuffled, RUBRIC) == ranks(there, RUBRIC)
