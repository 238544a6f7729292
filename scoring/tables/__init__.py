"""The explicit list of published tables and where the rows of each come from."""

from collections.abc import Callable, Iterator

from scoring import schema
from scoring.release import Release
from scoring.tables import crawled, given, judged, read, seen
from scoring.tables.cells import Cell, Row

ROWS: dict[str, Callable[[Release], Iterator[Row]]] = {
    "meta": given.meta,
    "regions": given.regions,
    "sources": given.sources,
    "waves": given.waves,
    "rubrics": given.rubrics,
    "stage_weights": given.stage_weights,
    "dimensions": given.dimensions,
    "bands": given.bands,
    "criteria": given.criteria,
    "crosswalk": given.crosswalk,
    "runs": seen.runs,
    "captures": seen.captures,
    "documents": seen.documents,
    "members": seen.members,
    "passages": read.passages,
    "twins": seen.twins,
    "editions": seen.editions,
    "edition_files": seen.edition_files,
    "edition_dates": seen.edition_dates,
    "amounts": seen.amounts,
    "residents": read.residents,
    "due": judged.due,
    "sights": judged.sights,
    "refusals": judged.refusals,
    "findings": judged.findings,
    "evidence": judged.evidence,
    "scores": judged.scores,
    "ranks": judged.ranks,
    "signals": judged.signals,
    "signal_evidence": judged.signal_evidence,
    "signal_answers": judged.signal_answers,
    "health": crawled.health,
    "hosts": crawled.hosts,
    "changes": crawled.changes,
}


def rows(release: Release, table: schema.Table) -> list[Row]:
    """A table's rows in the order of its key, every described column and no other.

    Rows of one key are one row: two judgements may speak of one capture or edition, and the
    newest is heard (a release holds them oldest first).
    """
    by_key: dict[tuple[Cell, ...], Row] = {}
    for row in ROWS[table.name](release):
        by_key[tuple(row[name] for name in table.key)] = {name: row[name] for name in table.names}
        if len(row) != len(table.names):
            raise KeyError(
                f"{table.name} has columns nobody described: {set(row) - {*table.names}}"
            )
    return [by_key[key] for key in sorted(by_key, key=_order)]


def _order(key: tuple[Cell, ...]) -> tuple[tuple[bool, str | int | float], ...]:
    return tuple((isinstance(cell, str), cell) for cell in key if cell is not None)
