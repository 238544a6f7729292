import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.checks.officialese import Officialese
from scoring.model import Stage, Status
from tests.scoring.checks.conftest import Maker

CHECK = Officialese(kind="officialese", newspaper=5, law=17)
SIMPLE = "Мы строим новую школу в большом селе у реки, и дети пойдут туда осенью."
HEAVY = (
    "В целях повышения эффективности использования ресурсов предусмотрено осуществление "
    "финансирования и реализация мер поддержки."
)


def test_plain_prose_gets_full_marks(brochure):
    said = CHECK(brochure("\n".join([SIMPLE] * 20)), Stage.ADOPTED)
    assert (said.status, said.value) == (Status.MEASURED, 1)
    assert said.evidence


def test_the_prose_of_a_law_gets_none_and_names_its_markers(brochure):
    said = CHECK(brochure("\n".join([HEAVY, *[SIMPLE] * 3] * 2 + [HEAVY] * 20)), Stage.ADOPTED)
    assert said.value == 0
    assert said.evidence[0].quote == HEAVY
    for words in (
        "«В целях»",
        "«осуществление»",
        "«повышения эффективности использования ресурсов»",
        "«предусмотрено»",
    ):
        assert words in said.reason
        assert words in said.reason_en
    assert "verbal nouns" in said.reason_en
    assert "отглагольные существительные" in said.reason


def test_the_three_heaviest_sentences_are_cited_where_they_stand(make):
    make.page("")
    one = make.file("\n".join([SIMPLE] * 20), path="a.pdf")
    two = make.file(
        f"{SIMPLE}\n{HEAVY}\nПредусмотрено осуществление перевозки детей в школу.", path="b.pdf"
    )
    make.edition(one, two)
    said = CHECK(make.dossier(), Stage.ADOPTED)
    assert [(e.capture, e.locator) for e in said.evidence] == [
        (two.capture.id, "page=2"), (two.capture.id, "page=3"),
    ]  # fmt: skip


def test_too_little_prose_is_unknown(brochure):
    said = CHECK(brochure("\n".join([HEAVY] * 2)), Stage.ADOPTED)
    assert (said.status, said.reason) == (Status.UNKNOWN, "too-little-prose")


def test_levels_the_wrong_way_round_are_refused():
    with pytest.raises(ValueError, match="must be below"):
        Officialese(kind="officialese", newspaper=17, law=5)


@settings(max_examples=25, deadline=None)
@given(heavy=st.integers(0, 20), more=st.integers(1, 10))
def test_more_officialese_never_raises_the_value(heavy, more):
    def value(count):
        make = Maker()
        make.page("")
        make.edition(make.file("\n".join([SIMPLE] * 20 + [HEAVY] * count)))
        return CHECK(make.dossier(), Stage.ADOPTED).value

    assert 0 <= value(heavy + more) <= value(heavy) <= 1
