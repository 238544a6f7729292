"""The front page sorted and filtered by its address alone; change since the wave before."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from datasette.app import Datasette

from datasette_config.outlines import outlines, project, simplified
from datasette_config.serve import app
from scoring import rubric as rubrics
from scoring.judgement import Judgement
from scoring.publish import publish
from scoring.ranking import ranks
from scoring.rubric import Rubric
from tests.site import invented

SOFT = "\N{SOFT HYPHEN}"


def earlier(judged: Judgement) -> Judgement:
    """The same regions a year before, everybody a tenth worse."""
    wave = "2025"
    return replace(
        judged,
        wave=wave,
        as_of=date(2025, 11, 23),
        findings=tuple(replace(f, wave=wave) for f in judged.findings),
        scores=tuple(
            replace(s, wave=wave, value=s.value and s.value * 0.9, low=s.low * 0.9)
            for s in judged.scores
        ),
        ranks=tuple(replace(r, wave=wave) for r in judged.ranks),
    )


@pytest.fixture(scope="module")
def waves(judged: Judgement, rubric: Rubric, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("waves") / "budget.db"
    health = invented.health(judged)
    return publish([earlier(judged), judged], [rubric], health, out, tool="budgetwatch/test")


@pytest.fixture(scope="module")
def both(waves: Path) -> Iterator[Datasette]:
    served = app(waves)
    yield served
    served.close()


async def soup(site: Datasette, path: str) -> BeautifulSoup:
    answer = await site.client.get(path)
    assert answer.status_code == 200, answer.text
    return BeautifulSoup(answer.text, "lxml")


def names(page: BeautifulSoup) -> list[str]:
    return [th.get_text() for th in page.select("table.ranks tbody th > a:first-child")]


def number(cell: Tag) -> float:
    return float(cell.get_text().replace(",", ".").strip("▲▼ =") or 0)


async def test_sorted_by_what_was_asked(site: Datasette) -> None:
    by_name = names(await soup(site, "/?sort=name"))
    assert by_name == sorted(by_name)
    page = await soup(site, "/?sort=readability")
    column = [th.get_text().replace(SOFT, "") for th in page.select("table.ranks thead th")].index(
        "Понятность"
    ) + 2
    said = [number(cell) for cell in page.select(f"table.ranks tbody td:nth-child({column})")]
    assert said == sorted(said, reverse=True)
    assert set(names(page)) == set(by_name)
    assert page.select_one("th[aria-sort=descending] a[href*='readability']")
    assert names(await soup(site, "/?sort=nonsense")) == names(await soup(site, "/"))


async def test_filtered_by_district(site: Datasette) -> None:
    page = await soup(site, "/?district=%D0%A1%D0%BA%D0%B0%D0%B7%D0%BE%D1%87%D0%BD%D1%8B%D0%B9")
    assert page.select_one("select[name=district] option[selected]")
    assert names(page) == names(await soup(site, "/"))
    assert names(await soup(site, "/?district=nowhere")) == names(page)


async def test_without_disputed_territories_places_close_up(
    judged: Judgement, rubric: Rubric, tmp_path: Path
) -> None:
    """Taken out, they leave the ranking that the others alone would have had."""
    best = judged.ranks[0].region
    facts = tuple(
        replace(f, region=f.region.model_copy(update={"disputed": f.region.id == best}))
        for f in judged.regions
    )
    others = [s for s in judged.scores if s.region != best]
    alone = {r.region: (r.rank_low, r.rank_high) for r in ranks(others, rubric)}
    whole = replace(judged, regions=facts, ranks=ranks(judged.scores, rubric))
    out = publish([whole], [rubric], invented.health(judged), tmp_path / "b.db", tool="t/1")
    site = app(out)
    for query in ("?disputed=hide", "?disputed=hide&map=outlines"):
        page = await soup(site, f"/{query}")
        rows = page.select("table.ranks tbody tr")
        assert len(rows) == len(alone) == len(judged.ranks) - 1
        for row in rows:
            link, place = row.select_one("th a"), row.select_one(".rank")
            assert link
            assert place
            low, high = alone[str(link["href"]).rpartition("/")[2]]
            assert place.get_text() == (str(low) if low == high else f"{low}–{high}")
        assert not page.select_one(f"a[href='/region/{best}']")
    site.close()


async def test_change_is_against_the_wave_before(both: Datasette, judged: Judgement) -> None:
    page = await soup(both, "/")
    row = page.select_one("table.ranks tbody tr:has(a[href='/region/kitezh'])")
    assert row
    total = next(s for s in judged.scores if s.region == "kitezh" and s.dimension == "total")
    moved = row.select_one(".moved")
    assert moved
    assert total.value
    assert abs(number(moved) - total.value * 0.1) < 0.06
    assert "▲" in moved.get_text()
    card = await soup(both, "/region/kitezh")
    assert len(card.select("svg.trend circle")) == 2
    changes = await soup(both, "/en/changes")
    assert "From wave 2025 to wave 2026" in changes.get_text()


async def test_an_older_wave_is_kept_to_by_links(both: Datasette) -> None:
    rubric = rubrics.load("budget-for-citizens-2026.1").id
    page = await soup(both, f"/?wave=2025&rubric={rubric}")
    assert f"Волна{' '}2025" in page.get_text()
    link = page.select_one("table.ranks tbody a")
    assert link
    assert str(link["href"]).endswith(f"?wave=2025&rubric={rubric}")
    assert "Волна 2025" in (await soup(both, str(link["href"]))).get_text()
    assert all("—" in c.get_text() for c in page.select(".moved"))
    assert (await both.client.get("/?wave=1999")).status_code == 404


@pytest.fixture(scope="module")
def rated(judged: Judgement, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Datasette]:
    """Two waves by our rubric, and the newer by another too."""
    ours, other = (rubrics.load(name) for name in (judged.rubric, "obs-citizens-budget-2023"))
    by_other = invented.judgement(other)
    out = tmp_path_factory.mktemp("rated") / "budget.db"
    told = [earlier(judged), judged, by_other]
    publish(told, [ours, other], invented.health(judged), out, tool="budgetwatch/test")
    served = app(out)
    yield served
    served.close()


@pytest.mark.parametrize("here", ["/", "/en/", "/region/kitezh", "/en/region/zaozerye"])
async def test_another_wave_and_another_rubric_are_one_link_away(
    here: str, rated: Datasette
) -> None:
    opened, seen = [here], set()
    while opened:
        address = opened.pop()
        page = await soup(rated, address)
        current = [a.get_text() for a in page.select(".tabs a[aria-current]")]
        assert len(current) == 2, "one wave and one rubric are shown"
        kept = {str(a["href"]) for a in page.select(".tabs a")}
        opened += sorted(kept - seen)
        seen |= kept
    # Three ratings: every one of them is reached, and no link leads to one that is not there.
    assert len(seen) == 3


def test_outlines_are_small_and_whole() -> None:
    shapes = outlines()
    assert len(shapes) == 85
    assert sum(map(len, shapes.values())) < 25_000
    assert all(path.startswith("M") and path.endswith("z") for path in shapes.values())


def test_the_map_is_the_right_way_round() -> None:
    moscow, chukotka, sochi = project(37.6, 55.7), project(-172, 66), project(39.7, 43.6)
    assert moscow[0] < chukotka[0]
    assert sochi[1] > moscow[1] > chukotka[1] - 1
    line = [(0.0, 0.0), (5.0, 0.2), (10.0, 0.0), (10.0, 10.0)]
    assert simplified(line, 1) == [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]
