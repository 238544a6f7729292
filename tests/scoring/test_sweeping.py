"""What is changed for judging is as before after it, whatever happens."""

import gc

import pytest

from scoring.sweeping import rarely


def test_rings_are_looked_for_rarely_and_then_as_before():
    before = gc.get_threshold()
    with rarely():
        assert gc.get_threshold()[0] > before[0]
    with pytest.raises(ValueError, match="torn"), rarely():
        raise ValueError("torn")
    assert gc.get_threshold() == before


def test_who_never_looks_is_left_alone():
    before = gc.get_threshold()
    gc.set_threshold(0)
    try:
        with rarely():
            assert gc.get_threshold()[0] == 0
    finally:
        gc.set_threshold(*before)
