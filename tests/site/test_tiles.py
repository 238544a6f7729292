"""The tile map: one cell for each region, neighbours near, labels that tell regions apart."""

from itertools import permutations

import pytest

from datasette_config.assignment import assign
from datasette_config.labels import labels
from datasette_config.tiles import grid
from tests.site import invented

POINTS = tuple((p[0], p[3], p[4]) for p in invented.PLACES)


def test_assignment_is_the_cheapest() -> None:
    for seed in range(20):
        cost = [
            [(seed * 7 + r * 13 + c * 29 + r * c * seed) % 17 for c in range(6)] for r in range(4)
        ]
        best = min(sum(cost[r][c] for r, c in enumerate(p)) for p in permutations(range(6), 4))
        chosen = assign(cost)
        assert len(set(chosen)) == 4
        assert sum(cost[r][c] for r, c in enumerate(chosen)) == best


def test_each_region_has_a_cell_of_its_own() -> None:
    placed = grid(POINTS)
    assert len({(t.column, t.row) for t in placed.tiles}) == len(POINTS)
    assert all(0 <= t.column < placed.columns and 0 <= t.row < placed.rows for t in placed.tiles)


def test_west_is_left_and_north_is_up() -> None:
    at = {t.id: t for t in grid(POINTS).tiles}
    assert at["lukomorye"].column < at["buyan"].column < at["svetloyar"].column
    assert at["lukomorye"].row < at["gvidon"].row
    # Across the date line Chukotka is still the far east.
    far = grid((("kaliningrad", 54.7, 20.5), ("omsk", 55.0, 73.4), ("chukotka", 66.0, -172.0)))
    columns = {t.id: t.column for t in far.tiles}
    assert columns["kaliningrad"] < columns["omsk"] < columns["chukotka"]


@pytest.mark.parametrize("points", [(), POINTS[:1], (("a", 50.0, 40.0), ("b", 50.0, 40.0))])
def test_few_or_equal_points_are_no_trouble(points: tuple[tuple[str, float, float], ...]) -> None:
    assert len(grid(points).tiles) == len(points)


def test_labels_tell_regions_apart() -> None:
    names = [
        ("a", "Алтайский край"), ("b", "Республика Алтай"), ("c", "Красноярский край"),
        ("d", "Краснодарский край"), ("e", "Москва"), ("f", "Московская область"),
        ("g", "Moscow"), ("h", "Moscow Oblast"), ("i", "Республика Саха (Якутия)"), ("j", "край"),
    ]  # fmt: skip
    cut = labels(names)
    assert len(set(cut.values())) == len(names)
    assert all(1 <= len(label) <= 7 for label in cut.values())
    assert cut["i"] == "Сах"
