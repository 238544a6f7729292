"""budget.db -> the open data package: CSV tables, their description, rubrics, checksums."""

import csv
import io
import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from importlib import resources
from pathlib import Path

from scoring import package_words, schema
from scoring.gate import APPLICATION_ID, PublishRefusedError

_RISKY = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a text for a formula. Source: OWASP, CSV injection."""
_GUARD = "'"
_TYPES = {"text": "string", "integer": "integer", "real": "number"}
_MARK = ".budgetwatch-package"


def export(database: Path, out: Path) -> tuple[str, ...]:
    """Write the package of ``database`` into the folder ``out``; the names of its files, sorted.

    Built beside ``out`` and swapped in whole. The same database gives the same bytes. Raises
    PublishRefusedError when there is no database of ours, or ``out`` holds what is not a package
    of ours.
    """
    _ours(database)
    _replaceable(out)
    half = out.with_name(out.name + ".part")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    try:
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as db:
            files = _write(db, half)
        if out.exists():
            shutil.rmtree(out)
        half.replace(out)
    finally:
        shutil.rmtree(half, ignore_errors=True)
    return files


def _ours(database: Path) -> None:
    again = "Publish first: budgetwatch publish"
    if not database.is_file():
        raise PublishRefusedError(f"There is no {database} to export. {again}")
    try:
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as db:
            (mark,) = db.execute("pragma application_id").fetchone()
            (version,) = db.execute("pragma user_version").fetchone()
    except sqlite3.DatabaseError as wrong:
        raise PublishRefusedError(f"{database} is no database ({wrong}). {again}") from wrong
    if mark != APPLICATION_ID or version != schema.VERSION:
        raise PublishRefusedError(
            f"{database} was not made by this version of budgetwatch. {again}"
        )


def _replaceable(out: Path) -> None:
    if out.is_dir() and (not any(out.iterdir()) or (out / _MARK).is_file()):
        return
    if out.exists():
        raise PublishRefusedError(
            f"{out} holds something that is no package of ours and will not be overwritten. "
            "Name a new or an empty folder."
        )


def _write(db: sqlite3.Connection, folder: Path) -> tuple[str, ...]:
    files: dict[str, bytes] = {}
    counts: dict[str, int] = {}
    for table in schema.load().tables:
        rows = list(_rows(db, table))
        counts[table.name] = len(rows)
        files[f"data/{table.name}.csv"] = _csv(table, rows)
    files |= dict(_rubrics(db))
    files["LICENSE.md"] = package_words.LICENCE.encode()
    facts = package_words.Facts.of(db)
    for name, lang in (("README.md", "ru"), ("README.en.md", "en")):
        files[name] = package_words.readme(facts, counts, lang).encode()
    files["datapackage.json"] = _description(files, facts, counts)
    sums = (f"{sha256(body).hexdigest()}  {name}\n" for name, body in sorted(files.items()))
    files["SHA256SUMS"] = "".join(sums).encode()
    files[_MARK] = b""
    for name, body in sorted(files.items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
    return tuple(sorted(set(files) - {_MARK}))


def _rows(db: sqlite3.Connection, table: schema.Table) -> Iterator[tuple[object, ...]]:
    names, key = ", ".join(table.names), ", ".join(table.key)
    return db.execute(f"select {names} from {table.name} order by {key}")  # noqa: S608 - the schema's own names


def _csv(table: schema.Table, rows: list[tuple[object, ...]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.names)
    writer.writerows([cell(value) for value in row] for row in rows)
    return text.getvalue().encode()


def cell(value: object) -> str:
    """A value as a cell that no spreadsheet takes for a formula; numbers stay numbers.

    A text that begins like a formula, or like one that was guarded, gets an apostrophe in front:
    who reads the package takes one leading apostrophe off and has the text as it was.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return _GUARD + value if value.startswith((*_RISKY, _GUARD)) else value
    return repr(value)


def _rubrics(db: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    """The files the answers were made by: a bundled one only when it is that very one."""
    for name, digest in db.execute("select id, sha256 from rubrics order by id"):
        file = resources.files("scoring") / "rubrics" / f"{name}.yaml"
        if file.is_file() and sha256(body := file.read_bytes()).hexdigest() == digest:
            yield f"rubrics/{name}.yaml", body
    yield "rubrics/crosswalk.yaml", (resources.files("scoring") / "crosswalk.yaml").read_bytes()


def _description(
    files: dict[str, bytes], facts: "package_words.Facts", counts: dict[str, int]
) -> bytes:
    """datapackage.json. Source: Frictionless Data Package v1, Table Schema, CSV Dialect."""
    described = {
        "profile": "tabular-data-package",
        "name": "budgetwatch",
        "title": "Бюджет для граждан: рейтинг и доказательства",
        "description": package_words.ABOUT,
        "version": facts.version,
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "sources": [{"title": "budgetwatch", "path": "README.en.md"}],
        "resources": [_resource(t, files, counts) for t in schema.load().tables],
    }
    return (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(
    table: schema.Table, files: dict[str, bytes], counts: dict[str, int]
) -> dict[str, object]:
    path = f"data/{table.name}.csv"
    body = files[path]
    return {
        "profile": "tabular-data-resource",
        "name": table.name.replace("_", "-"),
        "path": path,
        "title": f"{table.ru} {table.en}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True,
                    "lineTerminator": "\n", "header": True},
        "bytes": len(body),
        "hash": f"sha256:{sha256(body).hexdigest()}",
        "rows": counts[table.name],
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": list(link.columns),
                 "reference": {"resource": link.table.replace("_", "-"), "fields": list(link.of)}}
                for link in table.foreign
            ],
            "missingValues": [""],
        },
    }  # fmt: skip


def _field(column: schema.Column) -> dict[str, object]:
    # In CSV an empty text and none are one: only numbers can be required.
    field: dict[str, object] = {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": f"{column.ru}. {column.en}.",
    }
    if column.type != "text" and not column.null:
        field["constraints"] = {"required": True}
    return field
