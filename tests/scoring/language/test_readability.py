"""Formulas against numbers worked out by hand."""

from math import sqrt

import pytest

from scoring.language.ru import readability
from scoring.language.ru.readability import Counts, Readability, counted, grade
from scoring.language.ru.sentences import Passage, is_running, read_out, sentences, split
from scoring.language.ru.words import lemmas, syllables, words


def measure(passages: list[Passage]) -> Readability | None:
    return readability.measure(sentences(passages))


# 100 words in 10 sentences, 250 syllables, 600 letters, 10 words of five syllables or more:
# ASL 10, ASW 2.5, letters per word 6.
COUNTS = Counts(words=100, sentences=10, syllables=250, letters=600, long_words=10)

BY_HAND = {
    "flesch_oborneva": 206.835 - 13 - 150.25,
    "fk_oborneva": 5 + 21 - 15.59,
    "fk_sis18": 3.6 + 14.4 - 11.97,
    "fk_begtin": 3.18 + 35.5 - 30.5,
    "smog_begtin": 1.1 * sqrt(64.6) + 0.05,
    "cli_begtin": 33 - 3.5 - 20.33,
    "ari_begtin": 37.56 + 2.805 - 31.04,
    "dale_chall_begtin": 5.52 + 2.73,
}


@pytest.mark.parametrize("name", BY_HAND)
def test_formulas(name: str) -> None:
    assert getattr(readability, name)(COUNTS) == pytest.approx(BY_HAND[name])


def test_dale_chall_of_the_published_sample() -> None:
    """plainrussian's README: 32.142857 % long words, 46 words a sentence, 30.3009."""
    sample = Counts(words=2800, sentences=1, syllables=1, letters=1, long_words=900)
    assert pytest.approx(0.552 * 32.142857) == 0.552 * 100 * 900 / 2800
    value = readability.dale_chall_begtin(sample) - 0.273 * 2800 + 0.273 * 46
    assert value == pytest.approx(30.3009, abs=1e-4)


def test_counts_by_hand() -> None:
    # Мама мы-ла раму. | Финансово-экономическое управление.
    said = [words("Мама мыла раму в 2024 году."), words("Финансово-экономическое управление.")]
    assert said == [
        ("мама", "мыла", "раму", "в", "году"),
        ("финансово-экономическое", "управление"),
    ]
    counts = counted(said)
    assert (counts.words, counts.sentences) == (7, 2)
    assert counts.syllables == 2 + 2 + 2 + 0 + 2 + 11 + 5
    assert counts.letters == 4 + 4 + 4 + 1 + 4 + 22 + 10
    assert counts.long_words == 2


@pytest.mark.parametrize(
    ("word", "count"), [("в", 0), ("ёж", 1), ("БЮДЖЕТ", 2), ("расходы", 3), ("межбюджетные", 5)]
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


EASY = "Бюджет города растёт второй год подряд и делится на три части."
HARD = (
    "Обеспечение сбалансированности консолидированного бюджета муниципального образования "
    "предусматривает осуществление мероприятий по совершенствованию администрирования."
)


def test_a_known_text() -> None:
    told = measure([Passage(f"{EASY} {EASY}", "page=2") for _ in range(16)])
    assert told is not None
    # 11 words; 2+3+2+1+2+1+1+3+1+1+2 syllables.
    assert (told.sentences, told.words, told.syllables) == (32, 32 * 11, 32 * 20)
    assert (told.asl, told.median_sentence, told.long_share) == (11.0, 11.0, 0.0)
    assert told.fk_sis18 == pytest.approx(0.36 * 11 + 5.76 * 20 / 11 - 11.97)
    assert told.over == 0
    assert told.grade_short == told.grade


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Район получил новые автобусы и книги.", 0),
        ("Район получил 12 новых автобусов и книги.", 1),
        ("Район получил за год 36 990 411,2 тыс. рублей налогов.", 6),
        ("Район получил за год 5,2 % налогов области.", 3),
        ("Район получил за год 5,2 процента налогов области.", 3),
    ],
)
def test_numbers_are_read_out(text: str, more: int) -> None:
    assert read_out(text) == more


def test_sums_make_sentences_longer_and_words_no_longer() -> None:
    bare = measure([Passage("Налоги и сборы дали области доходы этого года.", "page=1")] * 30)
    full = "Налоги и сборы дали области 36 990 411,2 тыс. рублей доходы этого года."
    told = measure([Passage(full, "page=1")] * 30)
    assert bare is not None
    assert told is not None
    assert (told.words, told.asw, told.long_share) == (bare.words, bare.asw, bare.long_share)
    assert told.asl == bare.asl + 6
    assert told.grade > bare.grade


def test_the_grade_is_of_two_families() -> None:
    # Begtin's four of COUNTS: 8.18, 8.891..., 9.17, 9.325; the median lies between the middle two.
    steep = ((1.1 * sqrt(64.6) + 0.05) + (33 - 3.5 - 20.33)) / 2
    assert grade(COUNTS) == pytest.approx((3.6 + 14.4 - 11.97 + 2 * steep) / 3)
    assert grade(Counts(100, 1, 500, 900, 90)) == 25
    assert grade(Counts(100, 50, 110, 300, 0)) == 1


def test_what_shorter_sentences_would_do_is_counted() -> None:
    long = f"{HARD[:-1]}, {HARD[0].lower()}{HARD[1:-1]}, {HARD[0].lower()}{HARD[1:]}"
    told = measure([Passage(EASY, "page=1")] * 30 + [Passage(long, "page=2")] * 10)
    assert told is not None
    assert told.over == 10
    assert len(told.hardest) == 2
    both = Counts(told.words, 42, told.syllables, told.letters, 10 * 3 * 10)
    assert told.grade_halved == pytest.approx(grade(both), abs=0.5)
    assert told.grade_short < told.grade_halved < told.grade


def test_the_hardest_sentences_say_where_they_stand() -> None:
    told = measure([Passage(EASY, "page=1")] * 40 + [Passage(HARD, "page=9")])
    assert told is not None
    assert (told.hardest[0].text, told.hardest[0].locator) == (HARD, "page=9")
    assert len(told.hardest) == 2


def test_the_error_of_the_grade_shrinks_with_more_text() -> None:
    few = sentences([Passage(EASY, "page=1"), Passage(HARD, "page=2")] * 4)
    many = sentences([Passage(EASY, "page=1"), Passage(HARD, "page=2")] * 64)
    assert readability.grade_error(few) > 3 * readability.grade_error(many) > 0
    assert readability.grade_error(sentences([Passage(EASY, "page=1")] * 9)) == pytest.approx(0)
    with pytest.raises(ValueError, match="two or more"):
        readability.grade_error(few[:1])


@pytest.mark.parametrize("count", [0, 1, 2])
def test_too_little_prose_is_not_graded(count: int) -> None:
    assert measure([Passage(HARD, "page=1")] * count) is None


def test_many_short_sentences_are_too_little_too() -> None:
    assert measure([Passage("Мы все платим свои налоги.", "page=1")] * 3) is None
    assert measure([Passage("Мы все платим свои налоги.", "page=1")] * 4) is not None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Доходы составили 12,5 млн. рублей. Расходы выросли.", 2),
        ("Закон принят в 2024 г. Думой области по ст. 184.1 кодекса.", 1),
        ("Данные приведены ниже (табл. 2). Расходы выросли.", 2),
        ("По данным (см. табл. 2). Далее указаны расходы.", 2),
        ("Министерство находится по адресу: г. Заречный, ул. Речная, д. 1.", 1),
        ("«Как тратят деньги?» — спросил житель.", 1),
        ("А. С. Иванов подписал закон. Он вступил в силу 1 января.", 2),
    ],
)
def test_sentences_on_budget_abbreviations(text: str, count: int) -> None:
    assert len(split(text)) == count


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("Бюджет области принимается на три года.", True),
        ("повышение качества жизни жителей области;", True),
        ("Основные характеристики областного бюджета на год", False),
        ("Налог на прибыль.", False),
        ("За год передано 23 874 115 204 рубля, из них дотаций 6 015 000,0 рублей.", True),
        ("Доходы 10 234,5 11 000,0 12 500,1 13 000,7 всего области и города края.", False),
    ],
)
def test_what_is_running_text(text: str, running: bool) -> None:
    assert is_running(text) is running


def test_sentences_keep_their_place() -> None:
    found = sentences(
        [Passage(EASY, "page=1"), Passage("2024 2025", "page=2"), Passage(HARD, "page=3")]
    )
    assert [(one.text, one.locator) for one in found] == [(EASY, "page=1"), (HARD, "page=3")]


def test_lemmas() -> None:
    assert lemmas("Отчёты о расходах бюджетов") == ("отчет", "о", "расход", "бюджет")
    assert lemmas("2024 PDF") == ()
