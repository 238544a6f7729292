"""Does the survey, form or link named for feedback answer?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.model import Capture, Outcome
from scoring.checks.answers import in_file
from scoring.editions.linked import address, joined
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import BlockKind, Dossier, Edition, EditionFile, Evidence, Stage
from scoring.passages import Piece, passages
from scoring.sign import Told
from scoring.signals.said import edition_or_told, met, unknown, unmet

_GONE = (Outcome.NOT_FOUND, Outcome.SOFT_404)
"""The site itself says that nothing is there. A wall or a silence says nothing."""
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"'«»()]+[^\s<>\"'«»().,;:!?]")
_AFTER = re.compile(r"\b(?:итог|результат|отчет|протокол|архив|закрыт|заверш[её]н)\w*")


@dataclass(frozen=True, slots=True)
class Named:
    """An address named for feedback, and where."""

    url: str
    proof: Evidence


def dead_feedback(dossier: Dossier, stage: Stage) -> Told:
    """Met when the archive has "not found" for an address the edition names for feedback.

    An address nobody asked, or one behind a wall, is unknown.
    """
    edition = edition_or_told(dossier, stage)
    if isinstance(edition, Told):
        return edition
    named = [*_named(edition)]
    if not named:
        return unmet(("Адрес для ответа не назван.", "No address for feedback is named."))
    newest = _newest(dossier)
    asked = [(one, newest[key]) for one in named if (key := address(one.url)) in newest]
    for one, capture in asked:
        if capture.outcome in _GONE:
            words = (
                f"Для ответа назван адрес {one.url}, а по нему ничего нет.",
                f"{one.url} is named for feedback, and nothing is there.",
            )
            return met(words, (one.proof, _answer(capture)))
    if len({one.url for one, c in asked if c.outcome.readable}) == len({n.url for n in named}):
        return unmet(
            ("Названный адрес отвечает.", "The address named answers."),
            (_answer(c) for _, c in asked),
        )
    return unknown(
        ("Адрес для ответа не проверен.", "The address for feedback was not checked."),
        (one.proof for one in named),
    )


def _named(edition: Edition) -> Iterator[Named]:
    for file in edition.files:
        yield from _linked(file)
        for passage in passages(file.document.typed):
            if passage.piece is not Piece.HEADING and _voice(passage.text):
                for match in _ADDRESS.finditer(passage.text):
                    url = match[0] if "://" in match[0] else f"http://{match[0]}"
                    yield Named(url, in_file(file, passage.locator, passage.text))


def _linked(file: EditionFile) -> Iterator[Named]:
    """Links of its own text; those of menus and footers are of the site."""
    blocks = file.document.blocks
    main = {b.locator for b in blocks if b.kind is not BlockKind.BOILERPLATE}
    aside = {b.locator for b in blocks} - main
    base = file.capture.final_url or file.capture.url
    for link in file.document.links:
        said = link.text or link.context
        if link.locator in aside or not _voice(said) or link.href.lower().startswith(_NO_PAGE):
            continue
        yield Named(joined(base, link.href), in_file(file, link.locator, link.context or link.text))


_NO_PAGE = ("mailto:", "tel:", "javascript:", "data:", "#")


def _voice(text: str) -> bool:
    """Words that ask for an opinion, not those that tell what became of it."""
    return bool(lexicon("voice").words.named(text)) and not _AFTER.search(folded(text))


def _newest(dossier: Dossier) -> dict[str, Capture]:
    ordered = sorted(dossier.captures, key=lambda c: (c.fetched_at, c.id))
    return {address(capture.url): capture for capture in ordered}


def _answer(capture: Capture) -> Evidence:
    said = f"{capture.outcome} {capture.http_status or ''}".strip()
    return Evidence(capture.id, capture.url, capture.sha256, "", f"{said}, {capture.fetched_at}")
