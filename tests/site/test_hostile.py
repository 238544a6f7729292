"""What crawled sites say can never become markup, a link that runs, or a template."""

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from datasette.app import Datasette
from lxml import etree

from datasette_config.links import href, shown
from datasette_config.serve import app
from scoring.judgement import Judgement
from scoring.rubric import Rubric
from tests.site import invented
from tests.site.conftest import release

NASTY = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></svg><svg onload=alert(1)>",
    "{{ 7*7 }}{% raise %}{{ config }}",
    "javascript:alert(1)",
    "'--><iframe srcdoc='<b>'>",
    "\u202egpj.exe\x00\x1b[31m",
)
URLS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//evil.invalid/x",
    "file:///etc/passwd",
    "http://[",
    'https://ok.invalid/"onclick=alert(1)',
)
CRITERIA = ("contacts", "totals", "on-time")
# What a crawled site has no say in: ids, codes, times and hashes are ours.
OURS = frozenset(
    {
        *("id", "run", "region", "outcome", "sha256", "fetched_at", "warc_file", "capture"),
        *("edition", "concept", "rung", "role", "wave", "rubric", "criterion", "stage", "status"),
        *("basis", "published_basis", "created", "modified", "started", "finished", "dimension"),
        *("finding", "locator"),
    }
)


def poison(thing: object, turn: int = 0) -> object:
    """The same thing, every text the outside world wrote replaced by something nasty."""
    if isinstance(thing, tuple):
        return tuple(poison(part, turn + i) for i, part in enumerate(thing))
    if not is_dataclass(thing) or isinstance(thing, type):
        return thing
    changed: dict[str, object] = {}
    for i, f in enumerate(fields(thing)):
        value = getattr(thing, f.name)
        if f.name in OURS:
            continue
        if type(value) is str:
            bad = URLS if "url" in f.name else NASTY
            changed[f.name] = bad[(turn + i) % len(bad)] + ("" if "url" in f.name else value)
        else:
            changed[f.name] = poison(value, turn + i)
    return replace(thing, **changed)


@pytest.fixture(scope="module")
def hostile(judged: Judgement, tmp_path_factory: pytest.TempPathFactory) -> Path:
    bad = replace(
        judged,
        **{
            part: poison(getattr(judged, part))
            for part in ("captures", "documents", "editions", "amounts", "findings", "residents")
        },
        regions=tuple(
            replace(f, refusals=poison(f.refusals, i)) for i, f in enumerate(judged.regions)
        ),
    )
    assert "<script>" in str(bad.findings)
    assert "<script>" in str(bad.editions)
    text = tuple(
        replace(s, text="\n".join((NASTY[i % len(NASTY)], s.text, NASTY[(i + 1) % len(NASTY)])))
        for i, s in enumerate(invented.stretches(bad))
    )
    out = release(bad, tmp_path_factory.mktemp("hostile") / "budget.db", text)
    # No crawl of these regions found changes and no check gave signals: written as they would be.
    with closing(sqlite3.connect(out)) as held:
        seen = held.execute("select id, sha256 from captures where region = 'kitezh'").fetchone()
        for i, bad_text in enumerate((*NASTY, "=HYPERLINK(1)")):
            key = f"kitezh/{i}"
            held.execute(
                "insert into signals values (?, 'kitezh', ?, 'draft', ?, ?, ?)",
                (key, invented.WAVE, bad_text, bad_text, bad_text),
            )
            url = URLS[i % len(URLS)]
            held.execute(
                "insert into signal_evidence values (?, 0, ?, ?, ?, ?, ?)",
                (key, *seen, url, bad_text, bad_text),
            )
            held.execute(
                "insert into changes values (?, 'kitezh', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (invented.RUN, ("vanished", "replaced")[i % 2], f"{url}#{bad_text}",
                 "2026-11-22T09:00:00Z", "2026-11-23T09:00:00Z", "not-found", bad_text,
                 *seen[:1] * 2, *seen[1:] * 2, bad_text, bad_text),
            )  # fmt: skip
        held.commit()
    return out


@pytest.fixture(scope="module")
def site(hostile: Path) -> Iterator[Datasette]:
    served = app(hostile)
    yield served
    served.close()


PAGES = (
    *("/", "/?map=outlines&sort=name", "/methodology", "/amounts", "/changes", "/health", "/data"),
    *(
        "/compare?a=kitezh&b=buyan",
        "/search?q=script",
        "/search?q=7*7+alert",
        "/criterion/contacts",
    ),
    *(f"/region/{place[0]}" for place in invented.PLACES),
    *(f"/region/{place[0]}/{criterion}" for place in invented.PLACES[:4] for criterion in CRITERIA),
    # What the asker writes is hostile too.
    "/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&region=%3Cb%3E",
    "/?sort=%22%3E%3Cscript%3E&district=%3Csvg%20onload=alert(1)%3E&map=%3Cb%3E",
    "/compare?a=%3Cscript%3E&b=javascript:alert(1)",
    "/changes?kind=%3Cscript%3E",
)


@pytest.mark.parametrize("lang", ["", "/en"])
async def test_nothing_hostile_lives_on_our_pages(lang: str, site: Datasette) -> None:
    seen = ""
    for path in PAGES:
        answer = await site.client.get(lang + path)
        assert answer.status_code == 200, answer.text[:500]
        page = BeautifulSoup(answer.text, "lxml")
        assert not page.select(
            "script:not([type='application/ld+json']), iframe, img, [onerror], [onload], "
            "[onclick], [srcdoc], svg svg, [style]"
        ), path
        for data in page.select("script"):
            assert json.loads(data.get_text())["@type"] == "Dataset"
        assert "{{ 7*7 }}" in answer.text or "49{" not in answer.text
        for link in page.select("[href], [src], [action]"):
            to = str(link.get("href") or link.get("src") or link.get("action"))
            assert to.startswith(("/", "#", "http://", "https://")), link
            assert not to.startswith("//")
        seen += answer.text
    assert "&lt;script&gt;" in seen, "the poison never reached the page"
    assert "{{ 7*7 }}" in seen
    around = BeautifulSoup(seen, "html.parser").select("blockquote.around")
    assert any(block.select("mark") and "<script>" in block.get_text() for block in around)


async def test_nothing_hostile_lives_in_feeds_and_badges(site: Datasette) -> None:
    seen = ""
    for path in (
        "/changes.atom",
        "/region/kitezh/changes.atom",
        "/badge/kitezh.svg",
        "/sitemap.xml",
    ):
        answer = await site.client.get(path)
        assert answer.status_code == 200
        tree = etree.fromstring(answer.content)
        tags = {etree.QName(node).localname for node in tree.iter()}
        assert not tags & {"script", "img", "iframe"}
        assert all(v.startswith("http") for n in tree.iter() for k, v in n.items() if k == "href")
        seen += answer.text
    assert "&lt;script&gt;" in seen


async def test_twins_are_data_and_nothing_else(site: Datasette) -> None:
    for path in ("/api/v1/region/kitezh", "/api/v1/changes", "/api/v1/search?q=script"):
        answer = await site.client.get(path)
        assert answer.headers["content-type"].startswith("application/json")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.json()["ok"] is True


async def test_no_cell_of_a_table_runs(site: Datasette) -> None:
    answer = await site.client.get("/data/changes.csv")
    cells = [cell for row in csv.reader(io.StringIO(answer.text)) for cell in row]
    assert "'=HYPERLINK(1)" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


async def test_raw_tables_escape_too(site: Datasette) -> None:
    for table in (
        "findings",
        "evidence",
        "editions",
        "captures",
        "refusals",
        "documents",
        "passages",
    ):
        page = BeautifulSoup((await site.client.get(f"/budget/{table}")).text, "lxml")
        cells = page.select("table.rows-and-columns td")
        assert cells
        for cell in cells:
            assert not cell.select("script, iframe, img, svg, [onload]")
            assert not [a for a in cell.select("a") if "script:" in str(a["href"]).lower()]


@pytest.mark.parametrize("url", URLS[:-1])
def test_only_the_web_is_linked(url: str) -> None:
    assert href(url) == ""


def test_links_open_at_the_page_and_stay_inside_their_attribute(rubric: Rubric) -> None:
    assert href("https://a.invalid/б.pdf", "page=3") == "https://a.invalid/б.pdf#page=3"
    assert href("https://a.invalid/#x", "page=3#<") == "https://a.invalid/#x"
    assert href('https://a.invalid/#"<>') == "https://a.invalid/#%22%3C%3E"
    assert len(shown("https://a.invalid/" + "x" * 5000)) <= 90
    assert "\n" not in shown("https://a.invalid/\n")
