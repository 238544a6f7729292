"""The crosswalk places every criterion there is, and names nothing that is not."""

import pytest
import yaml

from scoring import crosswalk, rubric_files
from scoring.crosswalk import LENS, crossings, load
from scoring.methodology import page
from scoring.rubric import load as rubric

BUNDLED = [rubric(name) for name in rubric_files.bundled()]


@pytest.mark.parametrize("one", BUNDLED, ids=lambda r: r.id)
def test_every_criterion_is_placed(one):
    placed = {c.criterion for c in crossings([one])}
    assert placed == {c.id for c in one.criteria}
    assert {c.criterion for c in crossings([one]) if c.method == LENS} == placed


def test_every_side_of_the_lens_is_shown_by_some_criterion():
    house = rubric("budget-for-citizens-2026.1")
    sides = {c.what for c in crossings([house]) if c.method == LENS}
    assert sides == set(load().lens)
    assert {c.method for c in crossings(BUNDLED)} == {*load().methods, LENS}


def test_a_crossing_stands_once():
    told = [(c.rubric, c.criterion, c.method, c.what) for c in crossings(BUNDLED)]
    assert len(told) == len(set(told))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda r: r["criteria"]["totals"].update(lens=["openness"]), "criteria.totals: no such name: openness"),
        (lambda r: r["criteria"]["totals"]["obs"].update(relation="alike"), "criteria.totals.obs.relation"),
        (lambda r: r["criteria"]["totals"].update(cofog={}), "criteria.totals.cofog"),
        (lambda r: r["criteria"]["totals"].update(lens=[]), "criteria.totals.lens"),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_its_place(tmp_path, change, said):
    written = yaml.safe_load(crosswalk._FILE.read_text("utf-8"))
    change(written)
    path = tmp_path / "crosswalk.yaml"
    path.write_text(yaml.safe_dump(written, allow_unicode=True), "utf-8")
    with pytest.raises(ValueError, match=r"crosswalk\.yaml: ") as wrong:
        load(path)
    assert said in str(wrong.value)


def test_the_methodology_shows_it():
    told = page()
    assert "| `feedback` | ~ раздел" in told
    assert "## Beside other methods" in told
    assert "Open Budget Survey, citizens budget" in told
