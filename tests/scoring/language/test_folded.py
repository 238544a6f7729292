"""Texts are folded sign for sign, and what is remembered of them is bounded."""

from hypothesis import given
from hypothesis import strategies as st

from scoring.language.ru import folded as room
from scoring.language.ru.folded import folded


def test_one_look_for_all_letters() -> None:
    assert folded("Ещё «Бюджет\xa0—\u202fдля\tграждан»") == 'еще "бюджет - для граждан"'


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Z", "S"]), max_size=800))
def test_a_text_asked_for_again_is_folded_the_same(text: str) -> None:
    assert folded(text) == folded("".join(text))


def test_short_texts_are_forgotten_before_they_are_too_many() -> None:
    known = room._Known()
    for number in range(room.MOST + 2):
        assert known[f"№ {number}"] == f"№ {number}"
        assert len(known) <= room.MOST
    assert known["Ё" * (room.REMEMBERED + 1)] not in known
