"""What is made quickly is what dataclasses would have made, and as frozen."""

import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from scoring.model import Amount, Answered, Status
from scoring.quick import quickly


@quickly
@dataclass(frozen=True, slots=True)
class Thing:
    name: str
    size: float
    kind: str = "plan"
    known: str | None = field(default=None, init=False, compare=False)


def test_fields_stand_in_their_places():
    assert Thing("a", 1.0) == Thing(size=1.0, name="a", kind="plan")
    assert Thing("a", 1.0).known is None
    assert replace(Thing("a", 1.0), size=2.0) == Thing("a", 2.0, "plan")
    assert len({Thing("a", 1.0), Thing("a", 1.0)}) == 1
    assert list(inspect.signature(Thing).parameters) == ["name", "size", "kind"]


def test_it_is_frozen_and_travels():
    with pytest.raises(FrozenInstanceError):
        Thing("a", 1.0).size = 2.0
    told = Amount("e", "debt", 2026, 1.0, "q", "s", "l")
    assert pickle.loads(pickle.dumps(told)) == told


def test_what_is_checked_after_it_is_made_is_checked():
    with pytest.raises(ValueError, match="value"):
        Answered(Status.MEASURED, None, 0.0, 1.0, "")


def test_missing_words_and_made_fields_are_refused():
    with pytest.raises(TypeError):
        Thing("a")
    with pytest.raises(TypeError, match="simply given"):

        @quickly
        @dataclass(frozen=True, slots=True)
        class Made:
            some: list = field(default_factory=list)
