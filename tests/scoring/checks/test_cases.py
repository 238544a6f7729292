"""Every check against short texts a person has judged: cases/<kind>.yaml, one value a text."""

from pathlib import Path
from typing import get_args

import pytest
import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from crawler.model import Outcome
from scoring import checks
from scoring.checks.texts import TextCheck
from scoring.model import Stage, Status, Table

CASES = Path(__file__).parent / "cases"
ANY = TypeAdapter(checks.AnyCheck)


class Case(BaseModel):
    """A text, one block a line, and tables; ``value`` is what the rubric says of it."""

    model_config = ConfigDict(extra="forbid")

    text: str = ""
    table: list[list[str]] = []
    caption: str = ""
    under: str = ""
    stage: Stage = Stage.ADOPTED
    value: float
    says: str = ""


def cases():
    for path in sorted(CASES.glob("*.yaml")):
        for number, raw in enumerate(yaml.safe_load(path.read_text("utf-8")), 1):
            yield pytest.param(path.stem, Case.model_validate(raw), id=f"{path.stem}-{number}")


@pytest.mark.parametrize(("kind", "case"), list(cases()))
def test_a_text_has_the_value_a_person_gave_it(make, kind, case):
    check = ANY.validate_python({"kind": kind})
    rows = tuple(map(tuple, case.table))
    heading = f"# {case.under}\n" if case.under else ""
    text = f"{heading}{case.text}"
    after = len([line for line in text.splitlines() if line.strip()])
    tables = (Table(rows, "page=2", case.caption, after=after),) if rows else ()
    page = make.file(text, *tables, path="bdg/", role="page", media="text/html")
    make.edition(page, stage=case.stage)
    answer = check(make.dossier(), case.stage)
    assert answer.status is Status.MEASURED, answer.reason
    assert answer.value == pytest.approx(case.value, abs=0.01), (answer.reason, answer.evidence)
    assert answer.reason
    assert answer.reason_en
    assert answer.evidence
    if case.says:
        assert any(case.says in e.quote for e in answer.evidence), answer.evidence


@pytest.mark.parametrize("kind", sorted(p.stem for p in CASES.glob("*.yaml")))
def test_what_cannot_be_read_is_unknown_and_what_is_not_there_is_zero(make, kind):
    check = ANY.validate_python({"kind": kind})
    make.page("")
    if isinstance(check, TextCheck):
        make.edition(make.file(unreadable="encrypted"))
        hidden = check(make.dossier(), Stage.ADOPTED)
        assert (hidden.status, hidden.reason) == (Status.UNKNOWN, "encrypted")
        assert hidden.evidence
    missing = check(make.dossier(), Stage.DRAFT)
    assert missing.value == 0
    assert missing.evidence
    make.capture("closed", Outcome.TIMEOUT)
    blind = check(make.dossier(blind="timeout"), Stage.DRAFT)
    assert (blind.status, blind.reason) == (Status.UNKNOWN, "timeout")


def test_every_check_of_texts_has_cases_met_and_unmet():
    older = {"totals", "glossary", "contacts", "plain-language"}
    for check in get_args(get_args(checks.AnyCheck)[0]):
        (kind,) = get_args(check.model_fields["kind"].annotation)
        if not issubclass(check, TextCheck) or kind in older:
            continue
        values = [c["value"] for c in yaml.safe_load((CASES / f"{kind}.yaml").read_text("utf-8"))]
        assert 0 in values, kind
        assert 1 in values, kind
