"""The signs that are looked for before the ways to say "of each hundred roubles"."""

from hypothesis import given
from hypothesis import strategies as st

from scoring.facts.clauses import _HUNDRED, _HUNDRED_SIGNS


@given(st.from_regex(_HUNDRED, alphabet=st.sampled_from("абвгеийклмнорстуэяжд1035 ,")))
def test_no_way_to_say_it_lacks_a_sign(text: str) -> None:
    assert any(sign in text for sign in _HUNDRED_SIGNS)
