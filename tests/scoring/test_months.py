"""Days shown in pictures: what is believed of them."""

from datetime import date

from scoring.dating.months import within_month
from scoring.model import Dated, Evidence

UNTIL = date(2026, 12, 31)


def shown(quote: str, locator: str, day: date = date(2026, 6, 17)) -> Dated:
    return Dated(
        "printed", day, day, Evidence("c", "https://x.invalid/b.pdf", "0" * 64, locator, quote)
    )


def test_a_typed_day_stays() -> None:
    piece = shown("17 июня 2026 года", "page=1")
    assert within_month(piece, UNTIL) == piece


def test_a_recognised_day_is_any_of_its_month() -> None:
    piece = within_month(shown("Заозёрск, 17 июня 2026 года", "page=1;ocr=93"), UNTIL)
    assert piece is not None
    assert (piece.earliest, piece.latest) == (date(2026, 6, 1), date(2026, 6, 30))


def test_no_day_of_the_month_is_later_than_the_crawl() -> None:
    piece = within_month(shown("17 июня 2026 года", "page=1;ocr=93"), date(2026, 6, 20))
    assert piece is not None
    assert piece.latest == date(2026, 6, 20)


def test_a_recognised_month_in_figures_proves_nothing() -> None:
    assert within_month(shown("17.06.2026", "page=1;ocr=99"), UNTIL) is None


def test_a_recognised_update_bounds_from_above_only() -> None:
    piece = shown("Обновлено 17 июня 2026 года", "page=1;ocr=90")
    told = Dated("last-modified", None, piece.latest, piece.evidence)
    bound = within_month(told, UNTIL)
    assert bound is not None
    assert (bound.earliest, bound.latest) == (None, date(2026, 6, 30))
