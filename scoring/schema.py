"""The published tables, read from schema.yaml: columns, keys, links, and what each means."""

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

VERSION = 1
_FILE = Path(__file__).with_name("schema.yaml")


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Column(_Written):
    """One column. ``to`` is the ``table.column`` it points at; ``null``: it may be empty."""

    name: str
    type: Literal["text", "integer", "real"]
    ru: str = Field(min_length=1)
    en: str = Field(min_length=1)
    to: str = ""
    null: bool = False


class Link(_Written):
    """A foreign key of several columns."""

    columns: tuple[str, ...]
    table: str
    of: tuple[str, ...]


class Table(_Written):
    """One table. ``key`` is its primary key, in the order its rows are written."""

    name: str
    key: tuple[str, ...]
    ru: str = Field(min_length=1)
    en: str = Field(min_length=1)
    columns: tuple[Column, ...]
    links: tuple[Link, ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()

    @model_validator(mode="after")
    def _names_exist(self) -> "Table":
        known = set(self.names)
        used = {*self.key, *(c for index in self.indexes for c in index)}
        used |= {c for link in self.links for c in link.columns}
        if used - known:
            raise ValueError(f"{self.name}: no such column: {sorted(used - known)}")
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def foreign(self) -> Iterator[Link]:
        """Every foreign key, of one column or several."""
        for column in self.columns:
            if column.to:
                table, of = column.to.split(".")
                yield Link(columns=(column.name,), table=table, of=(of,))
        yield from self.links

    def sql(self) -> str:
        """The statement that creates the table."""
        parts = [f"{c.name} {c.type}{'' if c.null else ' not null'}" for c in self.columns]
        parts.append(f"primary key ({', '.join(self.key)})")
        parts += [
            f"foreign key ({', '.join(k.columns)}) references {k.table} ({', '.join(k.of)})"
            for k in self.foreign
        ]
        return f"create table {self.name} (\n  " + ",\n  ".join(parts) + "\n)"

    def index_sql(self) -> Iterator[str]:
        """The statements that create its indexes; a foreign key without one is given one."""
        leading = {self.key[0], *(index[0] for index in self.indexes)}
        wanted = [*self.indexes]
        wanted += [k.columns for k in self.foreign if k.columns[0] not in leading]
        for columns in dict.fromkeys(wanted):
            name = f"{self.name}_by_{'_'.join(columns)}"
            yield f"create index {name} on {self.name} ({', '.join(columns)})"


class Schema(_Written):
    """All the tables, in the order they are described."""

    tables: tuple[Table, ...]


@cache
def load() -> Schema:
    """The schema of this version of the program; raises pydantic.ValidationError on a slip."""
    return Schema.model_validate(yaml.safe_load(_FILE.read_text("utf-8")))


def table(name: str) -> Table:
    """One table by its name; KeyError when there is none."""
    return {t.name: t for t in load().tables}[name]


def markdown() -> str:
    """docs/schema.md: every table and column in words."""
    lines = ["# budget.db: tables and columns", ""]
    lines += ["Generated from `scoring/schema.yaml` by `make docs`; do not edit.", ""]
    for t in load().tables:
        lines += [f"## {t.name}", "", t.en, "", t.ru, "", f"Key: `{', '.join(t.key)}`", ""]
        lines += ["| column | type | points at | meaning | значение |", "|---|---|---|---|---|"]
        lines += [f"| {_row(c)} |" for c in t.columns]
        lines.append("")
    return "\n".join(lines)


def _row(column: Column) -> str:
    kind = f"{column.type}, may be empty" if column.null else column.type
    return " | ".join((f"`{column.name}`", kind, column.to, column.en, column.ru))


def metadata() -> str:
    """datasette_config/metadata.yaml: the same words, for the pages of the raw tables."""
    tables = {
        t.name: {
            "description": f"{t.ru} {t.en}",
            "columns": {c.name: f"{c.ru}. {c.en}." for c in t.columns},
        }
        for t in load().tables
    }
    described = {
        "title": "Данные — Data",
        "databases": {
            "budget": {
                "description": "Всё, из чего сложился рейтинг. Everything the rating is made of.",
                "tables": tables,
            }
        },
    }
    head = "# Generated from scoring/schema.yaml: python -m scoring.schema metadata\n"
    return head + yaml.safe_dump(described, allow_unicode=True, sort_keys=False, width=100)


if __name__ == "__main__":
    sys.stdout.write(metadata() if sys.argv[1:] == ["metadata"] else markdown())
