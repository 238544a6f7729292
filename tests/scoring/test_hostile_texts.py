"""Texts that mean harm end quickly: no pattern may take the square of a text's length."""

from time import process_time

import pytest

from scoring.amounts import totals
from scoring.classify import classify
from scoring.model import Block, BlockKind, Document

HOME = "https://fin.region.invalid/"
SECONDS = 20
"""Far above what any of them takes (under 2 s) and far below what the square would."""
EVIL = [
    "а" * 200_000,
    "бюджет " * 30_000,
    "доходы " * 30_000,
    "доходы 1 млн рублей " * 10_000,
    "15.12.2025 " * 20_000,
    "на 2026 год " * 20_000,
    "проект закона " * 15_000,
    "республики " * 20_000,
    " " * 200_000 + "x",
    "1 234 " * 30_000,
    "(" * 100_000,
    "-" * 100_000,
    "\n" * 100_000,
    "№ 1 от " * 20_000,
    "министерство\n" * 15_000,
]


@pytest.mark.parametrize("text", EVIL, ids=lambda text: repr(text[:14]))
@pytest.mark.parametrize("media", ["application/pdf", "text/html"])
def test_hostile_text(archive, region, text, media):
    name = "Бюджет для граждан на 2026 год"
    archive.listing((HOME + "a", name, name))
    capture = archive.file(HOME + "a", "x", media=media)
    kinds = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH)
    blocks = tuple(Block(kind, text, "page=1", 1) for kind in kinds)
    document = Document(capture.sha256, media, title=text[:500], blocks=blocks)
    archive.documents[capture.sha256] = document
    started = process_time()
    classify(region, archive.captures, archive.documents)
    totals(document, 2026, "zaozerye-adopted-2026")
    assert process_time() - started < SECONDS
