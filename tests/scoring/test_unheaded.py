"""Short lines over paragraphs are headings where a text has none that are marked so."""

from scoring.facts import facts
from scoring.model import Block, BlockKind, Document
from scoring.unheaded import with_heads

LINES = (
    "Бюджет у вас дома",
    "Республика рассказывает",
    "Сколько получим",
    "Доходы составят 33,6 млрд рублей. Это больше, чем в прошлом году.",
    "Помощь семьям",
    "На неё отложено 8,1 миллиарда рублей, и ещё половина миллиарда в запасе.",
    "Районам",
    "Они получат 10,6 миллиарда.",
    "Из них 6,4 миллиарда уйдут на субвенции",
    "Телефон: 70-20-20",
)


def written(*lines: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Document:
    blocks = tuple(Block(kind, line, f"block={n}") for n, line in enumerate(lines, 1))
    return Document("a" * 64, "application/rtf", blocks=blocks)


def test_lines_that_no_stop_ends_head_the_paragraphs_under_them() -> None:
    heads = [b.text for b in with_heads(written(*LINES)).blocks if b.kind is BlockKind.HEADING]
    assert heads == ["Сколько получим", "Помощь семьям", "Районам"]


def test_a_figure_stands_under_such_a_line() -> None:
    above = {fact.value: fact.above for fact in facts(written(*LINES))}
    assert above[10.6e9] == ("Районам",)


def test_a_text_with_headings_or_with_few_such_lines_is_as_it_was() -> None:
    few = written(*LINES[:4])
    assert with_heads(few) is few
    marked = Document(
        "a" * 64,
        "application/rtf",
        blocks=(Block(BlockKind.TITLE, "Бюджет", "block=0"), *written(*LINES).blocks),
    )
    assert with_heads(marked) is marked
