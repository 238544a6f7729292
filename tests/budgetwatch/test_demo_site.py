"""The invented sites behave like sites, and say what truth.yaml says they say."""

import re
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from datetime import date
from functools import cache
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin, urlsplit

import pypdfium2 as pdfium
import pytest
from lxml import html
from pydantic import BaseModel, ConfigDict

from budgetwatch.demo_site import Demo, serve
from crawler.registry import load
from crawler.strict_yaml import YamlFault, read

DEMO = Path(__file__).parents[2] / "data" / "demo"
LAST_PRINTED = date(2026, 11, 20)
# Links a real site would have too: a template's style sheet, a search form, pages removed since.
DEAD = {
    "http://www.fin-berendeevo.invalid/bitrix/redirect.php?goto=http%3A%2F%2Fgosuslugi.invalid%2F",
    "http://finupr.kitezh.invalid/docs/2019/prikaz.htm",
    "http://minfin.buyan.invalid/citizens/2026/",
}
CRITERIA = {
    "edition-published", "totals", "glossary", "contacts", "on-time", "dated", "text-layer",
    "findable",
}  # fmt: skip
Stage = Literal["draft", "adopted", "executed"]


class Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Totals(Written):
    revenue: int | None
    expenditure: int | None
    balance: int | None


class TrueEdition(Written):
    stage: Stage
    fiscal_year: int
    due: bool
    urls: tuple[str, ...]
    printed: date | None
    text_layer: bool
    totals: Totals
    within_rub: int
    terms: int | None
    contacts: tuple[Literal["phone", "email", "address", "form"], ...]
    clicks: int


class NotEdition(Written):
    url: str
    reason: str


class TrueRegion(Written):
    about: str
    reachable: bool
    editions: tuple[TrueEdition, ...]
    not_editions: tuple[NotEdition, ...]
    signals: dict[str, tuple[Stage, ...]] = {}
    expected: dict[Stage, dict[str, float | Literal["unknown"]]]


class Truth(Written):
    wave: str
    as_of: date
    regions: dict[str, TrueRegion]


TRUTH = Truth.model_validate(read(DEMO / "truth.yaml"))
EDITIONS = [(name, e) for name, region in TRUTH.regions.items() for e in region.editions]


@pytest.fixture(scope="module")
def demo() -> Iterator[Demo]:
    with serve(DEMO) as running:
        yield running


def ask(demo: Demo, url: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    parts = urlsplit(url)
    connection = HTTPConnection("127.0.0.1", demo.port, timeout=5)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    connection.request(method, target or "/", headers={"Host": parts.netloc, **headers})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def text(response: HTTPResponse, body: bytes) -> str:
    named = re.search(r"charset=([\w-]+)", response.getheader("Content-Type") or "")
    meta = re.search(rb"charset=[\"']?([\w-]+)", body[:1024])
    return body.decode(named[1] if named else meta[1].decode() if meta else "utf-8")


def links(url: str, page: str) -> set[str]:
    hrefs = html.fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8")).xpath(
        "//a/@href"
    )
    joined = (urljoin(url, href).partition("#")[0] for href in hrefs)
    return {link for link in joined if link.startswith("http")}


@cache
def walked(demo: Demo, home: str) -> dict[str, int]:
    """Every address that links lead to from ``home``, with the fewest clicks."""
    clicks, queue = {home: 0}, deque([home])
    while queue:
        url = queue.popleft()
        response, body = ask(demo, url)
        assert response.status == (200 if url not in DEAD else response.status), url
        if not (response.getheader("Content-Type") or "").startswith("text/html"):
            continue
        for link in sorted(links(url, text(response, body)) - clicks.keys()):
            clicks[link] = clicks[url] + 1
            queue.append(link)
    return clicks


def homes() -> dict[str, str]:
    return {region.id: str(region.home) for region in load(DEMO / "registry")}


def test_registry_truth_and_server_name_the_same_regions(demo: Demo) -> None:
    assert len(demo.regions) >= 7
    assert set(demo.regions) == set(TRUTH.regions) == set(homes())
    hosts = {urlsplit(url).hostname for r in load(DEMO / "registry") for url in (str(r.home),)}
    assert hosts <= {entry.partition(":")[0] for entry in demo.resolve}
    assert all(re.fullmatch(r"[\w.-]+\.invalid:80:127\.0\.0\.1:\d+", e) for e in demo.resolve)


@pytest.mark.parametrize("name", [n for n, region in TRUTH.regions.items() if region.reachable])
def test_every_link_leads_somewhere_and_nothing_is_orphaned(demo: Demo, name: str) -> None:
    reached = walked(demo, homes()[name])
    hosts = {urlsplit(url).hostname or "" for url in reached} - {"gosuslugi.invalid"}
    for host in hosts:
        files = {p for p in (DEMO / "sites" / host).rglob("*") if p.suffix in (".pdf", ".docx")}
        asked = {DEMO / "sites" / host / urlsplit(u).path.lstrip("/") for u in reached if host in u}
        assert files <= asked


def test_dead_links_are_really_dead(demo: Demo) -> None:
    answers = {url: ask(demo, url)[0].status for url in DEAD}
    assert answers.pop("http://minfin.buyan.invalid/citizens/2026/") == 200
    assert set(answers.values()) == {404}


@pytest.mark.parametrize(("name", "edition"), EDITIONS)
def test_clicks_are_as_told(demo: Demo, name: str, edition: TrueEdition) -> None:
    assert walked(demo, homes()[name])[edition.urls[0]] == edition.clicks


@pytest.mark.parametrize(("name", "edition"), EDITIONS)
def test_totals_and_text_layer_are_as_told(demo: Demo, name: str, edition: TrueEdition) -> None:
    said = ""
    for url in edition.urls:
        response, body = ask(demo, url)
        assert response.status == 200
        if body.startswith(b"%PDF"):
            with pdfium.PdfDocument(body) as pdf:
                assert len(pdf) >= (6 if edition.due else 3)
                pages = [page.get_textpage().get_text_bounded() for page in pdf]
            assert any(pages) == edition.text_layer
            assert all(pages) == edition.text_layer
            said += "".join(pages)
        else:
            said += html.fromstring(text(response, body)).text_content()
    plain = re.sub(r"(?<=\d)[\s\u00a0](?=\d)", "", said.replace("−", "-"))
    for rub in edition.totals.model_dump().values():
        if rub is not None and edition.text_layer:
            ways = {f"{abs(rub) / unit:.1f}".replace(".", ",") for unit in (1e3, 1e6)}
            assert any(way in plain for way in ways), rub


def test_the_draft_without_balance_has_none(demo: Demo) -> None:
    _, body = ask(demo, "http://fin.tridevyaty.invalid/upload/docs/bdg_2027_proekt.pdf")
    with pdfium.PdfDocument(body) as pdf:
        said = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert "7 070 146" not in said.replace("\u00a0", " ")
    assert "ефицит" not in said


@pytest.mark.parametrize(("name", "edition"), EDITIONS)
def test_printed_dates_stand_on_the_site(demo: Demo, name: str, edition: TrueEdition) -> None:
    pages = ""
    for url in walked(demo, homes()[name]):
        response, body = ask(demo, url)
        if (response.getheader("Content-Type") or "").startswith("text/html"):
            pages += text(response, body)
    if edition.printed is not None:
        assert edition.printed < LAST_PRINTED
        assert edition.printed.strftime("%d.%m.%Y") in pages


def test_truth_covers_what_it_should() -> None:
    for name, region in TRUTH.regions.items():
        assert set(region.expected) == {"draft", "adopted", "executed"}, name
        for stage, values in region.expected.items():
            assert set(values) == CRITERIA, name
            found = any(e.stage == stage and e.due for e in region.editions)
            published = values["edition-published"]
            assert published == ("unknown" if not region.reachable else float(found)), name
            if region.reachable and not found:
                assert set(values.values()) == {0}, name
            assert all(v == "unknown" or 0 <= v <= 1 for v in values.values()), name
    for url in (n.url for region in TRUTH.regions.values() for n in region.not_editions):
        assert url not in {u for _, e in EDITIONS for u in e.urls}


def test_what_is_no_edition_is_there(demo: Demo) -> None:
    for region in TRUTH.regions.values():
        for false in region.not_editions:
            assert ask(demo, false.url)[0].status == 200, false.url


def test_headers_are_those_of_sites_yaml(demo: Demo) -> None:
    response, _ = ask(
        demo, "http://www.fin-berendeevo.invalid/budget/open/index.php?ELEMENT_ID=902"
    )
    assert response.getheader("Content-Type") == "text/html; charset=windows-1251"
    assert response.getheader("Last-Modified") == "Thu, 05 Nov 2026 09:12:00 GMT"
    response, body = ask(demo, "http://finupr.kitezh.invalid/otkr.htm")
    assert response.getheader("Content-Type") == "text/html"
    assert response.getheader("Last-Modified") is None
    assert "Бюджет для граждан" in body.decode("windows-1251")
    response, body = ask(demo, "http://minfin.kiselny.invalid/docs/zakon-2026.pdf")
    assert response.getheader("Content-Type") == "application/pdf"
    assert body.startswith(b"%PDF-")


def test_unknown_addresses(demo: Demo) -> None:
    assert ask(demo, "http://minfin.lukomorye.invalid/no-such")[0].status == 404
    response, body = ask(demo, "http://minfin.buyan.invalid/no-such")
    assert response.status == 200
    assert "не найдена" in body.decode()
    assert ask(demo, "http://someone-else.invalid/")[0].status == 421
    response, _ = ask(demo, "http://minfin.buyan.invalid/citizens")
    assert (response.status, response.getheader("Location")) == (301, "/citizens/")


@pytest.mark.parametrize(
    "target",
    [
        "/../sites.yaml",
        "/%2e%2e/%2e%2e/truth.yaml",
        "//etc/passwd",
        "/..%2f..%2ftruth.yaml",
        "/\\..\\x",
    ],
)
def test_nothing_outside_the_site_is_served(demo: Demo, target: str) -> None:
    response, body = ask(demo, f"http://minfin.lukomorye.invalid{target}")
    assert response.status == 404
    assert b"hosts:" not in body
    assert b"root:" not in body


def test_unchanged_bytes_are_not_sent_again(demo: Demo) -> None:
    url = "http://minfin.lukomorye.invalid/files/bdg/budget-for-citizens-2026.pdf"
    tag = ask(demo, url)[0].getheader("ETag") or ""
    response, body = ask(demo, url, **{"If-None-Match": tag})
    assert (response.status, body) == (304, b"")
    assert ask(demo, url, "HEAD")[1] == b""


def test_the_unreachable_region_refuses_at_once(demo: Demo) -> None:
    port = next(e for e in demo.resolve if e.startswith("minfin.kudykina")).rpartition(":")[2]
    assert int(port) != demo.port
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", int(port)), timeout=2)


def test_sites_are_told_apart_from_typos(tmp_path: Path) -> None:
    (tmp_path / "sites.yaml").write_text("hosts: {a.invalid: {charste: utf-8}}", "utf-8")
    with pytest.raises(ValueError, match="charste"), serve(tmp_path):
        pass
    (tmp_path / "sites.yaml").write_text("- a", "utf-8")
    with pytest.raises(YamlFault), serve(tmp_path):
        pass


def test_pages_come_from_their_sources(tmp_path: Path) -> None:
    """Somebody who edits a served page by hand would lose it at the next making."""
    make = [sys.executable, str(DEMO / "make" / "make.py"), "--pages-only", f"--out={tmp_path}"]
    subprocess.run(make, check=True)
    made = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    sites = DEMO / "sites"
    kept = {p.relative_to(sites): p.read_bytes() for p in sites.rglob("*") if p.is_file()}
    printed = {name: body for name, body in kept.items() if name.suffix in (".pdf", ".docx")}
    assert made == {name: body for name, body in kept.items() if name not in printed}


def test_the_demo_stays_small() -> None:
    assert sum(p.stat().st_size for p in DEMO.rglob("*") if p.is_file()) <= 6_000_000
