"""What is said of an edition that was not found: zero where we looked, else unknown."""

from scoring.checks.answers import measured, seen, unknown
from scoring.model import Answered, Dossier, Stage

NOUNS = {
    Stage.DRAFT: ("к проекту бюджета", "on the draft budget"),
    Stage.ADOPTED: ("к закону о бюджете", "on the budget law"),
    Stage.EXECUTED: ("к отчёту об исполнении бюджета", "on the report on execution"),
}


def absent(dossier: Dossier, stage: Stage, *, high: float = 0.0) -> Answered:
    """Zero with the captures searched, or unknown with what blinded us. Not seen is not no.

    ``high`` is above zero where the answer may still come after the day of the wave.
    """
    sight = dossier.sight
    if sight.blind:
        return unknown(sight.blind, (seen(c) for c in sight.troubles or sight.searched))
    if not sight.searched:
        return unknown("not-crawled", ())
    year = dossier.owed(stage).fiscal_year
    # A zero may rest on hundreds of pages; the likeliest are cited and all of them counted.
    count = len({c.url for c in (*dossier.captures, *sight.searched) if c.outcome.seen})
    ru, en = NOUNS[stage]
    words = (
        f"Издание для граждан {ru} за {year} год не найдено; просмотрено адресов: {count}.",
        f"No citizens' edition {en} for {year} was found; addresses searched: {count}.",
    )
    return measured(0.0, words, (seen(c) for c in sight.searched), high=high)
