"""Totals, periods, debt and the like in real files of many layouts: printed/*.yaml, a text a file."""

from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from benchmarks.labels.model import File
from benchmarks.labels.prints import sheets, slides, word
from scoring import checks
from scoring.amounts import totals
from scoring.extract import extract
from scoring.model import EditionFile, Stage

CASES = Path(__file__).parent / "printed"
ANY = TypeAdapter(checks.AnyCheck)
MAKERS = {"xlsx": sheets.workbook, "docx": word.document, "pptx": slides.presentation}
YEARS = {Stage.DRAFT: 2027, Stage.ADOPTED: 2026, Stage.EXECUTED: 2025}
TOTALS = ("revenue", "expenditure", "balance")


class Case(BaseModel):
    """A text as a file of a ``format``; totals in millions of roubles, other answers as values.

    Where any total is written the others are not stated; where none is, none is asked for.
    """

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    text: str
    format: str = "xlsx"
    stage: Stage = Stage.ADOPTED
    revenue: float | None = None
    expenditure: float | None = None
    balance: float | None = None
    answers: dict[str, float] = {}


def cases():
    for path in sorted(CASES.glob("*.yaml")):
        for number, raw in enumerate(yaml.safe_load(path.read_text("utf-8")), 1):
            yield pytest.param(Case.model_validate(raw), id=f"{path.stem}-{number}")


def read(case):
    if case.format == "html":
        page = f"<html><body><main>{case.text}</main></body></html>"
        return extract(page.encode(), url="http://a.invalid/x", media_type="text/html")
    file = File.model_validate({"path": "/x", "format": case.format, "text": case.text})
    return extract(MAKERS[case.format](file), url=f"http://a.invalid/x.{case.format}")


@pytest.mark.parametrize("case", list(cases()))
def test_a_file_says_what_a_reader_reads_in_it(make, case):
    document = read(case)
    asked = case.model_fields_set.intersection(TOTALS)
    if asked:
        year = YEARS[case.stage]
        found = totals(document, year, f"zaozerye-{case.stage}-{year}")
        wanted = {c: v for c in asked if (v := getattr(case, c)) is not None}
        assert {str(a.concept): round(a.value_rub / 1e6, 3) for a in found} == wanted
    make.page("")
    capture = make.capture("x", media_type=document.media_type)
    make.documents[capture.sha256] = document
    make.edition(EditionFile("brochure", capture, document), stage=case.stage)
    for kind, value in case.answers.items():
        answer = ANY.validate_python({"kind": kind})(make.dossier(), case.stage)
        assert answer.value == value, (kind, answer.reason, answer.evidence)
