"""Markers of officialese: what is one, what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.language.ru.officialese import Mark, markers, officialese
from scoring.language.ru.sentences import Sentence, running_words

PLAIN = "Область построит новую школу, и дети пойдут туда осенью."


def found(text: str, kind: Mark) -> list[str]:
    return [marker.words for marker in markers(text) if marker.kind is kind]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Программа направлена на повышение эффективности использования ресурсов.",
         ["повышение эффективности использования ресурсов"]),
        ("Утверждён порядок предоставления бюджетных субсидий.", ["порядок предоставления бюджетных субсидий"]),
        ("Расходы бюджета выросли.", []),
        ("На 36 миллиардов рублей налогов больше.", []),
        ("Закон подписал глава Правительства Российской Федерации.", []),
        ("Помощь школам, больницам, семьям и детям вырастет.", []),
        ("Доходы района, расходы города и долги области растут.", []),
    ],
)  # fmt: skip
def test_chains_of_genitives(text: str, words: list[str]) -> None:
    assert found(text, Mark.GENITIVES) == words


def test_every_link_of_a_chain_beyond_the_second_word_weighs() -> None:
    (chain,) = (
        m for m in markers("Это повышение эффективности использования ресурсов.") if m.weight > 1
    )
    assert chain.weight == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Предусмотрено осуществление финансирования и реализация мер.",
         ["осуществление", "финансирования", "реализация"]),
        ("Здание школы, задание и образование детей.", []),
        ("Население получит дотации и компенсации.", []),
        ("Область начала строительство моста.", ["строительство"]),
        ("Главное — обеспечение устойчивости и достижение целей.", ["обеспечение", "достижение"]),
        ("Растёт поступление налоговых доходов.", ["поступление"]),
        ("Исполнение публичных обязательств не прервётся.", ["Исполнение"]),
        ("Социальное обеспечение и безвозмездные поступления растут.", []),
        ("Депутаты приняли отчёт об исполнении областного бюджета.", []),
        ("Это большое достижение.", []),
    ],
)  # fmt: skip
def test_verbal_nouns_name_doings(text: str, words: list[str]) -> None:
    assert found(text, Mark.VERBAL_NOUN) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("В целях роста и в соответствии с законом за счёт налогов.",
         ["В целях", "в соответствии с", "за счёт"]),
        ("Расходы в области образования растут.", ["в области"]),
        ("Мы живём в области давно.", []),
        ("Расходы исполнены в сумме 33 102,2 млн рублей.", ["в сумме"]),
        ("Выплата положена в размере не более 5 процентов.", ["в размере"]),
        ("Мест прибавилось в количестве ста штук, по итогам года.", ["в количестве", "по итогам"]),
        ("В расчёте на одного жителя вышло мало.", ["В расчёте на"]),
        ("В сумме получилось немного.", []),
        ("В размере долг не вырос.", []),
        ("По итогам ничего не видно.", []),
        ("Во время паводка и в течение года платили всем.", []),
    ],
)  # fmt: skip
def test_compound_prepositions(text: str, words: list[str]) -> None:
    assert found(text, Mark.PREPOSITION) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Выплаты предусмотрены законом и предоставляются семьям.",
            ["предусмотрены", "предоставляются"],
        ),
        ("Из средств, выделяемых бюджету, построят дом.", ["выделяемых"]),
        ("Школа находится в селе, дети учатся и радуются.", []),
        ("Мы открыли школу, она понравилась всем.", []),
    ],
)
def test_passives(text: str, words: list[str]) -> None:
    assert found(text, Mark.PASSIVE) == words


def test_plain_speech_has_none() -> None:
    assert markers(PLAIN) == ()


def test_density_is_by_hundred_words_and_the_heaviest_come_first() -> None:
    heavy = "Предусмотрено осуществление мер в целях роста доходов района."
    told = [Sentence(PLAIN, "page=1"), Sentence(heavy, "page=2"), Sentence(heavy, "page=3")]
    result = officialese(told)
    words = sum(len(running_words(one.text)) for one in told)
    assert result.words == words
    assert result.by_kind[Mark.PREPOSITION] == pytest.approx(2 * 100 / words)
    assert result.density == pytest.approx(sum(result.by_kind.values()))
    assert [one.sentence.locator for one in result.heaviest] == ["page=2"]


def test_nothing_has_no_density() -> None:
    assert (officialese([]).density, officialese([]).heaviest) == (0, ())


@given(st.lists(st.sampled_from([
    "в", "целях", "повышения", "эффективности", "бюджета", "области", ",", "2026", "является", "Школа",
    "предусмотрено", "рублей", "№", "(", "счёт", "за", "дети", "—",
]), max_size=30))  # fmt: skip
def test_whatever_the_words_markers_stand_in_the_sentence(words: list[str]) -> None:
    text = " ".join(words)
    for marker in markers(text):
        assert marker.words in text
        assert marker.weight >= 1
