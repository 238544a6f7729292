"""How many clicks from the finance body's home page to the edition, by links that say so?"""

import re
from collections.abc import Sequence
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from crawler.model import Capture, Outcome
from scoring.checks.answers import in_files, measured, seen, unknown
from scoring.checks.base import Check
from scoring.editions.years import fiscal
from scoring.language.ru.folded import folded
from scoring.model import Answered, BlockKind, Dossier, Edition, Evidence
from scoring.ways import Step, Ways, ways

_FILE_NAME = re.compile(r"\S+\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|zip|rar|7z|html?|php|aspx?)\b")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_MUTE = re.compile(
    r"\b(?:скача\w+|загруз\w+|подробн\w+|здесь|тут|сюда|далее|дальше|открыть|смотреть|посмотреть|"
    r"просмотр\w*|перейти|читать|ссылк\w+|файл\w*|документ\w*|приложени\w+|полный|текст|версия|"
    r"нажмите|для|на|в|по|и|формат\w*|download|here|more|read|open|view|file|link|document|click|"
    r"pdf|docx?|xlsx?|pptx?|zip|rar|кб|мб|гб|байт\w*|kb|mb|размер)\b"
)
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_LONGEST = 500
_WORD = re.compile(r"[^\W\d_]{4,}")


class Findable(Check):
    """1 within ``near`` clicks, ``further`` within ``far``, 0 beyond or where no link leads.

    The way is walked over the archived pages' links, wherever the crawler came from. When the
    last link says neither itself nor by its row or the heading of its part what it leads to
    ("скачать", a bare file name), the value is multiplied by ``mute``. Unknown when the home page
    was not reached.
    """

    kind: Literal["findable"]
    from_file: ClassVar[bool] = False
    near: int = Field(default=3, ge=1)
    far: int = Field(default=5, ge=2)
    further: float = Field(default=0.5, ge=0, le=1)
    mute: float = Field(default=0.5, ge=0, le=1)

    @model_validator(mode="after")
    def _far_is_further(self) -> Self:
        if self.far <= self.near:
            raise ValueError(f"far ({self.far}) must be above near ({self.near})")
        return self

    def measure(self, dossier: Dossier, edition: Edition) -> Answered:
        """Cite the last link of the way, or the home page the way was looked for from."""
        known = ways(dossier.region, dossier.captures, dossier.documents)
        targets = [file.capture for file in edition.files]
        clicks, steps = _nearest(known, targets)
        if not known.homes:
            return unknown(_why_no_home(dossier), in_files(edition))
        if clicks is None or clicks > self.far:
            return self._not_found(dossier, edition, known, clicks)
        telling = [
            step
            for step in steps
            if says(step.link.text) or says(step.link.context) or says(_over(step, dossier))
        ]
        value = 1.0 if clicks <= self.near else self.further
        proof = [_where(step) for step in (telling or steps)[:3]] or _captured(targets, clicks)
        said = bool(telling) or (not steps and _crawler_read(targets, clicks))
        return measured(value * (1.0 if said else self.mute), _words(clicks, said), proof)

    def _not_found(
        self, dossier: Dossier, edition: Edition, known: Ways, clicks: int | None
    ) -> Answered:
        """Zero, unless the crawl ended before all pages near home had been opened."""
        cut = [c for c in dossier.captures if c.outcome is Outcome.BUDGET_SPENT]
        proof = [*(seen(c) for c in known.homes[:1]), *in_files(edition)]
        if cut or dossier.sight.troubles:
            shut = cut or list(dossier.sight.troubles)
            return unknown(str(shut[0].outcome), [*proof, *(seen(c) for c in shut)])
        if clicks is None:
            words = (
                "С главной страницы до издания не довела ни одна ссылка.",
                "No chain of links leads from the home page to the edition.",
            )
        else:
            words = _words(clicks, said=True)
        return measured(0.0, words, proof)


def says(text: str) -> bool:
    """Do the words of a link say what it leads to? "Скачать" and "budget_2026.pdf" do not."""
    plain = _ADDRESS.sub(" ", folded(text[:_LONGEST]))
    plain = _MUTE.sub(" ", _FILE_NAME.sub(" ", plain))
    return _WORD.search(plain) is not None


def _over(step: Step, dossier: Dossier) -> str:
    """The heading of the part the link stands in: the page's own tells of all its links alike."""
    number = step.link.locator.removeprefix("block=")
    document = dossier.documents.get(step.page.sha256)
    if document is None or not number.isdigit():
        return ""
    heads = [n for n, b in enumerate(document.blocks, 1) if b.kind in _HEADS]
    above = [n for n in heads if n < int(number)]
    head = document.blocks[above[-1] - 1].text if len(above) > 1 else ""
    return head if "бюджет" in folded(head) or fiscal(head) else ""


def _nearest(known: Ways, targets: Sequence[Capture]) -> tuple[int | None, tuple[Step, ...]]:
    """Clicks by the archived links or by the crawler's own count, whichever is fewer."""
    steps = known.to(targets)
    home = any(target.id in {c.id for c in known.homes} for target in targets)
    walked = [c.clicks for c in targets if c.clicks is not None]
    counts = [*walked, *(step.clicks for step in steps[:1]), *([0] if home else [])]
    nearest = min(counts, default=None)
    return nearest, tuple(step for step in steps if step.clicks == nearest)


def _crawler_read(targets: Sequence[Capture], clicks: int) -> bool:
    """The words of the link the crawler followed; an edition on the home page needs none."""
    last = [c.link_texts[-1] for c in targets if c.clicks == clicks and c.link_texts]
    return clicks == 0 or any(says(text) for text in last)


def _captured(targets: Sequence[Capture], clicks: int) -> list[Evidence]:
    nearest = [c for c in targets if c.clicks == clicks] or list(targets)
    return [
        Evidence(c.id, c.final_url, c.sha256, "", c.link_texts[-1] if c.link_texts else "")
        for c in nearest[:1]
    ]


def _where(step: Step) -> Evidence:
    quote = " ".join((step.link.text or step.link.context).split())[:300]
    return Evidence(step.page.id, step.page.final_url, step.page.sha256, step.link.locator, quote)


def _why_no_home(dossier: Dossier) -> str:
    """How the last request for the home page ended, if one was made."""
    asked = sorted(
        (c for c in dossier.captures if c.clicks == 0), key=lambda c: (c.fetched_at, c.id)
    )
    return str(asked[-1].outcome) if asked else "home-not-reached"


def _words(clicks: int, said: bool) -> tuple[str, str]:  # noqa: FBT001 - two wordings of one fact
    mute = (
        (
            "",
            "",
        )
        if said
        else (
            " Последняя ссылка не говорит, куда ведёт.",
            " The last link does not say where it leads.",
        )
    )
    return (
        f"Щелчков от главной страницы: {clicks}.{mute[0]}",
        f"Clicks from the home page: {clicks}.{mute[1]}",
    )
