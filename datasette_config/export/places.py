"""An address of the site -> the address that answers it in the export, and the file it is."""

import hashlib
import posixpath
import re
from collections.abc import Collection
from dataclasses import dataclass

_FILE = re.compile(r"\.(html|css|svg|csv|json|db|sha256|atom|xml|txt|png)$")
_PLAIN = re.compile(r"[^A-Za-z0-9=&._-]")
_LONGEST = 80  # signs of a query that stand in a file's name


@dataclass(frozen=True, slots=True)
class Raw:
    """Datasette's own pages, which are not exported: the database's name, its stored queries."""

    database: str
    queries: Collection[str]


def exported(address: str, raw: Raw, lang: str) -> str | None:
    """The address that stands for another in the export; None when nothing does.

    The page of a table stands for its CSV, that of a query for its answer in CSV.
    """
    path, _, query = address.partition("?")
    steps = path.strip("/").split("/")
    if steps[0] == "-":
        return None
    if steps[0] == "static":
        return path
    if steps[0] != raw.database:
        return address
    if len(steps) == 1:
        return "/en/data" if lang == "en" else "/data"
    name, _, kind = steps[1].partition(".")
    if name in raw.queries:
        return f"/{raw.database}/{name}.{kind or 'csv'}" + (f"?{query}" if query else "")
    return None if kind else f"/data/{name}.csv"


def file(address: str) -> str:
    """The file of an exported address, from the root of the export."""
    path, _, query = address.partition("?")
    path, said = path.strip("/"), _said(query)
    if kind := _FILE.search(path):
        return f"{path[: kind.start()]}.{said}{kind[0]}" if said else path
    if path.startswith("api/"):
        return f"{path}.{said}.json" if said else f"{path}.json"
    return posixpath.join(path, said, "index.html")


def _said(query: str) -> str:
    plain = _PLAIN.sub("_", query)[:_LONGEST]
    if plain == query and plain.strip(".") == plain:
        return plain
    return f"{plain}-{hashlib.sha256(query.encode()).hexdigest()[:8]}"


def relative(to: str, page: str) -> str:
    """The way from one file of the export to another, as a link says it."""
    way = posixpath.relpath(to, posixpath.dirname(page) or ".")
    return way.removesuffix("index.html") or "./"
