"""The sign that no debt is looked for by is in every way to say that there is none."""

from scoring.checks.public_debt import _NONE, _NONE_SIGNS
from scoring.language.ru.edges import ways


def test_every_way_to_owe_nothing_has_a_sign() -> None:
    assert all(any(sign in way for sign in _NONE_SIGNS) for way in ways(_NONE.pattern))
