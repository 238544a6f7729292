"""Lines broken within a paragraph: names and figures stay apart, prose goes on."""

import io

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.extract import extract
from scoring.extract.broken import BREAK, unbroken
from scoring.model import BlockKind

CARDS = ["Налоговые", "16 980", "Неналоговые", "584"]


def parted(*lines: str) -> list[str]:
    return unbroken(BREAK.join(lines))


@pytest.mark.parametrize(
    "lines",
    [
        CARDS,
        ["39 764 млн рублей", "доходы", "41 002 млн рублей", "расходы"],
        ["11 380 — образование", "10 504 — социальная политика", "390 — спорт"],
        ["Дотации: 2 050 млн", "субсидии: 2 944 млн", "субвенции: 10 117 млн"],
        ["Телефон: 8 (3822) 71-21-00", "E-mail: byudzhet@tomsk.invalid"],
        ["Всё просто.", "Доходы — 12 млрд"],
        ["Что построим:", "— мост за 12 млн", "— школу за 340 млн"],
        [
            "Расходы на социальную политику (пособия, выплаты) — 12 340,5 млн рублей",
            "Расходы на образование, включая школы и детские сады — 9 000 млн рублей",
        ],
    ],
)
def test_each_line_is_its_own(lines: list[str]) -> None:
    assert parted(*lines) == lines


@pytest.mark.parametrize(
    "lines",
    [
        ["Министерство финансов", "Томской области"],
        ["Бюджет для граждан", "на 2026 год"],
        ["634050, г. Томск,", "пл. Ленина, 6"],
        ["Доходы составят 39,7 млрд рублей, что на 5 % больше уровня прошлого", "года"],
        ["Общий объём расходов областного бюджета предусмотрен в сумме", "41 002,3 млн рублей"],
        ["По сравнению с 2025 годом доходы бюджета вырастут на", "5 %"],
        ["60 530,9", "млн рублей"],
        ["86 810 ₽", "придётся расходов", "на одного жителя"],
        ["Школа № 9, Усть-Талица", "1 100 мест", "1,3 млрд ₽"],
    ],
)
def test_prose_goes_on(lines: list[str]) -> None:
    assert parted(*lines) == [" ".join(lines)]


@given(st.lists(st.text(st.characters(exclude_characters=BREAK), max_size=30), max_size=12))
def test_nothing_is_lost(lines: list[str]) -> None:
    told = " ".join(parted(*lines)).split()
    assert told == " ".join(unbroken(" ".join(lines))).split()


def test_cards_of_a_page() -> None:
    page = f"<html><body><main><p>{'<br>'.join(CARDS)}</p></main></body></html>"
    assert [block.text for block in extract(page.encode()).blocks] == CARDS


def test_a_link_in_a_later_line_stands_there() -> None:
    page = "<p>Доходы — 12 млрд<br>Расходы — 13 млрд, <a href='/a.pdf'>таблица</a></p>"
    document = extract(f"<html><body><main>{page}</main></body></html>".encode())
    assert [link.locator for link in document.links] == ["block=2"]


def test_cards_of_a_word_file() -> None:
    made = docx.Document()
    made.add_paragraph("\n".join(CARDS))
    made.add_heading("Расходы на\n2026 год", 1)
    held = io.BytesIO()
    made.save(held)
    blocks = extract(held.getvalue()).blocks
    assert [b.text for b in blocks if b.kind is BlockKind.PARAGRAPH] == CARDS
    assert blocks[-1].text == "Расходы на 2026 год"
