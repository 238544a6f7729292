"""Is a printed date earlier than the evidence allows?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from scoring.checks import said
from scoring.checks.answers import in_file
from scoring.dating.printed import days
from scoring.language.ru.folded import folded
from scoring.model import BlockKind, Dated, Dossier, Edition, EditionFile, Evidence, Stage
from scoring.sign import Told
from scoring.signals.said import edition_or_told, met, unknown, unmet

_SLACK = timedelta(days=3)
"""Clocks differ, and a page may be dated the day it was ordered."""
_LONGEST = 20_000
_ACTS = "закон|постановлени|распоряжени|указ|решени|приказ"
_OF = re.compile(rf"\b(?:{_ACTS})\w*(?:\s[^.;]{{0,80}})?\sот\s$")
_NUMBER = re.compile(r"^\s*(?:г\.|года)?\s*(?:№|n\s?\d)")


@dataclass(frozen=True, slots=True)
class Bound:
    """A day before which the edition cannot have been, and why."""

    day: date
    ru: str
    en: str
    proof: Evidence


def backdated(dossier: Dossier, stage: Stage) -> Told:
    """Met when every day shown to the reader is before a day the edition cannot be older than."""
    edition = edition_or_told(dossier, stage)
    if isinstance(edition, Told):
        return edition
    shown = [p for p in edition.publication.pieces if p.rung == "printed" and p.latest]
    if not shown:
        return unmet(("Дата не напечатана.", "No date is printed."))
    last = max(shown, key=lambda p: p.latest or date.min)
    printed = last.latest or date.min
    bounds = [*_bounds(dossier, edition, printed)]
    if not bounds:
        return unknown(
            ("Проверить напечатанную дату нечем.", "Nothing tells against or for the date."),
            (last.evidence,),
        )
    late = [bound for bound in bounds if bound.day - printed > _SLACK]
    if not late or _renewed(edition, min(bound.day for bound in late)):
        return unmet(("Напечатанная дата возможна.", "The printed date is possible."))
    worst = max(late, key=lambda bound: bound.day)
    return met(_words(printed, worst), (last.evidence, *(bound.proof for bound in late)))


def _bounds(dossier: Dossier, edition: Edition, printed: date) -> Iterator[Bound]:
    for piece in edition.publication.pieces:
        if piece.rung == "file-metadata" and piece.earliest:
            yield Bound(piece.earliest, "файл создан", "the file was made", piece.evidence)
        if piece.rung == "first-seen" and piece.earliest and not _stood(dossier, edition):
            yield Bound(
                piece.earliest, "издания ещё не было", "it was not there yet", piece.evidence
            )
    for file in edition.files:
        yield from _quoted(file, printed)


def _stood(dossier: Dossier, edition: Edition) -> bool:
    """It stood there before in another form: what is younger is the form."""
    return any(e.id == edition.id for e in dossier.former)


def _renewed(edition: Edition, bound: date) -> bool:
    """The page says that it was renewed since: the printed day is that of its first form."""
    stamps = (p for p in edition.publication.pieces if _says_updated(p))
    return any(p.latest and p.latest >= bound - _SLACK for p in stamps)


def _says_updated(piece: Dated) -> bool:
    return piece.rung == "last-modified" and not piece.evidence.quote.startswith("Last-Modified")


def _quoted(file: EditionFile, printed: date) -> Iterator[Bound]:
    """Acts it quotes by day and number: it is no older than they. A page of a site may grow."""
    if "html" in file.document.media_type:
        return
    until = date.fromisoformat(file.capture.fetched_at[:10])
    for block in file.document.typed.blocks:
        if block.kind is BlockKind.BOILERPLATE:
            continue
        text = block.text[:_LONGEST]
        for found in days(text):
            plain = folded(text)
            before, after = plain[max(0, found.start - 140) : found.start], plain[found.end :]
            named = _OF.search(before) and _NUMBER.match(after)
            if named and printed < found.day <= until:
                quote = text[max(0, found.start - 60) : found.end + 60]
                proof = in_file(file, block.locator, quote)
                yield Bound(found.day, "упомянут акт от", "it quotes an act of", proof)


def _words(printed: date, bound: Bound) -> tuple[str, str]:
    shown, day = said.day(printed), said.day(bound.day)
    return (
        f"Напечатана дата {shown[0]}, но {bound.ru}: {day[0]}.",
        f"The printed date is {shown[1]}, but {bound.en}: {day[1]}.",
    )
