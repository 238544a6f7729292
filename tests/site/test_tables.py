"""The raw tables: described, closed to arbitrary SQL, and paged without losing a row."""

import re

import pytest
import yaml
from bs4 import BeautifulSoup
from datasette.app import Datasette

from datasette_config.serve import HERE
from scoring import schema

CONFIG = yaml.safe_load((HERE / "datasette.yaml").read_text("utf-8"))["databases"]["budget"]
TABLES = [t.name for t in schema.load().tables]


async def walk(site: Datasette, path: str) -> list[str]:
    """The keys of every row, following ``next_url`` to the end."""
    rows: list[str] = []
    while path:
        answer = await site.client.get(path)
        assert answer.status_code == 200, answer.text
        page = answer.json()
        rows += [str(row) for row in page["rows"]]
        path = (page.get("next_url") or "").replace("http://localhost", "")
    return rows


@pytest.mark.parametrize("table", TABLES)
async def test_paging_by_any_column_meets_every_row_once(table: str, site: Datasette) -> None:
    count = (await site.client.get(f"/budget/{table}.json?_size=0&_extra=count")).json()["count"]
    size = max(2, count // 4)
    orders = [""]
    for column in CONFIG["tables"][table].get("sortable_columns", ()):
        orders += [f"&_sort={column}", f"&_sort_desc={column}"]
    for order in orders:
        rows = await walk(site, f"/budget/{table}.json?_size={size}{order}")
        assert len(rows) == count == len(set(rows)), order


@pytest.mark.parametrize("table", TABLES)
async def test_every_column_is_described_on_its_page(table: str, site: Datasette) -> None:
    page = BeautifulSoup((await site.client.get(f"/budget/{table}")).text, "lxml")
    told = {dt.text.strip(): dd.text.strip() for dt, dd in zip(
        page.select(".column-descriptions dt"), page.select(".column-descriptions dd"), strict=True
    )}  # fmt: skip
    assert set(schema.table(table).names) <= set(told)
    assert schema.table(table).ru in page.text


@pytest.mark.parametrize("query", sorted(CONFIG["queries"]))
async def test_stored_queries_answer(query: str, site: Datasette) -> None:
    answer = await site.client.get(f"/budget/{query}.json?region=kitezh&criterion=contacts")
    assert answer.status_code == 200, answer.text
    rows = answer.json()["rows"]
    assert rows
    if ":region" in CONFIG["queries"][query]["sql"]:
        other = await site.client.get(f"/budget/{query}.json?region=buyan")
        assert other.json()["rows"] != rows


@pytest.mark.parametrize(("home", "name"), [("/data", "ru"), ("/en/data", "en")])
async def test_the_data_page_lists_every_query_and_each_opens(
    home: str, name: str, site: Datasette
) -> None:
    page = BeautifulSoup((await site.client.get(home)).text, "lxml")
    rows = page.select(".queries tbody tr")
    assert len(rows) == len(CONFIG["queries"]) == 10
    for row in rows:
        cyrillic = re.search("[А-Яа-яё]{3}", row.text)
        assert bool(cyrillic) == (name == "ru"), row.text
        for link in row.select("a"):
            answer = await site.client.get(str(link["href"]))
            assert answer.status_code == 200, link
        # The last link is the JSON: what opens as an example has something to show.
        assert answer.json()["rows"]


async def test_days_after_the_deadline_are_counted(site: Datasette) -> None:
    told = (await site.client.get("/budget/deadlines.json")).json()["rows"]
    mine = next(r for r in told if (r["region"], r["stage"]) == ("kitezh", "adopted"))
    assert mine["published_latest"] == "2025-12-31"
    assert mine["full_until"] == "2026-01-30"
    assert mine["days_after_latest"] == -30
    unfound = next(r for r in told if r["published_latest"] is None)
    assert unfound["days_after_latest"] is None


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/budget/-/query?sql=select+1", 403),
        ("/budget.json?sql=select+1", 403),
        ("/budget.db", 403),
        ("/budget/findings?_facet=region", 400),
        ("/budget/findings.csv?_stream=1", 400),
        ("/budget/findings?_sort=region", 400),
        *((f"/-/{page}", 404) for page in (
            "plugins", "versions", "settings", "databases", "databases.json", "config", "threads",
            "api", "patterns", "allow-debug", "permissions", "create-token", "actions",
        )),
    ],
)  # fmt: skip
async def test_closed_doors(path: str, status: int, site: Datasette) -> None:
    answer = await site.client.get(path, follow_redirects=True)
    assert answer.status_code == status, answer.text[:300]
