import pytest

from scoring.checks.terms_explained import TermsExplained
from scoring.model import Stage, Status, Table

CHECK = TermsExplained(kind="terms-explained")


def test_every_term_explained_is_full_marks(brochure):
    said = CHECK(
        brochure(
            "Дефицит составит 2 млрд рублей.\nДефицит — это превышение расходов над доходами."
        ),
        Stage.ADOPTED,
    )
    assert (said.status, said.value) == (Status.MEASURED, 1)
    assert said.evidence[0].quote == "Дефицит составит 2 млрд рублей."


def test_the_share_explained_counts_and_the_rest_is_quoted(brochure):
    said = CHECK(
        brochure(
            "Районы получат дотации и субвенции.\nДотация — помощь другому бюджету без условий.\n"
            "Межбюджетных трансфертов станет больше."
        ),
        Stage.ADOPTED,
    )
    assert said.value == pytest.approx(1 / 3)
    assert [e.quote for e in said.evidence] == [
        "Районы получат дотации и субвенции.", "Межбюджетных трансфертов станет больше.",
    ]  # fmt: skip
    assert said.reason.endswith("Не объяснены: субвенция, межбюджетный трансферт.")
    assert "Not explained" in said.reason_en


def test_none_explained_is_zero(brochure):
    said = CHECK(brochure("Дефицит составит 2 млрд рублей."), Stage.ADOPTED)
    assert (said.status, said.value) == (Status.MEASURED, 0)


def test_one_file_explains_what_another_uses(make):
    make.page("")
    make.edition(
        make.file("Дефицит составит 2 млрд рублей.", path="a.pdf"),
        make.file("Дефицит — это превышение расходов над доходами.", path="b.pdf"),
    )
    assert CHECK(make.dossier(), Stage.ADOPTED).value == 1


def test_an_edition_without_terms_is_not_asked(brochure):
    said = CHECK(brochure("Мы строим школу."), Stage.ADOPTED)
    assert (said.status, said.value) == (Status.NOT_APPLICABLE, None)


def test_a_part_we_cannot_read_may_hold_the_glossary(make):
    make.page("")
    told = make.file(
        "Дефицит и профицит.\nДефицит — это превышение расходов над доходами.", path="a.pdf"
    )
    make.edition(told, make.file(path="b.pdf", text_layer_share=0.0))
    said = CHECK(make.dossier(), Stage.ADOPTED)
    assert (said.value, said.low, said.high) == (0.5, 0.5, 1)


def test_tables_of_data_beside_a_brochure_are_not_read_by_citizens(make):
    make.page("")
    rows = Table((("Субвенции", "5,0"), ("Дотации", "4,0")), "sheet=1")
    make.edition(
        make.file("Дефицит — это превышение расходов над доходами.", path="a.pdf"),
        make.file("", rows, path="b.xlsx", role="data"),
    )
    assert CHECK(make.dossier(), Stage.ADOPTED).value == 1


def test_what_the_edition_defines_besides_counts_as_explained(brochure):
    said = CHECK(
        brochure("Субвенций станет больше.\nБюджет — это план доходов и расходов."), Stage.ADOPTED
    )
    assert said.value == 0.5


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Верхний предел долга вырос.", 0.5),
        ("Обслуживание долга подорожало.", 0.5),
        ("Плановый период — это два года после бюджетного.", 1),
        ("План на год выполнен.", 1),
    ],
)
def test_terms_of_the_code_are_terms_and_may_be_explained(brochure, text, value):
    made = brochure(f"{text}\nДотация — это деньги на любые нужды.")
    assert CHECK(made, Stage.ADOPTED).value == value


def test_the_title_of_a_law_does_not_hide_the_tables(brochure):
    title = "Закон о бюджете на 2026 год и на плановый период 2027 и 2028 годов"
    table = Table((("Дефицит", "12,4"), ("Субвенции", "3,1"), ("Дотации", "2,2")), "page=2")
    said = CHECK(brochure(f"{title}\nОблигаций нет, остатки средств малы.", table), Stage.ADOPTED)
    assert "дефицит" in said.reason
