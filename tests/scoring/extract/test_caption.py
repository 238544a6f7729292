"""Which lines over a table are its caption."""

import pytest

from scoring.document import Block, BlockKind
from scoring.extract.caption import above


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("Расходы по разделам, млн рублей", True),
        ("(в тыс. руб.)", True),
        ("Таблица 2. Доходы", True),
        ("за 2025 год тыс. рублей", True),
        ("Долг на 1 января 2026 года составил 13 480 000,0 тыс. рублей.", False),
        ("Мост обошёлся в 4,2 млрд рублей", False),
    ],
)
def test_a_line_with_a_unit_is_and_one_with_a_sum_is_not(line: str, *, taken: bool) -> None:
    block = Block(BlockKind.PARAGRAPH, line, "block=1")
    assert above([block]) == (line if taken else "")


def test_a_sentence_with_a_sum_stays_out_of_the_caption_under_it() -> None:
    blocks = [
        Block(BlockKind.PARAGRAPH, "Долг составил 13 480\u00a0тыс. рублей.", "block=1"),
        Block(BlockKind.HEADING, "Программы, млн рублей", "block=2", 2),
    ]
    assert above(blocks) == "Программы, млн рублей"
