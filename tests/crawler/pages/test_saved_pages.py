"""Saved pages of each family give the links written beside them.

After a change meant to alter them: BUDGETWATCH_GOLDEN=1 pytest tests/crawler/pages, then read
the difference like code.
"""

import json
import os
from dataclasses import asdict
from pathlib import Path

import pytest

from crawler.model import PageFamily
from crawler.pages import PAGES, Page, families_of, links, listing
from crawler.transport.encoding import decode

SITES = Path(__file__).parents[2] / "sites"
CASES = sorted(p for family in PAGES for p in (SITES / family.name).glob("*/page.*"))
TYPES = {
    ".html": "text/html",
    ".xml": "application/xml",
    ".gz": "application/x-gzip",
    ".txt": "text/plain",
    ".json": "application/json",
    ".js": "text/javascript",
}


def saved(path: Path) -> Page:
    body = path.read_bytes()
    return Page("https://fin.invalid/open/index.php?id=1", body, decode(body), TYPES[path.suffix])


def named(path: Path) -> str:
    return f"{path.parts[-3]}-{path.parts[-2]}"


@pytest.mark.parametrize("path", CASES, ids=named)
def test_links(path: Path) -> None:
    page = saved(path)
    assert path.parts[-3] in [family.name for family in families_of(page)]
    found = [{k: v for k, v in asdict(link).items() if v} for link in links(page)]
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    golden = path.with_name("links.json")
    if os.environ.get("BUDGETWATCH_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert json.loads(text) == json.loads(golden.read_text("utf-8"))


@pytest.mark.parametrize("path", [p for p in CASES if p.suffix == ".html"], ids=named)
def test_a_family_adds_to_what_any_page_shows(path: Path) -> None:
    page = saved(path)
    assert set(listing.links(page.url, page.text, page.encoding)) <= set(links(page))


def test_every_family_has_saved_pages() -> None:
    cases = [p.parts[-3] for p in CASES]
    assert {name: cases.count(name) >= 3 for name in PageFamily} == dict.fromkeys(PageFamily, True)


def test_a_registry_may_name_every_family_and_no_other() -> None:
    assert [family.name for family in PAGES] == list(PageFamily)
