"""The Open Budget Survey's questions 64-67, answered from the same dossier by the house checks."""

from datetime import date

import pytest
from pydantic import TypeAdapter

from crawler.model import Outcome
from scoring import checks
from scoring.model import Publication, Stage, Status

ANY = TypeAdapter(checks.AnyCheck)
DAYS = {
    Stage.DRAFT: date(2026, 11, 10),
    Stage.ADOPTED: date(2026, 1, 20),
    Stage.EXECUTED: date(2026, 6, 10),
}
CORE = """Доходы бюджета на 2026 год составят 36,4 млрд рублей, расходы — 38,2 млрд рублей.
# Основные цели бюджетной политики
- Повышение качества жизни населения
- Поддержка семей с детьми
# Прогноз социально-экономического развития
Численность населения в 2026 году составит 812 тысяч человек, индекс потребительских цен 104,2 %.
Телефон министерства: +7 (3822) 51-23-45, почта budget@minfin.zaozerye.invalid."""
DEBT = "\nГосударственный долг на 1 января 2026 года составит 12,1 млрд рублей, это 40 % доходов."
MACRO = CORE.replace(
    "Численность населения в 2026 году составит 812 тысяч человек, индекс", "Индекс"
)
MACRO = MACRO.replace("Индекс потребительских цен 104,2 %.", "Прогноз учтён.")


def answered(make, kind, editions, *, late=(), **more):
    make.page("")
    for stage, text in editions.items():
        when = date(2027, 12, 31) if stage in late else DAYS[stage]
        page = make.file(text, path=f"{stage}/", role="page", media="text/html")
        make.edition(page, stage=stage, publication=Publication(when, when, "printed"))
    return ANY.validate_python({"kind": kind})(make.dossier(**more), Stage.ADOPTED)


AFTER = {"as_of": date(2028, 1, 1)}


@pytest.mark.parametrize(
    ("text", "value"),
    [(CORE + DEBT, 1), (CORE, 0.67), (MACRO, 0.33), ("Просто слова о нашем крае.", 0.33)],
)
def test_what_it_tells(make, text, value):
    answer = answered(make, "survey-content", {Stage.ADOPTED: text}, **AFTER)
    assert answer.status is Status.MEASURED, answer.reason
    assert (answer.value, answer.low, answer.high) == (value, value, value), answer.reason
    assert answer.evidence


def test_the_better_of_two_editions_answers_and_the_report_is_not_asked(make):
    poor = {Stage.DRAFT: "Слова.", Stage.ADOPTED: CORE, Stage.EXECUTED: CORE + DEBT}
    assert answered(make, "survey-content", poor, **AFTER).value == 0.67


def test_a_late_edition_is_none(make):
    late = answered(make, "survey-content", {Stage.ADOPTED: CORE}, late=[Stage.ADOPTED], **AFTER)
    assert (late.value, late.high) == (0, 0)
    assert "позже срока" in late.reason
    assert "too late" in late.reason_en


def test_a_draft_may_still_come(make):
    answer = answered(make, "survey-content", {Stage.ADOPTED: CORE})
    assert (answer.value, answer.high) == (0.67, 1)


@pytest.mark.parametrize("kind", ["survey-content", "survey-needs"])
def test_an_edition_nobody_can_read_is_unknown(make, kind):
    make.page("")
    when = Publication(DAYS[Stage.ADOPTED], DAYS[Stage.ADOPTED], "printed")
    make.edition(make.file(unreadable="encrypted"), publication=when)
    answer = ANY.validate_python({"kind": kind})(make.dossier(**AFTER), Stage.ADOPTED)
    assert (answer.status, answer.reason, answer.high) == (Status.UNKNOWN, "encrypted", 1)
    assert answer.low == (0.33 if kind == "survey-content" else 0)


def test_an_unknown_day_is_not_called_late(make):
    make.page("")
    when = Publication(None, date(2026, 11, 20), "first-seen")
    make.edition(make.file(CORE, role="page", media="text/html"), publication=when)
    answer = ANY.validate_python({"kind": "survey-content"})(make.dossier(**AFTER), Stage.ADOPTED)
    assert (answer.status, answer.reason) == (Status.UNKNOWN, "no-date")
    assert (answer.low, answer.high) == (0, 0.67)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Доходы бюджета растут.", 0.33),
        ("Брошюру можно взять в библиотеках и МФЦ области.", 0.67),
        ("Мы снимаем видеоролики о бюджете. Телефон: 8 800.", 0.33),
        ("Печатная версия брошюры разошлась тиражом 500 экземпляров. Смотрите ролик о бюджете "
         "для граждан в нашем сообществе ВКонтакте.", 1),
        ("Брошюра рассказывает о ремонте районной библиотеки, на что выделено 5 млн рублей.", 0.33),
    ],
)  # fmt: skip
def test_how_it_is_spread(make, text, value):
    answer = answered(make, "survey-media", {Stage.ADOPTED: text}, **AFTER)
    assert (answer.value, answer.low, answer.high) == (value, value, 1), answer.reason
    assert answer.evidence


@pytest.mark.parametrize(
    ("text", "value", "high"),
    [
        ("Ответьте на вопросы о брошюре: http://minfin.zaozerye.invalid/opros/", 0.67, 1),
        ("Ответьте на вопросы о брошюре: http://minfin.zaozerye.invalid/opros/\n"
         "В прошлом опросе приняли участие 1 240 жителей.", 1, 1),
        ("Ответьте на вопросы о брошюре: http://minfin.zaozerye.invalid/opros/\n"
         "В прошлом опросе приняли участие 12 жителей.", 0.67, 1),
        ("Нам важно ваше мнение о бюджете!", 0.33, 0.33),
        ("Телефон: +7 (900) 000-01-10.", 0, 0.33),
    ],
)  # fmt: skip
def test_whether_people_were_asked(make, text, value, high):
    answer = answered(make, "survey-needs", {Stage.ADOPTED: text}, **AFTER)
    assert (answer.value, answer.low, answer.high) == (value, value, high), answer.reason


@pytest.mark.parametrize(
    ("stages", "late", "value", "high"),
    [
        (tuple(Stage), (), 0.67, 1),
        ((Stage.DRAFT, Stage.EXECUTED), (), 0.67, 0.67),
        ((Stage.DRAFT, Stage.ADOPTED), (Stage.DRAFT,), 0.33, 0.33),
        ((Stage.ADOPTED,), (Stage.ADOPTED,), 0, 0),
        ((), (), 0, 0),
    ],
)
def test_at_how_many_stages(make, stages, late, value, high):
    answer = answered(make, "survey-cycle", dict.fromkeys(stages, CORE), late=late, **AFTER)
    assert (answer.value, answer.low, answer.high) == (value, value, high), answer.reason
    assert answer.evidence


def test_a_stage_we_could_not_see_widens(make):
    make.capture("shut", Outcome.TIMEOUT)
    answer = answered(make, "survey-cycle", {Stage.ADOPTED: CORE}, blind="timeout", **AFTER)
    assert (answer.value, answer.low, answer.high) == (0.33, 0.33, 1)


def test_what_is_asked_alike_is_answered_once(make):
    make.page("")
    make.edition(make.file(CORE, role="page", media="text/html"))
    dossier = make.dossier()
    totals = ANY.validate_python({"kind": "totals"})
    first = totals(dossier, Stage.ADOPTED)
    assert ANY.validate_python({"kind": "totals"})(dossier, Stage.ADOPTED) is first
    few, many = (ANY.validate_python({"kind": "glossary", "many": n}) for n in (2, 5))
    assert few(dossier, Stage.ADOPTED) is not many(dossier, Stage.ADOPTED)
