"""A page's questions asked of one connection, one after another, with no thread between.

A scorecard asks twenty questions of a millisecond and less. Handing each to a thread and back took
longer than all the answers.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import wraps
from sqlite3 import Connection, Row
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from datasette_config.asked import Asked
from datasette_config.reading import Database

T = TypeVar("T")


class Answered(list[Row]):
    """The rows of one answer, in full."""

    def first(self) -> Row | None:
        """The first row, if any."""
        return self[0] if self else None

    def single_value(self) -> Any:
        """The one cell of a one-cell answer; ValueError for any other."""
        ((cell,),) = self
        return cell


class Direct:
    """A published database that answers where it is asked; ``path`` as in Database."""

    def __init__(self, connection: Connection, path: str | None) -> None:
        self._connection, self.path = connection, path

    async def execute(self, sql: str, params: Mapping[str, object] | None = None) -> Answered:
        """Ask with named parameters."""
        return Answered(self._connection.execute(sql, params or {}).fetchall())


_DIRECT: WeakKeyDictionary[Database, Direct] = WeakKeyDictionary()


def direct(db: Any) -> Direct:
    """The connection of that database (Datasette's) for questions asked on the way."""
    if db not in _DIRECT:
        connection = db.connect()
        db.ds._prepare_connection(connection, db.name)
        # Datasette mends broken UTF-8, a call for each cell; what we publish is never broken.
        connection.text_factory = str
        _DIRECT[db] = Direct(connection, db.path)
    return _DIRECT[db]


def directly(read: Callable[[Asked], Awaitable[T]]) -> Callable[[Asked], Awaitable[T]]:
    """For pages whose every question is short: all the others wait as long as they take."""

    @wraps(read)
    async def quickly(asked: Asked) -> T:
        return await read(replace(asked, db=direct(asked.db)))

    return quickly
