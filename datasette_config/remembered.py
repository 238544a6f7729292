"""What is asked of a database once: it never changes while it is served, and goes with it."""

from collections.abc import Awaitable, Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from datasette_config.reading import Database

P = ParamSpec("P")
T = TypeVar("T")


def remembered(
    read: Callable[Concatenate[Database, P], Awaitable[T]],
) -> Callable[Concatenate[Database, P], Awaitable[T]]:
    """Ask for the same things of one database once. The arguments are hashable.

    None is asked for anew: what readers invent must not fill the memory.
    """
    told: WeakKeyDictionary[Database, dict[Hashable, T]] = WeakKeyDictionary()

    @wraps(read)
    async def once(db: Database, /, *args: P.args, **kwargs: P.kwargs) -> T:
        mine, asked = told.setdefault(db, {}), (args, tuple(sorted(kwargs.items())))
        if asked in mine:
            return mine[asked]
        answer = await read(db, *args, **kwargs)
        if answer is not None:
            mine[asked] = answer
        return answer

    return once
