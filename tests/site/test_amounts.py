"""Sums of different regions can be compared: sorted, and for each resident where that is told."""

import pytest
from bs4 import BeautifulSoup
from datasette.app import Datasette


async def soup(site: Datasette, path: str) -> BeautifulSoup:
    answer = await site.client.get(path)
    assert answer.status_code == 200
    return BeautifulSoup(answer.text, "lxml")


def regions(page: BeautifulSoup) -> list[str]:
    return [str(a["href"]).rpartition("/")[2] for a in page.select(".sums tbody th a")]


async def test_spending_per_resident_is_marked_as_computed_and_quotes_the_residents(
    site: Datasette,
) -> None:
    page = await soup(site, "/amounts")
    row = next(r for r in page.select(".sums tbody tr") if r.select_one("a[href='/region/kitezh']"))
    # 51 + 6 milliards over the 1 000 006 people of another edition of the same wave.
    computed = row.select_one(".computed")
    assert computed
    assert "57\u00a0000" in computed.get_text()
    assert "1\u00a0000\u00a0006" in str(computed["title"])
    told = page.select_one("details .files")
    assert told
    assert "В области живёт 1 000 000 человек" in told.get_text()
    none = next(r for r in page.select(".sums tbody tr") if r.select_one("a[href='/region/buyan']"))
    assert not none.select(".computed")
    assert "40\u00a0105" in none.get_text(), "what the edition says itself stands beside"


@pytest.mark.parametrize("sort", ["revenue", "expenditure", "per-resident"])
async def test_the_largest_come_first(sort: str, site: Datasette) -> None:
    found = regions(await soup(site, f"/amounts?sort={sort}"))
    assert set(found) >= {"tridevyatoye", "kitezh", "buyan"}
    if sort == "per-resident":
        assert found[-1] == "buyan", "who tells no residents comes last"
    else:
        assert found[0] == "tridevyatoye"
        assert found[-1] == "buyan"


async def test_by_name_and_by_nonsense(site: Datasette) -> None:
    page = await soup(site, "/amounts?sort=name")
    names = [a.get_text() for a in page.select(".sums tbody th a")]
    assert names == sorted(names)
    assert page.select_one("th[aria-sort=ascending]")
    assert regions(await soup(site, "/amounts?sort=%3Cb%3E")) == regions(
        await soup(site, "/amounts")
    )
    empty = await soup(site, "/amounts?stage=executed")
    assert not empty.select(".sums")


@pytest.mark.parametrize(("lang", "number"), [("", "57\u00a0000"), ("/en", "57,000")])
async def test_compared_regions_show_their_sums(lang: str, number: str, site: Datasette) -> None:
    page = await soup(site, f"{lang}/compare?a=kitezh&b=buyan&c=zaozerye")
    cells = [cell.get_text() for cell in page.select(".compared .computed")]
    assert len(cells) == 1
    assert number.removesuffix("000")[:3] in cells[0]
    twin = (await site.client.get("/api/v1/compare?a=kitezh&b=buyan")).json()
    assert "per_resident" in str(twin)
