"""Editions and look-alikes as regions write them: what is taken, for which stage and year, and what not."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from scoring.classify import classify
from scoring.model import PageLink

HOME = "https://fin.region.invalid/"
CASES = Path(__file__).parent / "cases"


def _cases(kind: str) -> list[Any]:
    found = []
    for path in sorted(CASES.glob(f"{kind}_*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            found.append(pytest.param(case, id=f"{path.stem}: {case['name']}"))
    return found


def _archived(archive: Any, case: dict[str, Any]) -> str:
    url = HOME + case.get("url", "files/document-17.pdf")
    links = tuple(
        PageLink(href, text, text, "block=4") for href, text in case.get("page_links", ())
    )
    link = case.get("link", "Скачать документ")
    rows = [*case.get("heads", ()), (url, link, case.get("context", link))]
    archive.listing(*rows, title=case.get("listing", "Документы"))
    for page, title, row in case.get("elsewhere", ()):
        archive.listing((url, row, row), url=HOME + page, title=title)
    archive.file(
        url,
        case.get("text", ""),
        media=case.get("media", "application/pdf"),
        title=case.get("title", ""),
        created=case.get("created", ""),
        links=links,
        link_texts=(link,),
        content_disposition=case.get("disposition", ""),
    )
    return url


@pytest.mark.parametrize("case", _cases("editions"))
def test_an_edition_is_taken_for_its_stage_and_year(archive, make_region, case):
    url = _archived(archive, case)
    region = make_region(case.get("region", "Заозёрная область"))
    editions, refusals = classify(region, archive.captures, archive.documents)
    told = [(e.stage.value, e.fiscal_year) for e in editions]
    assert told == [(case["stage"], case["year"])], [(r.reason, r.evidence.quote) for r in refusals]
    assert editions[0].main.capture.url == url
    assert editions[0].why.quote


@pytest.mark.parametrize("case", _cases("lookalikes"))
def test_a_look_alike_is_refused_with_its_reason(archive, make_region, case):
    url = _archived(archive, case)
    region = make_region(case.get("region", "Заозёрная область"))
    editions, refusals = classify(region, archive.captures, archive.documents)
    assert [(e.stage.value, e.fiscal_year, e.why.quote) for e in editions] == []
    listing = {"listing-page"} if url != HOME + "budget/citizens/" else set()
    reasons = {r.reason for r in refusals if r.evidence.url == url}
    reasons |= {r.reason for r in refusals if r.evidence.url != url} - listing
    assert reasons == {case["reason"]} - {""}
