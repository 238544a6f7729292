"""Does revenue less expenditure give the balance that is stated?"""

from scoring.amounts import totals
from scoring.model import Amount, Dossier, Edition, EditionFile, Stage
from scoring.sign import Told
from scoring.signals.readings import Reading, closes, readings, slack, slip
from scoring.signals.said import edition_or_told, met, unknown, unmet
from scoring.totals.figures import Wanted
from scoring.totals.labels import Concept

_SURE = 1.4
"""Trust below which a figure may be that of another thing."""
_FAR = 0.1
"""A slip above this share of the budget is our misreading, not their sum."""


def sums_disagree(dossier: Dossier, stage: Stage) -> Told:
    """Met when no reading of the three totals of a file adds up within its rounding."""
    edition = edition_or_told(dossier, stage)
    if isinstance(edition, Told):
        return edition
    told = [three for file in edition.files if (three := _three(file, edition))]
    if not told:
        return unknown(
            ("Три итога вместе не названы.", "The three totals are not stated together.")
        )
    wrong = next((three for three in told if _wrong(three, edition)), None)
    if wrong is None:
        return unmet(
            ("Доходы и расходы дают названный дефицит.", "The totals add up."),
            (reading.proof for reading in told[0]),
        )
    return met(_words(*wrong), (reading.proof for reading in wrong))


Three = tuple[Reading, Reading, Reading]


def _three(file: EditionFile, edition: Edition) -> Three | None:
    """The readings of the file that its published amounts rest on."""
    amounts = totals(file.document, edition.fiscal_year, edition.id)
    known = readings(file, _wanted(edition)) if len(amounts) == len(Concept) else {}
    picked = [
        reading
        for amount in amounts
        for reading in known.get(Concept(amount.concept), ())
        if _is(reading, amount)
    ]
    by_concept = {reading.figure.concept: reading for reading in reversed(picked)}
    if len(by_concept) < len(Concept):
        return None
    return (
        by_concept[Concept.REVENUE],
        by_concept[Concept.EXPENDITURE],
        by_concept[Concept.BALANCE],
    )


def _is(reading: Reading, amount: Amount) -> bool:
    same = abs(reading.figure.roubles) == abs(amount.value_rub)
    return same and reading.figure.locator == amount.locator


def _wrong(three: Three, edition: Edition) -> bool:
    revenue, expenditure, balance = three
    if min(reading.figure.trust for reading in three) < _SURE or not balance.figure.roubles:
        return False
    most = max(abs(revenue.figure.roubles), abs(expenditure.figure.roubles))
    if not slack(*three) < slip(*three) <= _FAR * most:
        return False
    return not any(closes(readings(file, _wanted(edition))) for file in edition.files)


def _wanted(edition: Edition) -> Wanted:
    return Wanted(edition.fiscal_year, edition.stage)


def _words(revenue: Reading, expenditure: Reading, balance: Reading) -> tuple[str, str]:
    gives = revenue.figure.roubles - expenditure.figure.roubles
    off = slip(revenue, expenditure, balance)
    return (
        f"Доходы минус расходы дают {_mln(gives)}, а названо {_mln(balance.figure.roubles)}; "
        f"расхождение {_mln(off)} млн рублей.",
        f"Revenue less expenditure gives {_mln(gives)}, stated is "
        f"{_mln(balance.figure.roubles)}; they differ by {_mln(off)} million roubles.",
    )


def _mln(roubles: float) -> str:
    return f"{roubles / 1e6:.1f}".replace("-", "−")
