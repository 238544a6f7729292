"""Was the edition of a stage out by a given day? The gate of rubrics to which late is absent."""

from datetime import date

from scoring.checks.absence import NOUNS, YEAR_RU, absent
from scoring.checks.answers import in_files, measured, unknown
from scoring.checks.said import day, interval
from scoring.model import Answered, Dossier, Edition, Stage


def out_by(dossier: Dossier, stage: Stage, until: date) -> Answered:
    """1 when it was out by the evening of ``until``, 0 when it came later or never, else unknown.

    One that is not there while ``until`` has not passed may still come: 0 with ``high`` 1.
    Unknown is also the answer when the day of publication may lie on either side.
    """
    edition = dossier.edition(stage)
    if edition is None:
        return absent(dossier, stage, high=1.0 if dossier.as_of <= until else 0.0)
    when = edition.publication
    latest = when.latest or dossier.as_of
    earliest = when.earliest and min(when.earliest, latest)
    proof = [piece.evidence for piece in when.pieces] or list(in_files(edition))
    if latest <= until:
        return measured(1.0, _words(edition, latest, until, late=False), proof)
    if earliest is None or earliest <= until:
        return unknown("no-date", proof)
    return measured(0.0, _words(edition, latest, until, late=True), proof)


def _words(edition: Edition, latest: date, until: date, *, late: bool) -> tuple[str, str]:
    (ru, en), year = NOUNS[edition.stage], edition.fiscal_year
    came, last = interval(edition.publication, latest), day(until)
    how = ("позже срока", "too late") if late else ("в срок", "in time")
    when = f"{YEAR_RU[edition.stage]} {year} год"
    return (
        f"Издание {ru} {when} опубликовано {how[0]}: {came[0]}, срок — до {last[0]}.",
        f"The edition {en} for {year} was published {how[1]}: {came[1]}, due by {last[1]}.",
    )
