"""What the pages need of a database: ask, and get rows. Datasette's own class fits it."""

from collections.abc import Iterator, Mapping
from sqlite3 import Row
from typing import Any, Protocol


class Rows(Protocol):
    """The rows of one answer; in full, however many (limits are for Datasette's own pages)."""

    def __iter__(self) -> Iterator[Row]:
        """Row after row."""
        ...

    def first(self) -> Row | None:
        """The first row, if any."""
        ...

    def single_value(self) -> Any:
        """The one cell of a one-cell answer."""
        ...


class Database(Protocol):
    """A published database; ``path`` is its file, None when it lies in memory."""

    path: str | None

    async def execute(self, sql: str, params: Mapping[str, object] | None = None) -> Rows:
        """Ask with named parameters."""
        ...
