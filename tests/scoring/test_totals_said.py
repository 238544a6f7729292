"""Totals in the words and layouts of many authors: cases/totals_said.yaml, one text a budget."""

from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, ConfigDict

from scoring.amounts import totals
from scoring.model import Document, Stage

CASES = Path(__file__).parent / "cases/totals_said.yaml"
YEARS = {Stage.DRAFT: 2027, Stage.ADOPTED: 2026, Stage.EXECUTED: 2025}


class Case(BaseModel):
    """A text as ``written`` reads it and the totals it states, in millions of roubles."""

    model_config = ConfigDict(extra="forbid")

    text: str
    stage: Stage = Stage.ADOPTED
    media: str = "application/pdf"
    revenue: float | None = None
    expenditure: float | None = None
    balance: float | None = None


def cases():
    for number, raw in enumerate(yaml.safe_load(CASES.read_text("utf-8")), 1):
        yield pytest.param(Case.model_validate(raw), id=str(number))


@pytest.mark.parametrize("case", list(cases()))
def test_the_totals_a_reader_reads_and_no_others(written, case):
    blocks, tables = written(case.text, case.media)
    document = Document("d" * 64, case.media, blocks=blocks, tables=tables)
    found = totals(document, YEARS[case.stage], f"zaozerye-{case.stage}-{YEARS[case.stage]}")
    asked = {"revenue", "expenditure", "balance"}
    wanted = {c: v for c, v in case.model_dump(include=asked).items() if v is not None}
    assert {a.concept: round(a.value_rub / 1e6, 4) for a in found} == wanted
