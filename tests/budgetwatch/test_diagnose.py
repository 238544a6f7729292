"""What went wrong and what to do: after every crawl as a table, for one region as a story."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from typer.testing import CliRunner

from budgetwatch.cli import door
from budgetwatch.needs import show_needs
from budgetwatch.printable import printable
from crawler.attention import Urgency, attention
from crawler.model import Outcome, SourceHealth
from crawler.remedies import REMEDIES, pressing, remedy
from crawler.rule import forbidding

WALL = (
    b"<title>DDoS-Guard</title><p>Checking your browser before accessing</p>"
    b"<script src='/.well-known/ddos-guard/check'></script>"
)


def state(region: str, broken: str = "", compared: str = "", **outcomes: int) -> SourceHealth:
    found = outcomes.get("ok", 0)
    named = tuple((name.replace("_", "-"), count) for name, count in outcomes.items())
    return SourceHealth(
        "r", region, f"http://{region}.invalid/", 1, 0, found, 0, "", named, 1, 1, broken, compared
    )


def test_the_worst_come_first_and_each_has_a_way_on() -> None:
    rows = [
        state("fine", ok=3),
        state("floor", "1 pages of at least 2", ok=1),
        state("shrunk", "1 pages, 9 on 2026-10-02", "earlier", ok=1),
        state("walled", "0 pages of at least 1", blocked=4),
        state("unasked", "never asked"),
    ]
    found = attention(rows)
    assert [one.region for one in found] == ["unasked", "walled", "shrunk", "floor", "fine"]
    assert all(one.remedy for one in found if one.urgency is not Urgency.HEALTHY)
    assert "data/registry/unasked.yaml" in found[0].remedy
    assert found[1].remedy == remedy(Outcome.BLOCKED, "walled")
    assert "earlier captures" in found[2].remedy
    assert "floor" in found[3].remedy
    assert found[4].remedy == ""


@pytest.mark.parametrize("width", [80, 120])
def test_the_table_fits_and_loses_nothing(width: int) -> None:
    out = StringIO()
    rows = [
        state("republic-of-bashkortostan", "0 pages of at least 1", timeout=40, not_found=2),
        *(state(f"fine-{n}", ok=3) for n in range(80)),
    ]
    show_needs(Console(file=out, width=width, force_terminal=False), rows)
    lines = out.getvalue().splitlines()
    assert max(map(len, lines)) <= width
    text = "".join(filter(lambda c: c not in "│┃ \n", out.getvalue()))
    for word in ("republic-of-bashkortostan", "40timeout", "not-found", "→thesitewas"):
        assert word in text
    assert "The other 80 of 81 regions" in lines[-1]
    assert not any("fine-7" in line for line in lines)


def test_every_trouble_has_a_remedy() -> None:
    assert set(REMEDIES) == set(Outcome) - {Outcome.OK, Outcome.UNCHANGED}
    for outcome in REMEDIES:
        assert "{" not in remedy(outcome, "tomsk-oblast")
    counts = [(Outcome.OK, 9), (Outcome.TIMEOUT, 2), (Outcome.DNS, 2), (Outcome.BLOCKED, 0)]
    assert pressing(counts) == [(Outcome.DNS, 2), (Outcome.TIMEOUT, 2)]


@pytest.mark.parametrize(
    ("robots", "url", "rule"),
    [
        ("User-agent: *\nDisallow: /a\nDisallow: /a/b", "http://x/a/b/c", "Disallow: /a/b"),
        ("User-agent: *\nDisallow: /*.pdf$", "http://x/u/1.pdf", "Disallow: /*.pdf$"),
        ("User-agent: *\nDisallow: /*.pdf$", "http://x/u/1.pdf.html", ""),
        ("User-agent: *\nDisallow: /\n\nUser-agent: budgetwatch\nDisallow: /b", "http://x/a", ""),
        (
            "User-agent: yandex\nUser-agent: BudgetWatch # us\nDisallow: /b\nUser-agent: *\n",
            "http://x/b",
            "Disallow: /b",
        ),
        ("User-agent: *\nDisallow: /бюджет", "http://x/%D0%B1%D1%8E%D0%B4%D0%B6%D0%B5%D1%82/1",
         "Disallow: /бюджет"),
        ("User-agent: *\nDisallow: /?q=", "http://x/?q=1", "Disallow: /?q="),
        ("User-agent: *\nDisallow:", "http://x/", ""),
        ("<html>", "http://x/", ""),
        ("User-agent: *\nDisallow: /" + "*a" * 200 + "b", "http://x/" + "a" * 1500, ""),
    ],
)  # fmt: skip
def test_the_line_of_robots_txt_is_named(robots: str, url: str, rule: str) -> None:
    assert forbidding(robots, url, "budgetwatch") == rule


def test_no_escape_sequence_of_theirs_reaches_the_terminal() -> None:
    assert printable("a\x1b[31mred\r\nb\u202e", 50) == "a [31mred b"
    assert printable("x" * 400) == "x" * 299 + "…"


@dataclass
class Said:
    code: int
    out: str
    err: str


@pytest.fixture
def diagnosed(tmp_path: Path) -> Callable[..., Said]:
    """`budgetwatch diagnose` in this process: only the door's own start is left out."""

    def run(*arguments: str) -> Said:
        data = ["--data", str(tmp_path / "data"), "--registry", str(tmp_path / "registry")]
        done = CliRunner().invoke(door(), ["diagnose", *arguments, *data], env={"COLUMNS": "200"})
        return Said(done.exit_code, done.stdout, done.stderr)

    return run


def test_a_region_is_diagnosed_from_the_archive(
    budgetwatch: Callable[..., Any],
    diagnosed: Callable[..., Said],
    registry: Callable[..., Path],
    site: Callable[..., Any],
    page: Callable[..., Any],
) -> None:
    entries = str(registry(here="http://here.invalid/", afar="http://afar.invalid/"))
    pages = {
        "/robots.txt": page(b"User-agent: *\nDisallow: /secret/", "text/plain"),
        "/": page(
            '<a href="/b.pdf">Бюджет для граждан</a><a href="/w/">Бюджет для граждан 2019</a>'
            '<a href="/secret/c.pdf">Бюджет для граждан 2020</a>'.encode()
        ),
        "/b.pdf": page(b"%PDF-1", "application/pdf"),
        "/w/": page(WALL, status=403),
    }
    assert diagnosed("here").out.splitlines()[1] == "Try: budgetwatch crawl here"
    with site(pages) as there:
        crawled = budgetwatch(
            "crawl", "here", "--registry", entries, *there.resolve(), "--allow-private-hosts",
            "--vantage", "a desk", "--json",
        )  # fmt: skip
    assert crawled.code == 0, crawled.err
    assert crawled.json["broken_sources"] == 0
    assert crawled.json["outcomes"] == {"blocked": 1, "not-found": 1, "ok": 2, "robots-denied": 1}
    assert "All 1 regions gave what was expected" in crawled.err
    told = diagnosed("here")
    assert told.code == 0, told.err
    assert max(map(len, told.out.splitlines())) <= 80
    for said in (
        "crawled from: a desk", "blocked by: ddos-guard", "Disallow: /secret/",
        "robots.txt kept us from: 1 addresses", "1 × blocked", "such as http://here.invalid/w/",
        "nothing left to ask", "in this run",
    ):  # fmt: skip
        assert said in told.out
    plain = json.loads(diagnosed("here", "--json").out)
    assert (plain["crawled"], plain["region"]) == (True, "here")
    assert plain["hosts"][0]["rules"] == ["Disallow: /secret/"]
    assert "was never crawled" in diagnosed("afar").out
    wrong = diagnosed("here", "--run", "x")
    assert wrong.code == 2
    assert str(crawled.json["run"]) in wrong.err
    unknown = budgetwatch("diagnose", "heer", "--registry", entries)
    assert unknown.code == 2
    assert "did you mean here" in unknown.err
