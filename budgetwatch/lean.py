"""Libraries that others take along wherever they are installed, and that are not wanted now."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without(*names: str) -> Iterator[None]:
    """Import other modules as if these were not installed; what is imported already stays."""
    absent = [name for name in names if name not in sys.modules]
    # None in its place makes an import raise ImportError (Python's reference, 5.3.1).
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]  # typeshed leaves None out
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]
