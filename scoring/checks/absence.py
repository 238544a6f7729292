"""What is said of an edition that was not found: zero where we looked, else unknown."""

from scoring.checks.answers import measured, seen, unknown
from scoring.editions.lookalikes import NotEdition
from scoring.model import Answered, Document, Dossier, Evidence, Stage

NOUNS = {
    Stage.DRAFT: ("к проекту бюджета", "on the draft budget"),
    Stage.ADOPTED: ("к закону о бюджете", "on the budget law"),
    Stage.EXECUTED: ("к отчёту об исполнении бюджета", "on the report on execution"),
}
# A plan is for a year to come, a report for one that has passed.
YEAR_RU = {Stage.DRAFT: "на", Stage.ADOPTED: "на", Stage.EXECUTED: "за"}


def absent(dossier: Dossier, stage: Stage, *, high: float = 0.0) -> Answered:
    """Zero with the captures searched, or unknown with what blinded us. Not seen is not no.

    ``high`` is above zero where the answer may still come after the day of the wave.
    """
    sight = dossier.sight
    if sight.blind:
        return unknown(sight.blind, (seen(c) for c in sight.troubles or sight.searched))
    if unread := _announced(dossier, stage):
        reason = _why(dossier.documents.get(unread[0].sha256))
        return unknown(reason, unread)
    if not sight.searched:
        return unknown("not-crawled", ())
    year = dossier.owed(stage).fiscal_year
    # A zero may rest on hundreds of pages; the likeliest are cited and all of them counted.
    count = len({c.url for c in (*dossier.captures, *sight.searched) if c.outcome.seen})
    ru, en = NOUNS[stage]
    words = (
        f"Издание для граждан {ru} {YEAR_RU[stage]} {year} год не найдено; "
        f"просмотрено адресов: {count}.",
        f"No citizens' edition {en} for {year} was found; addresses searched: {count}.",
    )
    return measured(0.0, words, (seen(c) for c in sight.searched), high=high)


def _announced(dossier: Dossier, stage: Stage) -> tuple[Evidence, ...]:
    """What the site calls the edition owed, or may mean by it, and nobody can read."""
    year = dossier.owed(stage).fiscal_year
    return tuple(
        refusal.evidence
        for refusal in dossier.refusals
        if refusal.reason == NotEdition.UNREADABLE
        and refusal.stage in (None, stage)
        and refusal.year in (None, year)
    )


def _why(document: Document | None) -> str:
    """Why it cannot be read: a page with words of its own is not what was announced."""
    if document is not None and not document.words:
        return document.unreadable or "empty"
    return "not-a-document"
