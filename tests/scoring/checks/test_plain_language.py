import pytest

from scoring.checks.plain_language import PlainLanguage
from scoring.model import Stage, Status, Table

CHECK = PlainLanguage(kind="plain-language", easy=9, hard=17)
SIMPLE = "Мы строим новую школу в большом селе у реки. Дети пойдут туда осенью после уроков дома. "
HEAVY = (
    "Осуществление финансирования мероприятий, направленных на повышение эффективности "
    "использования бюджетных ассигнований, предусмотренных государственными программами в целях "
    "обеспечения сбалансированности консолидированного бюджета, производится в соответствии с "
    "законодательством. "
)


def test_plain_prose_gets_full_marks(brochure):
    answer = CHECK(brochure("\n".join([SIMPLE] * 30)), Stage.ADOPTED)
    assert answer.value == 1
    assert 1 <= len(answer.evidence) <= 3
    assert all(e.quote in SIMPLE for e in answer.evidence)


def test_officialese_gets_none(brochure):
    assert CHECK(brochure("\n".join([HEAVY] * 40)), Stage.ADOPTED).value == 0


def test_between_the_levels_it_is_linear(brochure):
    mixed = "\n".join([SIMPLE] * 30 + [HEAVY] * 12)
    wide = PlainLanguage(kind="plain-language", easy=1, hard=25)
    value = wide(brochure(mixed), Stage.ADOPTED).value
    assert 0 < value < 1


def test_the_hardest_sentence_is_cited_where_it_stands(make):
    make.page("")
    one = make.file("\n".join([SIMPLE] * 30), path="a.pdf")
    two = make.file(f"{SIMPLE}\n{HEAVY}", path="b.pdf")
    make.edition(one, two)
    answer = CHECK(make.dossier(), Stage.ADOPTED)
    assert answer.evidence[0].capture == two.capture.id
    assert answer.evidence[0].locator == "page=2"


def test_too_little_prose_is_unknown(brochure):
    answer = CHECK(brochure(SIMPLE), Stage.ADOPTED)
    assert (answer.status, answer.reason) == (Status.UNKNOWN, "too-little-prose")
    assert answer.evidence


def test_tables_alone_explain_nothing(make):
    make.page("")
    make.edition(make.file("", Table((("Доходы", "1 200"), ("Расходы", "1 300")), "table=1")))
    answer = CHECK(make.dossier(), Stage.ADOPTED)
    assert (answer.status, answer.value) == (Status.MEASURED, 0.0)
    assert "таблиц" in answer.reason


def test_levels_the_wrong_way_round_are_refused():
    with pytest.raises(ValueError, match="must be below"):
        PlainLanguage(kind="plain-language", easy=17, hard=9)


def test_what_shorter_sentences_would_do_is_said_in_both_languages(brochure):
    said = CHECK(brochure("\n".join([SIMPLE] * 5 + [HEAVY] * 12)), Stage.ADOPTED)
    assert "разделить надвое самые трудные предложения" in said.reason
    assert "разделить все, что длиннее 20 слов (их 12)" in said.reason
    assert "cut in two" in said.reason_en
    assert "(12)" in said.reason_en


def test_easy_prose_gets_no_such_counsel(brochure):
    said = CHECK(brochure("\n".join([SIMPLE] * 30)), Stage.ADOPTED)
    assert "разделить" not in said.reason


def test_two_files_of_one_archive_are_both_read(make):
    make.page("")
    packed = make.capture("bdg.zip")
    one = make.file("\n".join([SIMPLE] * 20), capture=packed)
    two = make.file("\n".join([HEAVY] * 20), capture=packed)
    make.edition(one, two)
    said = CHECK(make.dossier(), Stage.ADOPTED)
    assert "предложений: 60" in said.reason


def test_a_short_text_has_bounds(brochure):
    said = CHECK(brochure("\n".join([SIMPLE, SIMPLE, HEAVY] * 2)), Stage.ADOPTED)
    assert said.status is Status.MEASURED
    assert said.low < said.value < said.high


def test_points_of_slides_are_read_where_there_are_no_sentences(brochure):
    points = "\n".join(["- Строительство новой школы в большом селе у реки на две смены"] * 10)
    said = CHECK(brochure(points), Stage.ADOPTED)
    assert said.status is Status.MEASURED
    assert said.evidence[0].quote.startswith("Строительство")
