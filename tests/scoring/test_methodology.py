"""docs/methodology.md is what the rubric says, no more and no less."""

from pathlib import Path
from typing import get_args

import yaml

from scoring import checks
from scoring.methodology import RUBRIC, markdown, page
from scoring.rubric import load

DOCS = Path(__file__).parents[2] / "docs" / "methodology.md"


def test_the_page_is_the_rubrics():
    written = page()
    assert DOCS.read_text("utf-8") == written, "run `make docs` and read the difference"


def test_every_criterion_is_told_in_both_languages():
    rubric, page = load(RUBRIC), markdown(load(RUBRIC))
    for criterion in rubric.criteria:
        for text in (criterion.question, criterion.why, criterion.remedy):
            assert page.count(text.ru) == 1
            assert page.count(text.en) == 1
        assert page.count(f"`{criterion.id}`") == 2


def test_the_numbers_in_the_rules_are_the_rubrics():
    rubric = load(RUBRIC)
    criteria = tuple(
        c.model_copy(update={"check": c.check.model_copy(update={"near": 7})})
        if c.id == "findable"
        else c
        for c in rubric.criteria
    )
    page = markdown(rubric.model_copy(update={"criteria": criteria}))
    assert "не больше 7, 0,5" in page
    assert "1 within 7 clicks" in page


def test_every_check_has_its_rule():
    kinds = {
        get_args(check.model_fields["kind"].annotation)[0]
        for check in get_args(get_args(checks.AnyCheck)[0])
    }
    rules = yaml.safe_load((Path(checks.__file__).parent / "rules.yaml").read_text("utf-8"))
    assert set(rules) == kinds
