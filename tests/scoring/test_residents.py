"""The number of residents is the edition's own, of the whole region, of the nearest year."""

import pytest

from scoring.model import Document, Edition, EditionFile, Evidence, Publication, Stage
from scoring.population import Residents
from scoring.residents import residents
from tests.scoring.conftest import written_text
from tests.site import invented


def stated(text: str, year: int = 2026) -> Residents | None:
    where = invented.region(invented.PLACES[0])
    seen = invented.capture(where, "budget.pdf")
    blocks, tables = written_text(text, "application/pdf")
    read = Document(seen.sha256, "application/pdf", blocks=blocks, tables=tables)
    file = EditionFile("brochure", seen, read)
    told = Publication(None, None, "")
    why = Evidence(seen.id, seen.final_url)
    edition = Edition(where.id, Stage.ADOPTED, year, "Бюджет для граждан", (file,), told, why)
    return residents(edition, edition.files)


TABLE = """
| Показатель | 2025 год | 2026 год | 2027 год |
| Численность постоянного населения, тыс. человек | 1 012,5 | 1 008,3 | 1 001,0 |
| в том числе сельское население, тыс. человек | 300,1 | 299,4 | 298,0 |
"""


@pytest.mark.parametrize(
    ("year", "value"), [(2025, 1_012_500), (2026, 1_008_300), (2030, 1_001_000)]
)
def test_the_nearest_year_of_a_table(year: int, value: int) -> None:
    found = stated(TABLE, year)
    assert found
    assert found.value == value
    assert found.year == min(year, 2027)
    assert found.locator == "page=1"
    assert "Численность постоянного населения" in found.quote


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Численность населения области – 1,2 млн человек.", 1_200_000),
        ("В нашем крае живёт 845 тысяч человек, из них 200 тысяч детей.", 845_000),
        ("Население: 1 234 567 человек", 1_234_567),
        ("В области проживает 412,3 тыс. человек.", 412_300),
    ],
)
def test_sentences_tell_too(text: str, value: int) -> None:
    found = stated(text)
    assert found
    assert found.value == value
    assert found.year is None


@pytest.mark.parametrize(
    "text",
    [
        "Численность сельского населения – 300 тыс. человек.",
        "В городе Китеже проживает 410 тысяч человек.",
        "Пособия получат 120 тысяч человек.",
        "Численность занятых в экономике – 510 тыс. человек.",
        "Доходы областного бюджета – 84,3 млрд рублей.",
        "Численность населения посёлка – 3 тысячи человек.",
        "Численность населения – 845 тыс. человек.\n\nЧисленность населения – 910 тыс. человек.",
        "",
    ],
)
def test_parts_of_the_people_and_contradictions_are_no_answer(text: str) -> None:
    assert stated(text) is None
