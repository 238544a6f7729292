"""Advice names regions that do well what another lacks."""

from crawler.model import Name
from scoring.examples import with_examples
from scoring.model import Answered, Evidence, Finding, Stage, Status


def names(*ids: str) -> dict[str, Name]:
    return {id_: Name(ru=id_.upper(), en=id_) for id_ in ids}


def finding(
    region: str, value: float | None, *, criterion: str = "totals", advice: str = "Сделайте."
):
    proof = (Evidence("c", f"http://{region}.invalid/bdg.pdf", "s", "page=7"),)
    status = Status.UNKNOWN if value is None else Status.MEASURED
    answered = Answered(status, value, value or 0.0, 1.0 if value is None else value, "", proof)
    told = "" if value == 1 else advice
    return Finding(region, "2026", "r", criterion, Stage.ADOPTED, answered, told, told and "Do.")


def test_the_strongest_regions_are_shown_and_never_oneself():
    findings = [
        finding("weak", 0.0),
        finding("good", 1.0),
        finding("better", 1.0),
        finding("better", 1.0, criterion="glossary"),
        finding("third", 1.0),
    ]
    told = with_examples(findings, names("weak", "good", "better", "third"))
    assert told[0].advice_ru == (
        "Сделайте. Хорошо сделано: BETTER, http://better.invalid/bdg.pdf#page=7; "
        "GOOD, http://good.invalid/bdg.pdf#page=7."
    )
    assert told[0].advice_en.startswith("Do. Done well by: better,")
    assert told[1:] == tuple(findings[1:])


def test_without_a_good_example_or_advice_nothing_is_added():
    findings = [finding("weak", 0.0), finding("hidden", None, advice="")]
    told = with_examples(findings, names("weak", "hidden"))
    assert told == tuple(findings)


def test_an_example_of_another_stage_or_question_is_none():
    findings = [finding("weak", 0.0), finding("good", 1.0, criterion="glossary")]
    assert with_examples(findings, names("weak", "good")) == tuple(findings)
