"""Any form of a word finds every other; no syntax and no markup gets through."""

import pytest
from bs4 import BeautifulSoup
from datasette.app import Datasette

from datasette_config.index import query
from datasette_config.lemmas import lemmas


async def soup(site: Datasette, said: str, **more: str) -> BeautifulSoup:
    from urllib.parse import urlencode

    answer = await site.client.get("/search?" + urlencode({"q": said, **more}))
    assert answer.status_code == 200
    return BeautifulSoup(answer.text, "lxml")


@pytest.mark.parametrize(
    ("one", "other"),
    [("ребенок", "ребёнка"), ("дети", "ребёнку"), ("доход", "доходами"), ("край", "краю"),
     ("муниципалитет", "муниципалитетов"), ("дорога", "дорог"), ("долг", "долгами")],
)  # fmt: skip
def test_forms_of_a_word_meet(one: str, other: str) -> None:
    assert set(lemmas(one)) & set(lemmas(other))


def test_another_word_stays_another() -> None:
    assert not set(lemmas("налог")) & set(lemmas("неналоговый"))
    assert not set(lemmas("край")) & set(lemmas("крайний"))


@pytest.mark.parametrize("said", ["доход", "ДОХОДАМИ", "бюджета доход", "расход областной"])
async def test_quotes_are_found_in_any_form(said: str, site: Datasette) -> None:
    page = await soup(site, said)
    hits = [li for li in page.select(".hits li") if "48 213,5" in li.get_text()]
    assert hits
    assert hits[0].select("mark")
    link = hits[0].select_one(".text a")
    assert link
    assert (await site.client.get(str(link["href"]))).status_code == 200


async def test_a_region_comes_first(site: Datasette) -> None:
    page = await soup(site, "китежской")
    first = page.select_one(".hits li .text a")
    assert first
    assert first["href"] == "/region/kitezh"
    only = await soup(site, "доход", region="buyan")
    regions = {a["href"] for a in only.select(".hits .quiet a")}
    assert regions == {"/region/buyan"}


@pytest.mark.parametrize(
    "said", ['"', "*", "a OR b NOT c", "NEAR(x", "stems:x", "-", "x" * 5000, "<b>", "\x00"]
)
async def test_no_syntax_gets_through(said: str, site: Datasette) -> None:
    page = await soup(site, said)
    assert not page.select(".hits b")
    box = page.select_one("input[name=q]")
    assert box


def test_a_question_is_only_words() -> None:
    assert query('доходы "края"') == '("доход") AND ("край")'
    assert query("!?") == ""


@pytest.mark.parametrize("page", ["0", "-1", "99999999", "x", ""])
async def test_odd_pages_are_no_trouble(page: str, site: Datasette) -> None:
    await soup(site, "доход", page=page)
