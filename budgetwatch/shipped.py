"""Where the data that ships with the program lies: beside the clone, or inside the wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_IN_WHEEL = _PACKAGE / "shipped"
_IN_CLONE = _PACKAGE.parent / "data"


def shipped(name: str) -> Path:
    """The folder `registry` or `demo` as shipped with this installation."""
    return (_IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CLONE) / name
