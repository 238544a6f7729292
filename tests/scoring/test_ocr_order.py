"""The order of reading of recognised words: columns parted, rows of tables kept whole."""

from scoring.ocr.cells import by_rows
from scoring.ocr.columns import in_columns
from scoring.ocr.rows import in_rows
from scoring.ocr.table import Line, Word, paragraphs

_LETTER, _HIGH, _STEP = 10, 20, 36


def line(row: float, *parts: tuple[int, str], paragraph: str = "1") -> Line:
    """A line of the picture: each part begins at a letter's place, as on a typewriter."""
    words = []
    for column, text in parts:
        for word in text.split(" "):
            left, top = column * _LETTER, row * _STEP
            right = left + len(word) * _LETTER
            words.append(Word(word, 95.0, left, top, right, top + _HIGH))
            column += len(word) + 1
    return Line(("1", paragraph), tuple(words))


def read(*lines: Line) -> tuple[str, ...]:
    return paragraphs(in_columns(by_rows(in_rows(lines))))


def test_two_columns_read_across_are_read_down() -> None:
    assert read(
        line(0, (0, "Бюджет для граждан на следующий год и на плановый период")),
        line(1, (0, "В этом году предусмотрено"), (40, "Дорожный фонд пополняется")),
        line(2, (0, "строительство шести школ"), (40, "за счёт акцизов на бензин")),
        line(3, (0, "и двух новых поликлиник."), (40, "и транспортного налога.")),
        line(5, (0, "Вопросы о бюджете можно задать министерству финансов."), paragraph="2"),
    ) == (
        "Бюджет для граждан на следующий год и на плановый период",
        "В этом году предусмотрено строительство шести школ и двух новых поликлиник.",
        "Дорожный фонд пополняется за счёт акцизов на бензин и транспортного налога.",
        "Вопросы о бюджете можно задать министерству финансов.",
    )


def test_three_columns_of_which_one_is_longer() -> None:
    told = read(
        line(0, (0, "Расходы на школы вырастут"), (30, "Дефицит станет меньше"), (60, "Долг области не превысит")),
        line(1, (0, "на семь процентов, потому"), (30, "почти вдвое против того,"), (60, "трети своих доходов, как")),
        line(2, (0, "что учителей стало больше"), (30, "каким он был в прошлом"), (60, "и было обещано в законе,")),
        line(3, (0, "в каждом из районов."), (60, "принятом осенью.")),
    )  # fmt: skip
    assert told == (
        "Расходы на школы вырастут на семь процентов, потому что учителей стало больше в каждом из районов.",
        "Дефицит станет меньше почти вдвое против того, каким он был в прошлом",
        "Долг области не превысит трети своих доходов, как и было обещано в законе, принятом осенью.",
    )


def test_rows_of_a_table_stay_whole() -> None:
    figures = [
        line(0, (0, "Налог на доходы физических лиц"), (40, "20 719,0"), (60, "5,0")),
        line(1, (0, "Налог на прибыль организаций"), (40, "61 414,2"), (60, "81,9")),
        line(2, (0, "и доходы от имущества"), (40, "31,4"), (60, "-")),
    ]
    words = [
        line(0, (0, "Народное образование"), (40, "ремонт школ и детских садов")),
        line(1, (0, "Физическая культура"), (40, "бассейны и ледовые арены")),
        line(2, (0, "Социальная политика"), (40, "выплаты семьям с детьми")),
    ]
    units = [
        line(0, (0, "Число школ, в которых сделан ремонт"), (40, "единиц")),
        line(1, (0, "и число детских садов в них же"), (40, "единиц")),
        line(2, (0, "и число домов культуры на селе"), (40, "единиц")),
    ]
    for table in (figures, words, units):
        assert in_columns(in_rows(table)) == table


def test_two_lines_level_by_chance_are_no_columns() -> None:
    lines = [
        line(0, (0, "Министерство финансов области"), (40, "приказ от первого марта")),
        line(1, (0, "отдел доходов и налогов"), (40, "номер двадцать пять")),
        line(2, (0, "О порядке опубликования бюджета для граждан и отчёта о нём")),
    ]
    assert in_columns(lines) == lines


def test_a_table_told_column_by_column_is_told_by_rows() -> None:
    assert read(
        line(0, (0, "Показатель"), paragraph="1"),
        line(1, (0, "Физическая культура"), paragraph="2"),
        line(2, (0, "Образование"), paragraph="3"),
        line(0, (30, "2022 год"), paragraph="4"),
        line(1, (34, "26,0"), paragraph="4"),
        line(2, (37, "-"), paragraph="4"),
        line(0, (50, "2023 год"), paragraph="5"),
        line(1, (54, "28,2"), paragraph="5"),
        line(2, (50, "20 719,0"), paragraph="6"),
    ) == ("Показатель 2022 год 2023 год", "Физическая культура 26,0 28,2", "Образование - 20 719,0")


def test_a_table_of_words_told_column_by_column_is_told_by_rows() -> None:
    left = [
        line(0, (0, "Направление"), paragraph="1"),
        line(2.5, (0, "Образование"), paragraph="1"),
        line(4.5, (0, "Физическая культура"), paragraph="2"),
        line(5.5, (0, "и спорт"), paragraph="2"),
        line(7, (0, "Социальная политика"), paragraph="3"),
    ]
    right = [
        line(0, (40, "На что идут деньги"), paragraph="4"),
        line(2, (40, "ремонт школ и"), paragraph="4"),
        line(3, (40, "детских садов;"), paragraph="4"),
        line(5, (40, "ледовые арены;"), paragraph="5"),
        line(7, (40, "выплаты семьям."), paragraph="5"),
    ]
    assert read(*left, *right) == (
        "Направление На что идут деньги",
        "Образование ремонт школ и детских садов;",
        "Физическая культура и спорт ледовые арены;",
        "Социальная политика выплаты семьям.",
    )


def test_columns_of_text_are_no_table_of_words() -> None:
    left = [
        line(n + n // 2, (0, f"строка {n} абзаца слева"), paragraph=f"1{n // 2}") for n in range(8)
    ]
    right = [
        line(n + n // 2, (40, f"Строка {n} абзаца справа"), paragraph=f"2{n // 2}")
        for n in range(8)
    ]
    assert by_rows([*left, *right]) == [*left, *right]


def test_a_sentence_that_ends_in_a_year_keeps_its_end() -> None:
    left = [line(n, (0, f"Левый столбец, строка {n}"), paragraph="1") for n in range(4)]
    right = [
        line(0, (40, "Правый столбец говорит о том, что"), paragraph="2"),
        line(1, (40, "2026 год."), paragraph="2"),
        line(2, (40, "И ещё о том, что будет позже, в"), paragraph="3"),
        line(3, (40, "2027 году."), paragraph="3"),
    ]
    assert in_rows([*left, *right]) == [*left, *right]


def test_items_of_a_list_whatever_their_bullets_were_read_as() -> None:
    assert paragraphs(
        [
            line(0, (0, "Деньги пойдут")),
            line(1, (0, "— как и раньше — на")),
            line(2, (0, "®» ремонт школ и")),
            line(3, (2, "больниц;")),
            line(4, (0, "» дороги.")),
            line(5, (0, "»"), paragraph="2"),
        ]
    ) == ("Деньги пойдут — как и раньше — на", "• ремонт школ и больниц;", "• дороги.", "»")
