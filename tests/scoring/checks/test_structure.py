import pytest

from scoring.checks.structure import Structure
from scoring.model import Block, BlockKind, Stage, Status, Table

CHECK = Structure(kind="structure", headings=2, longest=80)
HEADS = "# Доходы\n# Расходы\n# Долг"
SHORT = "Область построит школу в селе."
LONG = "слово " * 90 + "конец."


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"{HEADS}\n{SHORT}", 1),
        (f"{HEADS}\n{LONG}", 0.5),
        (SHORT, 0.5),
        (f"# Бюджет\n{SHORT}", 0.5),
        (f"# Слайд\n# Слайд\n# Слайд\n{SHORT}", 0.5),
        (LONG, 0),
        (f"{HEADS}\n{LONG}\n{SHORT}\n{SHORT}", 1),
        (f"{HEADS}\nдороги\nшколы", 1),
    ],
)
def test_half_for_headings_and_half_for_paragraphs(brochure, text, value):
    said = CHECK(brochure(text), Stage.ADOPTED)
    assert (said.status, said.value) == (Status.MEASURED, value)
    assert said.evidence


@pytest.mark.parametrize("line", ["Содержание", "Оглавление", "Доходы бюджета ........ 4"])
def test_contents_stand_for_headings(make, line):
    make.page("")
    blocks = (
        Block(BlockKind.BOILERPLATE, line, "page=2"),
        Block(BlockKind.PARAGRAPH, SHORT, "page=3"),
    )
    make.edition(make.file(SHORT, blocks=blocks))
    said = CHECK(make.dossier(), Stage.ADOPTED)
    assert (said.value, said.evidence[0].quote) == (1, line)


def test_paragraphs_too_long_are_quoted(brochure):
    said = CHECK(brochure(f"{HEADS}\n{LONG}"), Stage.ADOPTED)
    assert said.evidence[-1].quote.startswith("слово слово")
    assert "91" in said.reason


def test_tables_alone_have_no_paragraphs(brochure):
    said = CHECK(brochure("", Table((("Доходы", "5"), ("Расходы", "6")), "page=1")), Stage.ADOPTED)
    assert (said.status, said.value) == (Status.MEASURED, 0)
    assert "связных абзацев нет" in said.reason


def test_a_hidden_part_leaves_it_open_upwards(make):
    make.page("")
    make.edition(make.file(SHORT, path="a.pdf"), make.file(path="b.pdf", text_layer_share=0.0))
    said = CHECK(make.dossier(), Stage.ADOPTED)
    assert (said.value, said.high) == (0.5, 1)


def test_lengths_that_make_no_sense_are_refused():
    with pytest.raises(ValueError, match="greater than or equal to 10"):
        Structure(kind="structure", longest=1)


SCAN = """ГОД ПРОЖИТ!
101,4 млрд рублей
КУДА УШЛИ ДЕНЬГИ
Образование получило 27,6 млрд рублей, здравоохранение 12,9 млрд рублей.
Раздел III. Достигнутые результаты
В школах прибавилось 2 310 мест.
ВАШИ МНЕНИЯ
Напишите, что понравилось, а что нет."""
LIST = """Бюджет для граждан
Доходы составили 101,4 млрд рублей.
Расходы составили 100,9 млрд рублей;
дороги и мосты
Телефон (4237) 44-00-44
Почта budget@minfin.invalid
Дотации 3,2 млрд рублей"""


@pytest.mark.parametrize(("text", "value"), [(SCAN, 1), (LIST, 0.5)])
def test_lines_that_stand_as_headings_where_none_are_styled(make, text, value):
    make.page("")
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, line, f"page={n};ocr=95")
        for n, line in enumerate(text.split("\n"), 1)
    )
    make.edition(make.file(text, blocks=blocks))
    assert CHECK(make.dossier(), Stage.ADOPTED).value == value
