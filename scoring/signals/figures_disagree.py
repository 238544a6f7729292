"""Do two files of the edition, or it and an earlier one, state different totals for one thing?"""

import re
from collections.abc import Iterator
from itertools import combinations

from scoring.language.ru.folded import folded
from scoring.model import Dossier, Edition, EditionFile, Stage
from scoring.sign import Told
from scoring.signals.readings import Reading, headed, readings
from scoring.signals.said import edition_or_told, met, unknown, unmet
from scoring.totals.figures import Wanted
from scoring.totals.labels import Concept

Readings = dict[Concept, tuple[Reading, ...]]
Pair = tuple[Reading, Reading]
_SURE = 1.5
_NEAR = 0.25
"""Totals further apart than this share are of different things."""
_AMENDED = re.compile(r"внесени\w+ изменени|с учетом изменени|уточнен|в редакции|amended")
_COVER = 1500
_NAMES = {
    Concept.REVENUE: ("доходы", "revenue"),
    Concept.EXPENDITURE: ("расходы", "expenditure"),
    Concept.BALANCE: ("дефицит (профицит)", "balance"),
}


def figures_disagree(dossier: Dossier, stage: Stage) -> Told:
    """Met when no reading of a total in the one may be any reading of it in the other.

    Compared are two files on one law, and the outcome of a year with what a later edition says
    of it; plans of different days may differ, and so may a law and its amendment.
    """
    edition = edition_or_told(dossier, stage)
    if isinstance(edition, Told):
        return edition
    compared = [*_within(edition), *_earlier(dossier, edition)]
    pair = next((p for one, two in compared for p in _apart(one, two)), None)
    if pair is not None:
        return met(_words(pair), (reading.proof for reading in pair))
    if not compared:
        return unknown(
            ("Итоги названы один раз, сравнить не с чем.", "The totals are stated only once.")
        )
    return unmet(("Итоги в разных местах одинаковы.", "The totals are the same everywhere."))


def _within(edition: Edition) -> Iterator[tuple[Readings, Readings]]:
    files = [file for file in edition.files if not _amended(file)]
    wanted = Wanted(edition.fiscal_year, edition.stage)
    told = [found for file in files if (found := readings(file, wanted))]
    for one, two in combinations(told, 2):
        if one.keys() & two.keys():
            yield one, two


def _earlier(dossier: Dossier, edition: Edition) -> Iterator[tuple[Readings, Readings]]:
    """What it says of a year whose outcome had been published before it."""
    if edition.stage is Stage.ADOPTED:
        return
    year = edition.fiscal_year - (2 if edition.stage is Stage.DRAFT else 1)
    wanted = Wanted(year, Stage.EXECUTED)
    for outcome in dossier.editions:
        if (outcome.stage, outcome.fiscal_year) == (Stage.EXECUTED, year):
            for theirs in (readings(file, wanted) for file in outcome.files):
                for ours in (headed(file, wanted) for file in edition.files):
                    if ours and theirs:
                        yield ours, theirs


def _apart(one: Readings, two: Readings) -> Iterator[Pair]:
    """The best readings of a total when none of the one may be any of the other."""
    for concept in Concept:
        ours, theirs = one.get(concept, ()), two.get(concept, ())
        if not ours or not theirs or any(a.may_be(b) for a in ours for b in theirs):
            continue
        pair = ours[0], theirs[0]
        if min(r.figure.trust for r in pair) >= _SURE and _near(*pair):
            yield pair


def _near(one: Reading, two: Reading) -> bool:
    a, b = abs(one.figure.roubles), abs(two.figure.roubles)
    return bool(min(a, b)) and abs(a - b) <= _NEAR * max(a, b)


def _amended(file: EditionFile) -> bool:
    blocks = file.document.blocks[:20]
    cover = " ".join((file.document.title, *(b.text for b in blocks)))[:_COVER]
    return _AMENDED.search(folded(f"{' '.join(file.capture.link_texts[-1:])} {cover}")) is not None


def _words(pair: Pair) -> tuple[str, str]:
    ru, en = _NAMES[pair[0].figure.concept]
    here, there = (f"{abs(r.figure.roubles) / 1e6:.1f}" for r in pair)
    return (
        f"Одна и та же сумма ({ru}) названа по-разному: {here} и {there} млн рублей.",
        f"The same total ({en}) is stated as {here} and as {there} million roubles.",
    )
