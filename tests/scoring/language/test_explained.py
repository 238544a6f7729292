"""Which terms are used and which are explained."""

import pytest

from scoring.language.ru.explained import defined_besides, explained, used
from scoring.language.ru.vocabulary import named, vocabulary
from scoring.model import Block, BlockKind, Document, Table


def document(*texts: str, tables: tuple[Table, ...] = ()) -> Document:
    blocks = [
        Block(
            BlockKind.HEADING if t.startswith("# ") else BlockKind.PARAGRAPH,
            t.removeprefix("# "),
            f"block={n}",
        )
        for n, t in enumerate(texts, 1)
    ]
    return Document("0" * 64, "text/html", blocks=tuple(blocks), tables=tables)


@pytest.mark.parametrize(
    "text",
    [
        "Дефицит — это превышение расходов над доходами.",
        "Дефицит (расходы больше доходов) составит 2 млрд рублей.",
        "Превышение расходов над доходами (дефицит) составит 3 млрд рублей.",
        "Такую разницу называют дефицитом.",
        "Расходы больше доходов, то есть бюджет с дефицитом. Дефицит, то есть нехватку, покроет заём.",
        "Если расходы больше доходов, говорят, что у бюджета дефицит.",
        "Расходы больше доходов — это дефицит.",
        "Дефицит: превышение расходов над доходами.",
        "Что такое дефицит? Это когда денег приходит меньше, чем нужно.",
    ],
)
def test_ways_to_explain_in_place(text: str) -> None:
    assert "дефицит" in explained(document(text))


@pytest.mark.parametrize(
    "text",
    [
        "Дефицит составит 2 млрд рублей.",
        "Дефицит (2,4 млрд рублей) покроет банковский кредит.",
        "Дефицит (приложение 5 к закону) утверждён.",
        "Дефицит: 2,4 млрд рублей",
        "Дефицит бюджета области покроют остатки средств.",
        "Итоги года (доходы, расходы, дефицит, профицит) подведены.",
    ],
)
def test_a_term_that_is_only_named_is_not_explained(text: str) -> None:
    assert "дефицит" not in explained(document(text))


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Субсидии дают на общее дело при условии, что край добавит своё.", "субсидия"),
        ("дотации — 5 310,0 млн рублей, их можно тратить на любые нужды;", "дотация"),
        ("Субвенции предоставляются на выполнение переданных полномочий.", "субвенция"),
        ("Районы получат дотации (без указания цели) — 2 140 млн рублей.", "дотация"),
    ],
)
def test_to_say_what_it_is_given_for_explains(text: str, term: str) -> None:
    assert explained(document(text)) == {term}


def test_to_say_how_much_is_given_does_not() -> None:
    assert explained(document("Субсидии предоставляются на сумму 12 млрд рублей.")) == frozenset()


def test_a_question_for_a_heading_needs_an_answer() -> None:
    answered = document(
        "# Что такое дефицит?", "Денег пришло меньше, чем область решила потратить."
    )
    assert explained(answered) == {"дефицит"}
    assert explained(document("# Что такое дефицит?", "# Дальше")) == frozenset()


def test_full_words_explain_an_abbreviation() -> None:
    assert "НДФЛ" in explained(document("Налог на доходы физических лиц (НДФЛ) платят все."))
    assert "НДФЛ" not in explained(document("НДФЛ даёт половину доходов."))


def test_terms_are_found_in_any_form_where_they_are_met_first() -> None:
    table = Table((("Безвозмездные поступления", "12 млрд"),), "table=1")
    said = "Субсидий станет больше. О дотациях сказано ниже. Субвенций меньше."
    found = used(document(said, "Дотация.", tables=(table,)))
    assert [(u.term.term, u.locator) for u in found] == [
        ("субсидия", "block=1"),
        ("дотация", "block=1"),
        ("субвенция", "block=1"),
    ]
    assert found[1].quote == "О дотациях сказано ниже."


def test_rows_of_tables_count_where_the_text_names_hardly_a_term() -> None:
    rows = Table((("Безвозмездные поступления", "12 млрд"),), "table=1")
    few = used(document("Субсидий станет больше. О дотациях сказано ниже.", tables=(rows,)))
    assert [u.term.term for u in few] == ["субсидия", "дотация", "безвозмездные поступления"]
    table = Table((("Показатель", "Сумма"), ("Безвозмездные поступления", "12 млрд")), "table=1")
    (found,) = used(document("Здесь только цифры.", tables=(table,)))
    assert (found.term.term, found.quote, found.locator) == (
        "безвозмездные поступления", "Безвозмездные поступления | 12 млрд", "table=1",
    )  # fmt: skip


def test_what_the_document_defines_is_a_term_of_its_own() -> None:
    told = document(
        "Бюджет — это план доходов и расходов.", "Дефицит — превышение расходов над доходами."
    )
    assert [u.term.term for u in defined_besides(told)] == ["Бюджет"]


def test_of_overlapping_names_the_longer_is_meant() -> None:
    assert [t.term for t in named("лимиты бюджетных обязательств")] == [
        "лимиты бюджетных обязательств"
    ]
    assert [t.term for t in named("источники финансирования дефицита")] == [
        "источники финансирования дефицита"
    ]


def test_every_name_of_the_list_is_recognised() -> None:
    for term in vocabulary():
        for name in (term.term, *term.also):
            assert [t.term for t in named(name)][:1] == [term.term]


def test_what_is_out_of_the_story_is_not_used() -> None:
    menu = Document(
        "0" * 64, "text/html", blocks=(Block(BlockKind.BOILERPLATE, "Дотации", "block=1"),)
    )
    assert used(menu) == ()
