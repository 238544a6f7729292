"""The same text twice: in another format, under a new name, or last year's with new figures."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

# Not in the sandbox: it reserves more address space than a document may have there.
from rensa import RMinHash  # type: ignore[import-untyped]  # ships no types

from scoring.document import BlockKind, Document
from scoring.language.ru.folded import folded
from scoring.twin import COPIED, Twin

_SEED, _PERMUTATIONS = 20_261_126, 128
_SHINGLE = 5
_FEWEST = 100
"""Shingles below which two texts are alike by accident."""
_MOST_WORDS = 100_000
_FEW_FIGURES = 3
_TOKEN = re.compile(r"\w+")
_FIGURE = re.compile(r"\d(?:(?<!\d\d)\d{0,2}(?: \d{3})+(?:[.,]\d+)?(?!\d)|\d*(?:[.,]\d+)?)")
_LONG_FIGURE = 3


@dataclass(frozen=True, slots=True)
class _Signature:
    kept: RMinHash
    masked: RMinHash
    figures: frozenset[str]


def twins(documents: Mapping[str, Document]) -> tuple[Twin, ...]:
    """Every two of the documents, by sha256, that are the same or copied, in order of hashes.

    Texts of fewer than a hundred words are passed over. Seeded: the same documents give the
    same figures everywhere.
    """
    known = ((sha256, _signature(documents[sha256])) for sha256 in sorted(documents))
    signed = [(sha256, signature) for sha256, signature in known if signature is not None]
    alike = (_compared(a, b) for a, b in combinations(signed, 2))
    return tuple(twin for twin in alike if twin.same or twin.masked >= COPIED)


def _compared(one: tuple[str, _Signature], two: tuple[str, _Signature]) -> Twin:
    a, b = one[1], two[1]
    kept, masked = a.kept.jaccard(b.kept), a.masked.jaccard(b.masked)
    few = min(len(a.figures), len(b.figures)) < _FEW_FIGURES
    figures = 0.0 if few else len(a.figures & b.figures) / len(a.figures | b.figures)
    return Twin(one[0], two[0], round(kept, 4), round(masked, 4), round(figures, 4))


def _signature(document: Document) -> _Signature | None:
    text = folded(_text(document))
    words = _TOKEN.findall(text)[:_MOST_WORDS]
    masked = _shingles([word for word in words if word.isalpha()])
    if len(masked) < _FEWEST:
        return None
    return _Signature(_minhash(_shingles(words)), _minhash(masked), _figures(text))


def _text(document: Document) -> str:
    blocks = (b.text for b in document.blocks if b.kind is not BlockKind.BOILERPLATE)
    rows = ("\t".join(row) for table in document.tables for row in table.rows)
    return "\n".join((*blocks, *rows))


def _shingles(words: list[str]) -> list[str]:
    return list(map(" ".join, zip(*(words[n:] for n in range(_SHINGLE)), strict=False)))


def _minhash(shingles: list[str]) -> RMinHash:
    made = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    made.update(shingles)
    return made


def _figures(text: str) -> frozenset[str]:
    """Figures as numbers, however they are spaced; short ones count pages and items."""
    found = {figure.replace(" ", "").replace(",", ".") for figure in _FIGURE.findall(text)}
    return frozenset(f for f in found if len(f.replace(".", "")) >= _LONG_FIGURE)
