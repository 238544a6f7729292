import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.totals.money import cell, sums, unit


@pytest.mark.parametrize(
    ("text", "roubles"),
    [
        ("36 519,2 млн рублей", 36_519_200_000),
        ("36\u00a0519,2\u00a0млн\u00a0рублей", 36_519_200_000),
        ("36\u2009519,2 млн. руб.", 36_519_200_000),
        ("36519.2 млн ₽", 36_519_200_000),
        ("36,5 млрд руб.", 36_500_000_000),
        ("36,5 миллиарда рублей", 36_500_000_000),
        ("1 234 567,8 тыс. руб.", 1_234_567_800),
        ("1 234 567,8 тыс.рублей", 1_234_567_800),
        ("1,2 трлн рублей", 1_200_000_000_000),
        ("36 519 200 000 рублей", 36_519_200_000),
        ("36,519,200 rubles", 36_519_200),
        ("12 400 руб. на жителя", 12_400),
        ("дефицит: −1 200,0 млн руб.", -1_200_000_000),
        ("дефицит – 1 200,0 млн руб.", 1_200_000_000),
        ("доходы -1 200,0 млн руб.", 1_200_000_000),
        ("5 т.р.", 5_000),
        ("41 млрд 320 млн рублей", 41_320_000_000),
        ("12 млрд. 7,5 млн. руб.", 12_007_500_000),
        ("2 миллиарда 40 миллионов 300 тысяч рублей", 2_040_300_000),
        ("по 68 тысяч 281 рублю на жителя", 68_281),
        ("дефицит: −1 млрд 200 млн руб.", -1_200_000_000),
    ],
)
def test_a_sum_with_its_unit(text, roubles):
    assert [s.roubles(None) for s in sums(text) if s.unit] == [roubles]


@pytest.mark.parametrize(
    "text",
    [
        "в 2026 году",
        "рост на 5,2 %",
        "население 1 034,5 тыс. человек",
        "125 тыс. семей",
        "1 млн 214 тысяч человек",
        "7 процентов",
        "в 1-м классе",
    ],
)
def test_what_is_no_money(text):
    assert [s for s in sums(text) if s.unit] == []


def test_one_unit_serves_a_list():
    assert [s.roubles(None) for s in sums("10,5, 11,2 и 12,0 млн рублей")] == [10.5e6, 11.2e6, 12e6]


@pytest.mark.parametrize(
    ("text", "roubles"),
    [
        ("10 млрд рублей 300 млн рублей", [10e9, 300e6]),
        ("10 млрд и 300 млн рублей", [10e9, 300e6]),
        ("300 млн 10 млрд рублей", [300e6, 10e9]),
        ("1 млрд 5 000 млн рублей", [1e9, 5e9]),
    ],
)
def test_two_sums_are_not_the_parts_of_one(text, roubles):
    assert [s.roubles(None) for s in sums(text) if s.unit] == roubles


@pytest.mark.parametrize(
    ("text", "expected"),
    [("(млн рублей)", 1e6), ("тыс. руб.", 1e3), ("Единица измерения: рублей", 1.0), ("в тыс.", 1e3),
     ("Сумма, млрд. руб.", 1e9), ("%", None), ("тысяча озёр", None), ("Наименование", None)],
)  # fmt: skip
def test_the_unit_a_header_announces(text, expected):
    assert unit(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("36 519,2", 36519.2), ("-1 200", -1200.0), ("(1 200,0)", -1200.0), ("−1\u00a0200,5", -1200.5),
     ("36 519,2*", 36519.2), ("–", None), ("х", None), ("12.12.2025", None), ("1 200 млн", None), ("", None)],
)  # fmt: skip
def test_the_number_of_a_cell(text, expected):
    assert cell(text) == expected


@given(
    st.integers(0, 10**13),
    st.sampled_from([" ", "\u00a0", "\u202f"]),
    st.sampled_from(
        [("тыс. рублей", 1e3), ("млн руб.", 1e6), ("млрд рублей", 1e9), ("рублей", 1.0)]
    ),
)
def test_whatever_is_written_is_read_back(tenths, space, written_unit):
    word, factor = written_unit
    whole, tenth = divmod(tenths, 10)
    text = f"Доходы составят {whole:,}".replace(",", space) + f",{tenth}{space}{word}."
    (found,) = sums(text)
    assert found.roubles(None) == pytest.approx(tenths / 10 * factor)
    assert text[found.start : found.end].startswith(str(whole)[0])


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text):
    for found in sums(text):
        assert 0 <= found.start < found.end <= len(text)
    unit(text)
    cell(text)
