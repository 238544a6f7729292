"""Figures of a document, whoever states them: tables, sentences, lines of slides."""

import re
from functools import lru_cache

from scoring.facts.clauses import in_block
from scoring.facts.crowded import in_cells
from scoring.facts.fact import Fact, Form, Unit, Words
from scoring.facts.headings import headed
from scoring.facts.lines import on_lines
from scoring.facts.rows import in_table
from scoring.facts.runs import run_together
from scoring.model import BlockKind, Document
from scoring.relined import relined

__all__ = ["Fact", "Form", "Unit", "Words", "facts"]

_CONTENTS = re.compile(r"\W*(?:содержание|оглавление|contents)\W*$", re.I)
_REMEMBERED = 256


@lru_cache(maxsize=_REMEMBERED)
def facts(document: Document) -> tuple[Fact, ...]:
    """Every figure ``document`` states, tables first, then sentences, then lines.

    Amounts are in roubles; what a figure is of, its label and headings tell
    (``scoring.facts.fact``). Of figures recognised in pictures none is sure to its last digit:
    whoever publishes them asks of ``document.typed``.
    """
    found: list[Fact] = []
    document = relined(document)
    over = headed(document)
    for number, table in enumerate(document.tables):
        above = over.table(table)
        if not any(map(_CONTENTS.match, (*above[-1:], table.caption))):
            found += in_table(table, number, above)
            found += in_cells(table, above)
    told = [
        (block, over.blocks[index])
        for index, block in enumerate(document.blocks)
        if block.kind is not BlockKind.BOILERPLATE
    ]
    for block, above in told:
        found += in_block(block, above)
        found += run_together(block, above)
    found += on_lines(told)
    return tuple(found)
