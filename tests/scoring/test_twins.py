"""The same text twice: which two documents are one, which one was made of the other."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from scoring.classify import classify
from scoring.model import Block, BlockKind, Document, Table
from scoring.twins import Twin, twins

NOUNS = [
    "доход",
    "расход",
    "школа",
    "больница",
    "дорога",
    "область",
    "район",
    "субсидия",
    "дотация",
    "налог",
    "закон",
    "проект",
    "программа",
    "фонд",
    "семья",
]
VERBS = [
    "растёт",
    "снижается",
    "направляется",
    "составит",
    "обеспечит",
    "покрывает",
    "получит",
    "строит",
    "ремонтирует",
    "поддержит",
]
HOME = "https://fin.region.invalid/"


def sentences(seed: int, count: int = 80) -> list[str]:
    chance = random.Random(seed)

    def phrase() -> str:
        words = [chance.choice(NOUNS) for _ in range(4)]
        words.insert(2, chance.choice(VERBS))
        return f"{' '.join(words)} на {chance.randrange(1000, 99999)},{chance.randrange(1, 9)} млн рублей"

    return [phrase().capitalize() + "." for _ in range(count)]


def document(name: str, told: list[str], rows: list[str] | None = None) -> Document:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text, f"page={n}") for n, text in enumerate(told, 1))
    table = Table(tuple((row,) for row in rows or ()), "page=1")
    return Document(name, "application/pdf", blocks=blocks, tables=(table,) if rows else ())


def pair(one: list[str], two: list[str]) -> Twin | None:
    found = twins({"a": document("a", one), "b": document("b", two)})
    return found[0] if found else None


def changed(told: list[str], share: float, seed: int = 5) -> list[str]:
    chance = random.Random(seed)
    return [
        re.sub(r"\d+,\d", lambda m: f"{chance.randrange(1000, 99999)},7" if chance.random() < share else m[0], line)
        for line in told
    ]  # fmt: skip


TOLD = sentences(1)


def test_another_wrapping_and_another_format_are_the_same_text() -> None:
    wrapped = [
        part for line in TOLD for part in line.replace(" ", "\N{NO-BREAK SPACE}", 2).split(" на ")
    ]
    again = pair(TOLD, ["на ".join([" ", w]) if w[0].isdigit() else w for w in wrapped])
    assert again is not None
    assert again.same
    assert again.identical
    other = twins({"a": document("a", TOLD), "b": document("b", TOLD[:50], TOLD[50:])})
    assert [(t.same, t.figures) for t in other] == [(True, 1.0)]


def test_a_bill_is_like_its_law_and_not_identical() -> None:
    twin = pair(TOLD, changed(TOLD, 0.1))
    assert twin is not None
    assert (twin.same, twin.masked, twin.identical) == (True, 1.0, False)


def test_last_years_text_with_new_figures_is_copied() -> None:
    twin = pair(TOLD, changed(TOLD, 1.0))
    assert twin is not None
    assert (twin.copied, twin.same, twin.identical) == (True, False, False)
    assert twin.masked == 1.0
    assert twin.kept < 0.3


def test_other_texts_and_short_ones_are_nothing_to_each_other() -> None:
    assert pair(TOLD, sentences(2)) is None
    assert pair(TOLD[:8], TOLD[:8]) is None


def test_order_of_input_and_seed_of_hashing_change_nothing() -> None:
    held = {
        "c": document("c", sentences(3)),
        "a": document("a", TOLD),
        "b": document("b", changed(TOLD, 0.3)),
    }
    first = twins(held)
    assert twins(dict(reversed(held.items()))) == first
    code = (
        f"import sys; sys.path[:0] = {[str(Path(__file__).parent.parent.parent)]!r}\n"
        "from scoring.twins import twins; from scoring.model import Block, BlockKind, Document\n"
        f"texts = {[TOLD, changed(TOLD, 0.3)]!r}\n"
        "held = {n: Document(n, 'x', blocks=tuple(Block(BlockKind.PARAGRAPH, t, 'page=1') for t in told))"
        " for n, told in zip('ab', texts)}\n"
        "print(twins(held))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=120,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout.strip()
        for seed in ("1", "2")
    }  # fmt: skip
    assert said == {str(first)}


COVER = "Бюджет для граждан\n\nк закону об областном бюджете на 2026 год\n\n=====\n\n"
NAME = "Бюджет для граждан на 2026 год"


@pytest.mark.parametrize(("share", "files"), [(0.0, 2), (0.1, 1)])
def test_a_nameless_copy_joins_the_edition_it_is_identical_with(
    archive, region, share, files
) -> None:
    body = "Доходы бюджета 36,5 млрд рублей, расходы 37,7 млрд рублей.\n\n" + "\n\n".join(TOLD)
    archive.listing(
        "Бюджет для граждан", (HOME + "a.pdf", f"{NAME} (закон)", f"{NAME} (закон)"),
        "Архив документов", (HOME + "old/b.docx", NAME, NAME),
    )  # fmt: skip
    archive.file(HOME + "a.pdf", COVER + body)
    copy = "\n\n".join(changed(body.split("\n\n"), share))
    nameless = COVER.replace("к закону об областном бюджете на 2026 год", "2026 год")
    archive.file(
        HOME + "old/b.docx", nameless + copy, media="application/msword", created="2025-10-20"
    )
    editions, _ = classify(region, archive.captures, archive.documents)
    adopted = next(e for e in editions if e.stage == "adopted")
    assert len(adopted.files) == files
    assert len(editions) == 3 - files
