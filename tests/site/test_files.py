"""What is no page: JSON twins and their description, feeds, badges, tables, maps for robots."""

import csv
import hashlib
import io
import json
import re
import sqlite3
from pathlib import Path

import httpx2
import pytest
from datasette.app import Datasette
from lxml import etree

from datasette_config.cells import defused
from datasette_config.routes import PAGES

ATOM = "{http://www.w3.org/2005/Atom}"


async def got(site: Datasette, path: str, status: int = 200) -> httpx2.Response:
    answer = await site.client.get(path)
    assert answer.status_code == status, answer.text[:500]
    return answer


async def test_every_page_has_a_twin_that_its_description_fits(site: Datasette) -> None:
    told = (await got(site, "/api/v1/openapi.json")).json()
    assert len(told["paths"]) == len(PAGES)
    schemas = told["components"]["schemas"]
    for way, methods in told["paths"].items():
        path = way.replace("{region}", "kitezh").replace("{criterion}", "contacts")
        answer = (await got(site, path)).json()
        assert answer["ok"] is True
        assert answer["rating"]["wave"] == "2026"
        said = methods["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        assert set(said["properties"]) == set(answer)
        shape = said["properties"][methods["get"]["operationId"]]["$ref"].rpartition("/")[2]
        assert set(schemas[shape]["properties"]) == set(answer[methods["get"]["operationId"]])
        assert methods["get"]["summary"]
    assert not set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(told))) - set(schemas)


async def test_a_twin_is_open_to_other_sites_and_says_what_is_not_there(site: Datasette) -> None:
    answer = await got(site, "/api/v1/region/kitezh")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["content-type"].startswith("application/json")
    for path in ("/api/v1/region/nowhere", "/api/v1/criterion/none", "/api/v1/ranking?wave=1"):
        assert (await got(site, path, 404)).json()["ok"] is False


@pytest.mark.parametrize("path", ["/changes.atom", "/en/region/kitezh/changes.atom"])
async def test_feeds_are_atom(path: str, site: Datasette) -> None:
    answer = await got(site, path)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = etree.fromstring(answer.content)
    assert feed.tag == f"{ATOM}feed"
    for part in ("id", "title", "updated"):
        assert feed.findtext(f"{ATOM}{part}")
    entries = feed.findall(f"{ATOM}entry")
    assert entries
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(ids) == len(set(ids))
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert days == sorted(days, reverse=True)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", day) for day in days)
    for link in feed.iter(f"{ATOM}link"):
        assert str(link.get("href")).startswith("http://localhost/")
    assert (await got(site, "/region/nowhere/changes.atom", 404)).status_code == 404


@pytest.mark.parametrize(
    ("path", "said"), [("/badge/kitezh.svg", " из 7"), ("/en/badge/zaozerye.svg", "not ranked")]
)
async def test_badges(path: str, said: str, site: Datasette) -> None:
    answer = await got(site, path)
    assert answer.headers["content-type"].startswith("image/svg+xml")
    svg = etree.fromstring(answer.content)
    assert said in "".join(svg.itertext())
    assert (await got(site, "/badge/nowhere.svg", 404)).status_code == 404


async def test_a_map_of_all_pages_none_of_them_missing(site: Datasette) -> None:
    listed = [
        loc.text or ""
        for loc in etree.fromstring((await got(site, "/sitemap.xml")).content).iter("{*}loc")
    ]
    assert len(listed) == len(set(listed))
    assert "http://localhost/en/region/kitezh" in listed
    for address in listed[::23]:
        await got(site, address.removeprefix("http://localhost"))
    robots = (await got(site, "/robots.txt")).text
    assert "Disallow: /budget" in robots
    assert "Sitemap: http://localhost/sitemap.xml" in robots


async def test_a_table_comes_whole(site: Datasette, database: Path) -> None:
    answer = await got(site, "/data/findings.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    with sqlite3.connect(database) as held:
        ids = [row[0] for row in held.execute("select id from findings")]
    assert sorted(row["id"] for row in rows) == sorted(ids)
    for path in ("/data/sqlite_stat1.csv", "/data/nothing.csv", "/data/findings%22.csv"):
        await got(site, path, 404)


async def test_the_database_comes_whole(site: Datasette, database: Path) -> None:
    body = (await got(site, "/data/budget.db")).content
    assert body == database.read_bytes()
    told = (await got(site, "/data/budget.db.sha256")).text
    assert told == f"{hashlib.sha256(body).hexdigest()}  budget.db\n"


@pytest.mark.parametrize("cell", ["=1+1", "+7 900", "-1", "@sum", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert defused(cell) == f"'{cell}"
    assert defused(-1.5) == -1.5
    assert defused("a=1") == "a=1"


async def test_the_dataset_is_described_for_search_engines(site: Datasette) -> None:
    from bs4 import BeautifulSoup

    for path in ("/", "/en/", "/data"):
        script = BeautifulSoup((await got(site, path)).text, "lxml").select("script")
        assert len(script) == 1
        told = json.loads(script[0].get_text())
        assert told["@type"] == "Dataset"
        assert told["url"].startswith("http://localhost/")
        for file in told["distribution"]:
            await got(site, file["contentUrl"].removeprefix("http://localhost"))
