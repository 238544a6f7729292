"""A city that is a region states its totals in its own words."""

import pytest

from scoring.amounts import totals
from scoring.model import Document
from scoring.totals.city import as_region

TEXT = (
    "Доходы городского бюджета в 2026 году составят 489,3 млрд рублей, расходы городского "
    "бюджета — 497,8 млрд рублей."
)


def document(written, text):
    blocks, tables = written(text, "application/pdf")
    return Document("d" * 64, "application/pdf", blocks=blocks, tables=tables)


def test_quotes_are_the_documents_own_words(written):
    own = document(written, TEXT)
    found = totals(own, 2026, "zaozerye-adopted-2026")
    assert {a.value_rub for a in found} == {489.3e9, 497.8e9}
    assert all(a.quote in TEXT for a in found), [a.quote for a in found]


def test_cells_are_quoted_as_they_stand(written):
    table = "## Параметры городского бюджета, млн рублей\n\n| Бюджет города | 2026 |\n"
    own = document(written, f"{table}| Доходы города | 489 300,0 |\n| Расходы города | 497 800,0 |")
    quotes = [a.quote for a in totals(own, 2026, "zaozerye-adopted-2026")]
    assert len(quotes) == 2
    assert all("города" in quote and "округ" not in quote for quote in quotes), quotes


@pytest.mark.parametrize(
    "text",
    [
        "Областной бюджет помогает: городскому бюджету и бюджету города дадут по 2 млрд рублей.",
        "Город Заречный получит 2,6 млрд рублей.",
        "Областной бюджет беднее, чем у городов федерального значения; бюджет города — 2 млрд рублей.",
        "Бюджет региона: доходы 12 млрд рублей. Городской бюджет Заречного и бюджет города Яра малы.",
        "Среди городов федерального значения нашего нет. Город Заречный получит 2,6 млрд рублей.",
        "Доходы бюджета республики составят 12 млрд рублей, из них бюджет города, городской бюджет.",
    ],
)
def test_a_region_that_speaks_of_its_towns_is_no_city(written, text):
    own = document(written, text)
    assert as_region(own) is own
