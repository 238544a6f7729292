"""Was an edition of the stage there before, and is it gone now?"""

from crawler.model import Capture
from scoring.checks.answers import in_file
from scoring.editions.linked import address
from scoring.former import answers, gone
from scoring.model import Dossier, Edition, Evidence, Stage
from scoring.sign import Told
from scoring.signals.said import met, unknown, unmet


def vanished(dossier: Dossier, stage: Stage) -> Told:
    """Met when all files of an edition say "not found" since and none stands elsewhere.

    An edition of the same year that stands under another address has moved. A site that cannot
    be reached hides its editions; that is unknown.
    """
    if len({capture.run for capture in dossier.captures}) < _TWO:
        return unknown(("Обход был один.", "There was only one crawl."))
    standing = {(e.stage, e.fiscal_year) for e in dossier.editions}
    told = answers(dossier.captures)
    held = {one[-1].sha256 for one in told.values() if one[-1].outcome.readable}
    for edition in dossier.former:
        if edition.stage is not stage or (stage, edition.fiscal_year) in standing:
            continue
        last = [told[address(file.capture.url)][-1] for file in edition.files]
        moved = any(file.capture.sha256 in held for file in edition.files)
        if all(map(gone, last)) and not moved:
            seen = (in_file(file) for file in edition.files)
            return met(_words(edition, last[0]), (*seen, *map(_answer, last)))
    if dossier.sight.blind:
        return unknown(("Сайт не удалось осмотреть.", "The site could not be seen."))
    return unmet(("Виденные издания на месте.", "The editions seen before are there."))


_TWO = 2


def _words(edition: Edition, now: Capture) -> tuple[str, str]:
    was, day, year = edition.main.capture.fetched_at[:10], now.fetched_at[:10], edition.fiscal_year
    return (
        f"Издание за {year} год было на сайте {was}, а {day} его там нет.",
        f"The edition for {year} was on the site on {was}; on {day} it is gone.",
    )


def _answer(capture: Capture) -> Evidence:
    said = f"{capture.outcome} {capture.http_status or ''}".strip()
    quote = f"{said}, {capture.fetched_at}"
    return Evidence(capture.id, capture.url, capture.sha256, "", quote)
