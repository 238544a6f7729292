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
from crawler.pages import PAGES, Page, family_of, links
from crawler.transport.encoding import decode

SITES = Path(__file__).parents[2] / "sites"
CASES = sorted(p for family in PAGES for p in (SITES / family.name).glob("*/page.*"))
TYPES = {".html": "text/html", ".xml": "application/xml", ".gz": "application/x-gzip"}


def saved(path: Path) -> Page:
    body = path.read_bytes()
    return Page("https://fin.invalid/open/index.php?id=1", body, decode(body), TYPES[path.suffix])


@pytest.mark.parametrize("path", CASES, ids=lambda p: f"{p.parts[-3]}-{p.parts[-2]}")
def test_links(path: Path) -> None:
    page = saved(path)
    family = family_of(page)
    assert family is not None
    assert family.name == path.parts[-3]
    found = [{k: v for k, v in asdict(link).items() if v} for link in links(page)]
    golden = path.with_name("links.json")
    if os.environ.get("BUDGETWATCH_GOLDEN"):
        golden.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert found == json.loads(golden.read_text("utf-8"))


def test_every_family_has_saved_pages() -> None:
    assert {p.parts[-3] for p in CASES} == {family.name for family in PAGES}


def test_a_registry_may_name_every_family_and_no_other() -> None:
    assert [family.name for family in PAGES] == list(PageFamily)
