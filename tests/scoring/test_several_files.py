"""Editions of several files as regions lay them out: which files are one edition, which stay out."""

from pathlib import Path

import pytest
import yaml

from scoring.classify import classify
from scoring.model import PageLink

HOME = "https://fin.region.invalid/"
FILES = sorted((Path(__file__).parent / "cases").glob("several_files*.yaml"))
CASES = [case for file in FILES for case in yaml.safe_load(file.read_text("utf-8"))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_files_of_one_edition_are_joined_and_others_are_not(archive, region, case):
    for file in case["files"]:
        rows = [row if len(row) == 3 else (*row, row[1]) for row in file.get("links", ())]
        links = tuple(
            PageLink(HOME + href, text, context, f"block={n + 1}")
            for n, (href, text, context) in enumerate(rows)
        )
        archive.file(
            HOME + file["url"],
            file.get("text", ""),
            media=file.get("media", "text/html"),
            title=file.get("title", ""),
            links=links,
        )
    editions, refusals = classify(region, archive.captures, archive.documents)
    told = {
        f"{e.stage.value} {e.fiscal_year}": [f.capture.url.removeprefix(HOME) for f in e.files]
        for e in editions
    }
    assert told == case["editions"], [(r.reason, r.evidence.url) for r in refusals]
