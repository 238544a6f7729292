"""The measurer measured: its formulas on published examples, its labels refused, one region told."""

import shutil
from pathlib import Path

import pytest
import yaml

from benchmarks.labels.evaluate import evaluate
from benchmarks.labels.prints.pieces import Chart, Grid, Heading, Paragraph, Picture, pieces
from benchmarks.labels.shelf import LabelsError, load_all
from benchmarks.labels.statistics import alpha, wilson
from benchmarks.labels.told import disagreements, rows, table
from scoring import rubric as rubrics

HERE = Path(__file__).parent / "labels"
NONE = None


def test_alpha_of_the_published_example() -> None:
    """Krippendorff 2011, section D and E: four observers, twelve units, interval data."""
    a = [1, 2, 3, 3, 2, 1, 4, 1, 2, NONE, NONE, NONE]
    b = [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NONE, 3]
    c = [NONE, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NONE]
    d = [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NONE]
    assert alpha(list(zip(a, b, c, d, strict=True))) == pytest.approx(0.849, abs=0.0005)


def test_alpha_when_nothing_varies_or_nothing_is_paired() -> None:
    assert alpha([(1, 1), (1, 1)]) is None
    assert alpha([(1, None), (None, 0)]) is None
    assert alpha([(0, 0), (1, 1)]) == 1
    assert alpha([(0, 1), (1, 0)]) == -0.5


def test_wilson_of_a_published_example() -> None:
    """Newcombe 1998, Statistics in Medicine 17, table I, method 3: 81/263, 15/148, 0/20, 1/29."""
    for hits, tried, low, high in (
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ):
        assert wilson(hits, tried) == pytest.approx((low, high), abs=0.00005)
    assert wilson(0, 0) == (0, 1)


def _changed(folder: Path, **more: object) -> Path:
    told = yaml.safe_load((HERE / "probnaya.yaml").read_text("utf-8")) | more
    file = folder / "probnaya.yaml"
    file.write_text(yaml.safe_dump(told, allow_unicode=True), "utf-8")
    return file


def _refusal(file: Path) -> str:
    with pytest.raises(LabelsError) as refused:
        load_all([file], file.parent)
    return str(refused.value)


def test_labels_are_refused_with_place_and_remedy(tmp_path: Path) -> None:
    told = yaml.safe_load((HERE / "probnaya.yaml").read_text("utf-8"))
    edition = told["truth"][0]
    strange = edition | {"criteria": {**edition["criteria"], "totals": 0.4}}
    poor = edition | {"criteria": {"totals": 1}, "files": ["/nowhere.pdf"]}
    assert "totals cannot be 0.4; a reader says 0, 0.333, 0.667, 1" in _refusal(
        _changed(tmp_path, truth=[strange])
    )
    said = _refusal(_changed(tmp_path, truth=[poor, *told["truth"][1:]]))
    assert "/nowhere.pdf is neither a page nor a file of this site" in said
    assert "criteria without a value: revenue-structure" in said
    assert "nothing is said of this file under `truth`" in said
    assert "unknown key; did you mean `manner`?" in _refusal(_changed(tmp_path, maner="x"))


def test_pages_are_refused_for_what_the_format_lacks(tmp_path: Path) -> None:
    page = {"path": "/", "title": "Дом", "text": "<table><tr><td>1</td></tr></table>"}
    other = {"path": "/a", "title": "А", "text": "```chart\ntitle: Т\nОбразование: много\n```"}
    said = _refusal(_changed(tmp_path, pages=[page, other]))
    assert "/: raw HTML is not in the format" in said
    assert "/a: a bar needs a bare number: 'Образование: много'" in said


def test_markdown_becomes_pieces() -> None:
    text = "# О бюджете\n\nДоходы\nрастут\n\n- раз\n\n| | |\n|---|---|\n| А | 1 |\n\n"
    text += "```chart\ntitle: Т\nА: 1,5\n```\n\n![Школа](picture)\n"
    head, prose, item, grid, chart, photo = pieces(text)
    assert isinstance(head, Heading)
    assert isinstance(prose, Paragraph)
    assert prose.runs[1].text == " "
    assert isinstance(item, Paragraph)
    assert item.depth == 1
    assert grid == Grid((), (("А", "1"),))
    assert chart == Chart("Т", (("А", 1.5),))
    assert photo == Picture("Школа")


@pytest.mark.skipif(not shutil.which("chromium"), reason="Chromium prints the region's brochure")
def test_one_region_from_markdown_to_figures(tmp_path: Path) -> None:
    regions = load_all([HERE / "probnaya.yaml"], HERE)
    rubric = rubrics.load("budget-for-citizens-2026.1")
    figures, details = evaluate(regions, rubric, tmp_path)
    assert figures.errors == ()
    assert figures.not_reached == 0
    assert (figures.files.right, figures.files.wrong, figures.files.missed) == (2, 0, 0)
    assert (figures.named.n, figures.named.right, figures.joined.right) == (1, 1, 1)
    assert figures.kinds["law"].right == figures.kinds["news"].right == 1
    # The label errs in one total on purpose: the measurer must see it.
    assert (figures.totals.n, figures.totals.right) == (3, 2)
    assert figures.dates.holding.right == 1
    # No draft and no report are on the site, and the labels follow.
    assert figures.criteria["edition-published"].agreement.n == 3
    assert figures.criteria["edition-published"].agreement.right == 3
    told = list(rows(figures))
    assert "≥ 0.95   MISSED" in next(x for x in table(told).splitlines() if "totals exact" in x)
    assert any("balance: truth -51, ours -50000000.0" in x for x in disagreements(details))
    again, _ = evaluate(regions, rubric, tmp_path)
    assert again == figures
