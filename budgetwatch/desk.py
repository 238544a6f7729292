"""What `check` says of a draft: answers with quotes, advice by what it brings, what is left."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath

from budgetwatch.phrases import Lang, number, place, reason, say, stage
from budgetwatch.plain import answer
from budgetwatch.printable import printable
from budgetwatch.telling import paragraph, row, value
from datasette_config.words import words
from scoring.draft import Recognised
from scoring.model import Dossier, Finding, Score
from scoring.rubric import Criterion, Rubric
from scoring.tables.cells import points, share

QUOTES = 2
"""Quotes shown under an answer; --json has them all."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A draft judged: findings in the rubric's order, each with the points full marks would add.

    ``total`` is over the questions files can answer; ``later`` are those they cannot.
    """

    dossier: Dossier
    rubric: Rubric
    answers: tuple[tuple[Finding, float], ...]
    total: Score
    taken_for: Recognised
    later: tuple[Criterion, ...]


def told(desk: Desk, lang: Lang) -> Iterator[str]:
    """The whole story for a terminal."""
    yield from _head(desk, lang)
    yield from ("", f"{say('verdicts', lang)}:")
    for finding, _ in desk.answers:
        yield from _verdict(finding, desk, lang)
    yield from ("", f"{say('what-to-do', lang)}:")
    advice = [(f, more) for f, more in by_gain(desk) if f.advice_en]
    for finding, more in advice:
        yield from _advice(finding, more, desk, lang)
    if not advice:
        yield f"  {say('nothing', lang)}"
    yield from ("", f"{say('not-from-file', lang)}:")
    for criterion in desk.later:
        question = criterion.question.ru if lang == "ru" else criterion.question.en
        yield from row(criterion.id, question, 2)


def by_gain(desk: Desk) -> list[tuple[Finding, float]]:
    """The answers, those whose full marks bring most first."""
    return sorted(desk.answers, key=lambda pair: -pair[1])


def _head(desk: Desk, lang: Lang) -> Iterator[str]:
    edition, total = desk.dossier.editions[0], desk.total
    yield f"{edition.fiscal_year}, {stage(edition.stage, lang)}, {desk.rubric.id}"
    for file in edition.files:
        name = " ".join(filter(None, (file.capture.final_url, file.member)))
        held = file.document
        read = f"{held.pages} {say('pages', lang)}, {held.words} {say('words', lang)}"
        if held.unreadable:
            read = words(lang).code("reason", held.unreadable)
        yield from row(printable(name), f"{read}, {held.media_type}", 2)
    yield from paragraph(_taken(desk, lang), 2)
    got = "—" if total.value is None else f"{total.value:.1f} {say('of100', lang)}"
    bounds = f"{say('bounds', lang)} {total.low:.1f} – {total.high:.1f}"
    yield f"  {say('file-score', lang)}: {got}, {bounds}"


def _taken(desk: Desk, lang: Lang) -> str:
    found, asked = desk.taken_for, desk.dossier.editions[0]
    if found.reason:
        return f"{say('not-taken', lang)}: {words(lang).code('reason', found.reason)}"
    if found.stage is None:
        return say("nameless", lang)
    name = f"{stage(found.stage, lang)}, {found.year}"
    if (found.stage, found.year) == (asked.stage, asked.fiscal_year):
        return f"{say('taken', lang)}: {name}"
    return f"{say('taken-wrong', lang)}: {name}"


def _verdict(finding: Finding, desk: Desk, lang: Lang) -> Iterator[str]:
    told = finding.answered
    said = f"{value(told, lang)}. {printable(reason(told, lang), 1000)}"
    yield from paragraph(f"{finding.criterion:<22} {said}", 2, 25)
    alone = len({file.capture.id for file in desk.dossier.editions[0].files}) == 1
    for piece in [e for e in told.evidence if e.quote][:QUOTES]:
        file = "" if alone else PurePosixPath(piece.url).name
        where = ", ".join(filter(None, (place(piece.locator, lang), file)))
        yield from paragraph(printable(f"“{piece.quote}” {where}", 400), 25, 26)


def _advice(finding: Finding, more: float, desk: Desk, lang: Lang) -> Iterator[str]:
    criterion = desk.rubric.criterion(finding.criterion)
    remedy = criterion.remedy.ru if lang == "ru" else criterion.remedy.en
    if finding.answered.value is None:
        remedy = finding.advice_ru if lang == "ru" else finding.advice_en
    yield from row(f"+{number(more)}  {criterion.id}", printable(remedy, 1000), 2)


def plain(desk: Desk) -> dict[str, object]:
    """The same as plain values, for --json."""
    edition, total, found = desk.dossier.editions[0], desk.total, desk.taken_for
    return {
        "stage": str(edition.stage),
        "year": edition.fiscal_year,
        "rubric": desk.rubric.id,
        "files": [
            {
                "file": f.capture.final_url,
                "member": f.member,
                "role": f.role,
                "sha256": f.capture.sha256,
                "media_type": f.document.media_type,
                "pages": f.document.pages,
                "words": f.document.words,
                "unreadable": f.document.unreadable,
            }
            for f in edition.files
        ],
        "recognised": {
            "stage": None if found.stage is None else str(found.stage),
            "year": found.year,
            "reason": found.reason,
        },
        "score": {
            "value": None if total.value is None else points(total.value),
            "low": points(total.low),
            "high": points(total.high),
            "coverage": share(total.coverage),
        },
        "answers": [_answer(finding, more, desk) for finding, more in desk.answers],
        "advice": [f.criterion for f, _ in by_gain(desk) if f.advice_en],
        "not_from_a_file": [criterion.id for criterion in desk.later],
    }


def _answer(finding: Finding, more: float, desk: Desk) -> dict[str, object]:
    return {
        "criterion": finding.criterion,
        "question": desk.rubric.criterion(finding.criterion).question.model_dump(),
        **answer(finding.answered),
        "gain": points(more),
        "advice_ru": finding.advice_ru,
        "advice_en": finding.advice_en,
        "evidence": [asdict(piece) for piece in finding.answered.evidence],
    }
