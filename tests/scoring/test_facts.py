"""Figures with what they are of: cells under heads, sentences, lines of slides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.facts import Form, Unit, facts
from scoring.facts.quantity import quantities
from scoring.model import Block, BlockKind, Document, Table


def told(*blocks: str, tables: tuple[Table, ...] = ()):
    made = tuple(
        Block(
            BlockKind.HEADING if b.startswith("# ") else BlockKind.PARAGRAPH,
            b.removeprefix("# "),
            f"block={n}",
        )
        for n, b in enumerate(blocks, 1)
    )
    return facts(Document("s" * 64, "text/html", blocks=made, tables=tables))


@pytest.mark.parametrize(
    ("text", "value", "unit", "noun"),
    [
        ("24,1 млрд рублей", 24.1e9, Unit.MONEY, ""),
        ("1 340 руб. в месяц", 1340.0, Unit.MONEY, ""),
        ("29,9 %", 29.9, Unit.PERCENT, ""),
        ("324 километра дорог", 324.0, Unit.COUNT, "километра дорог"),
        ("214 тысяч человек", 214e3, Unit.COUNT, "человек"),
        ("98,4 тыс. рублей на душу населения", 98.4e3, Unit.PER_RESIDENT, ""),
        ("четыре амбулатории", 4.0, Unit.COUNT, "амбулатории"),
    ],
)
def test_a_quantity_has_its_unit(text, value, unit, noun):
    (found,) = quantities(text)
    assert (found.value, found.unit, found.noun) == (pytest.approx(value), unit, noun)


@pytest.mark.parametrize("text", ["в 2026 году", "статья 15", "5 ноября", "№ 12", "12.03.2026"])
def test_what_is_no_quantity(text):
    assert quantities(text) == ()


def test_parts_share_the_unit_of_their_sum():
    found = quantities("22,9 млрд рублей: дотации 5,1, субсидии 5,9")
    assert [q.value for q in found] == pytest.approx([22.9e9, 5.1e9, 5.9e9])
    assert [q.value for q in quantities("с 14,2 до 13,6 млрд рублей")] == pytest.approx(
        [14.2e9, 13.6e9]
    )


def test_a_sentence_gives_each_sum_its_words():
    found = told("Налоговые доходы — 60 млрд рублей, неналоговые — 2 млрд рублей.")
    assert [(f.label, f.value, f.form) for f in found] == [
        ("Налоговые доходы", 60e9, Form.PROSE),
        ("неналоговые", 2e9, Form.PROSE),
    ]
    (forward,) = told("24 млрд рублей направят на школы.")
    assert "на школы" in forward.label


def test_years_listed_go_with_sums_in_turn():
    found = told("Доходы на 2026 год составят 102,7 млрд рублей, на 2027 год — 104 млрд рублей.")
    assert [f.years for f in found] == [(2026,), (2027,)]
    assert {f.label for f in found} == {"Доходы на 2026 год составят"}


def test_a_cell_has_year_kind_unit_and_headings():
    table = Table(
        (("Показатель", "2025, факт", "2026, план"), ("Доходы, всего", "97 557,6", "102 730,0")),
        "table=1", "млн рублей", after=2,
    )  # fmt: skip
    found = told("# Главное", "Введение.", tables=(table,))
    assert [(f.value, f.years, f.kind) for f in found] == [
        (97_557.6e6, (2025,), "fact"),
        (102_730e6, (2026,), "plan"),
    ]
    assert found[0].above == ("Главное", "млн рублей", "Показатель")
    assert found[0].quote == "Доходы, всего … 97 557,6"


def test_a_row_may_say_its_own_unit():
    table = Table(
        (("Показатель", "Ед. изм.", "2026"), ("Инфляция", "%", "5,0"), ("Население, тыс. человек", "", "812,4")),
        "table=1",
    )  # fmt: skip
    found = told(tables=(table,))
    assert [(f.value, f.unit) for f in found] == [(5.0, Unit.PERCENT), (812_400.0, Unit.COUNT)]


def test_years_may_run_down_a_table():
    table = Table(
        (("Год", "Доходы", "Расходы"), ("2025", "97", "98"), ("2026", "102", "105")), "table=1"
    )
    found = told(tables=(table,))
    assert {(f.label, f.years, f.value) for f in found} == {
        ("Доходы", (2025,), 97.0), ("Доходы", (2026,), 102.0),
        ("Расходы", (2025,), 98.0), ("Расходы", (2026,), 105.0),
    }  # fmt: skip


def test_labels_and_figures_on_lines_of_their_own():
    found = [
        f
        for f in told("млрд рублей", "Образование", "24,1", "Культура", "3,1")
        if f.form is Form.LINE
    ]
    assert [(f.label, f.value) for f in found] == [("Образование", 24.1e9), ("Культура", 3.1e9)]


def test_bars_run_together_in_one_line():
    found = told("млрд рублей", "Образование 24,1 Культура 3,1")
    assert [(f.label, f.value) for f in found] == [("Образование", 24.1e9), ("Культура", 3.1e9)]


def test_figures_read_in_pictures_are_asked_for_by_how_clear_they_are():
    clear, dim = (
        Block(BlockKind.PARAGRAPH, f"{what} — 60 млрд рублей.", f"page=1;ocr={sure}")
        for what, sure in (("Доходы", 90), ("Расходы", 70))
    )
    read = Document("s" * 64, "application/pdf", blocks=(clear, dim))
    assert facts(read.typed) == ()
    assert [fact.label for fact in facts(read.legible)] == ["Доходы"]


@given(st.text(max_size=300))
def test_any_text_gives_figures_or_none(text):
    for fact in told(text):
        assert fact.locator
        assert fact.quote


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("три миллиарда рублей", 3e9, Unit.MONEY),
        ("полтора миллиона рублей", 1.5e6, Unit.MONEY),
        ("семнадцать с половиной миллиардов рублей", 17.5e9, Unit.MONEY),
        ("12 с половиной млн рублей", 12.5e6, Unit.MONEY),
        ("миллион двести тысяч человек", 1.2e6, Unit.COUNT),
        ("живёт 702 тысячи", 702e3, Unit.COUNT),
        ("каждый третий рубль", 33.3, Unit.PERCENT),
        ("31 копейка на рубль", 31.0, Unit.PERCENT),
        ("71 рубль из каждой сотни", 71.0, Unit.PERCENT),
        ("две трети расходов", 66.7, Unit.PERCENT),
        ("29 ФАПов", 29.0, Unit.COUNT),
    ],
)
def test_numbers_and_shares_in_words(text, value, unit):
    (found,) = quantities(text)
    assert (found.value, found.unit) == (pytest.approx(value), unit)


def test_what_stands_in_brackets_or_behind_a_colon_names_its_sum():
    found = told("17 млрд рублей: на своё усмотрение 3 (дотации), вскладчину 5 (субсидии).")
    assert [f.label for f in found[1:]] == ["на своё усмотрение (дотации)", "вскладчину (субсидии)"]
    found = told("Перечислим 2 млрд рублей: 0,7 млрд дотаций и 1,2 млрд субвенций.")
    assert [f.label for f in found[1:]] == ["дотаций и", "субвенций"]


def test_a_sentence_goes_on_about_the_one_before_and_a_question_heads_its_answer():
    (found,) = told("Инфляция — это рост цен. Её ждут 4,5 процента.")
    assert found.label == "Инфляция — это рост цен. Её ждут"
    (found,) = told("Сколько мы должны?", "К концу года будет 12,4 млрд рублей.")
    assert found.above == ("Сколько мы должны?",)


def test_tables_one_under_another_and_on_their_side():
    table = Table(
        (("Название", "Образование", "Культура"), ("2027, млн руб.", "22", "1,7"),
         ("Показатель", "2026", "2027"), ("Построено школ, ед.", "3", "4")),
        "sheet=1",
    )  # fmt: skip
    found = told(tables=(table,))
    assert [(f.label, f.value, f.years) for f in found] == [
        ("Образование", 22e6, (2027,)), ("Культура", 1.7e6, (2027,)),
        ("Построено школ, ед.", 3.0, (2026,)), ("Построено школ, ед.", 4.0, (2027,)),
    ]  # fmt: skip


def test_the_years_of_a_row_share_the_words_said_of_them() -> None:
    rows = (("Раздел", "2025 год", "2026 год"), ("Образование", "24,1", "26,3"))
    one, other = told(tables=(Table(rows, "page=1", "млн рублей"),))
    assert one.words is other.words
    assert (one.words.label, one.value, other.value) == ("Образование", 24.1e6, 26.3e6)
