"""How often Python looks for rings of dead objects: rarely while a wave is judged."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_RARELY = (100_000, 10, 10)
"""Hundreds of thousands of objects live on and what comes and goes leaves hardly a ring:
looking for them after every 700 took a tenth of the time and found sixty."""


@contextmanager
def rarely() -> Iterator[None]:
    """Within it Python looks for rings rarely; after it as often as before."""
    before = gc.get_threshold()
    if before[0]:
        gc.set_threshold(*_RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*before)
