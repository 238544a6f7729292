"""Frozen dataclasses made in less than half the time: thousands are made of every edition."""

from dataclasses import MISSING, fields
from functools import wraps
from typing import Any, TypeVar

Kind = TypeVar("Kind")


def quickly(kind: type[Kind]) -> type[Kind]:
    """Set the slots of a new object directly, not each by its name past the lock of a frozen one.

    For dataclasses of ``frozen=True, slots=True`` whose fields have no factories; all else about
    them, and that they are frozen, stays.
    """
    told = fields(kind)  # type: ignore[arg-type]  # only dataclasses come here
    if any(f.default_factory is not MISSING or f.kw_only for f in told):
        raise TypeError(f"{kind.__name__} has a field that is not simply given")
    known: dict[str, Any] = {f"_set_{f.name}": kind.__dict__[f.name].__set__ for f in told}
    known |= {f"_default_{f.name}": f.default for f in told if f.default is not MISSING}
    given = (f.name if f.default is MISSING else f"{f.name}=_default_{f.name}"
             for f in told if f.init)  # fmt: skip
    lines = [f"def __init__(self, {', '.join(given)}):"]
    # What is neither given nor has a default follows from the rest, and __post_init__ finds it.
    set_here = [f for f in told if f.init or f.default is not MISSING]
    lines += [f"  _set_{f.name}(self, {'' if f.init else '_default_'}{f.name})" for f in set_here]
    if hasattr(kind, "__post_init__"):
        lines.append("  self.__post_init__()")
    # As dataclasses itself writes them: of names of our own fields, and of nothing that was read.
    exec("\n".join(lines), known)  # noqa: S102
    kind.__init__ = wraps(kind.__init__)(known["__init__"])  # type: ignore[method-assign]
    return kind
