"""Dossiers made by hand: captures, documents and editions written as short texts."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from crawler.model import Capture, Outcome, Region
from scoring.model import (
    Block,
    BlockKind,
    Document,
    Dossier,
    Due,
    Edition,
    EditionFile,
    Evidence,
    PageLink,
    Publication,
    Sight,
    Stage,
    Table,
)

HOME = "http://minfin.zaozerye.invalid/"
KINDS = {"# ": BlockKind.HEADING, "- ": BlockKind.LIST_ITEM, "_ ": BlockKind.BOILERPLATE}
DAYS = {
    Stage.DRAFT: (date(2026, 11, 1), date(2026, 11, 15), date(2026, 12, 31)),
    Stage.ADOPTED: (date(2025, 12, 31), date(2026, 1, 30), date(2026, 3, 31)),
    Stage.EXECUTED: (date(2026, 6, 1), date(2026, 6, 15), date(2026, 10, 31)),
}
YEARS = {Stage.DRAFT: 2027, Stage.ADOPTED: 2026, Stage.EXECUTED: 2025}


def blocks_of(text: str, where: str) -> tuple[Block, ...]:
    """One block a line: "# " a heading, "- " an item, "_ " the foot of the page."""
    made = []
    for number, line in enumerate(filter(None, map(str.strip, text.split("\n"))), 1):
        kind = KINDS.get(line[:2], BlockKind.PARAGRAPH)
        words = line[2:] if line[:2] in KINDS else line
        made.append(Block(kind, words, f"{where}={number}", 2 if kind is BlockKind.HEADING else 0))
    return tuple(made)


@dataclass
class Maker:
    """Grows one region's dossier call by call. ``as_of`` 23 November 2026, wave 2026."""

    captures: list[Capture] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    editions: list[Edition] = field(default_factory=list)
    assumed: bool = True

    def capture(self, path: str, outcome: Outcome = Outcome.OK, **more: object) -> Capture:
        url = HOME + path
        sha = hashlib.sha256(f"{url}{len(self.captures)}".encode()).hexdigest()
        made = Capture(
            id=f"c{len(self.captures):03}", run="r1", region="zaozerye", url=url, final_url=url,
            fetched_at="2026-11-20T10:00:00Z", outcome=outcome, reason="",
            http_status=200 if outcome.readable else None,
            media_type="text/html", sha256=sha if outcome.readable else "", bytes=100,
            warc_file="w.warc.gz", warc_offset=0, source=HOME, via="", clicks=None,
            link_texts=(), promise=0.0, last_modified="", content_disposition="",
        )  # fmt: skip
        made = replace(made, **more)
        self.captures.append(made)
        return made

    def page(
        self, path: str, *links: tuple[str, str, str], text: str = "", **more: object
    ) -> Capture:
        """A page of the site; ``links`` are (href, text, words of the row)."""
        made = self.capture(path, **more)
        if made.sha256:
            self.documents[made.sha256] = Document(
                made.sha256, "text/html", blocks=blocks_of(text, "block"), text_layer_share=1.0,
                links=tuple(PageLink(*link, f"block={n}") for n, link in enumerate(links, 1)),
            )  # fmt: skip
        return made

    def file(
        self,
        text: str = "",
        *tables: Table,
        path: str = "bdg.pdf",
        role: str = "brochure",
        media: str = "application/pdf",
        capture: Capture | None = None,
        **document: object,
    ) -> EditionFile:
        made = capture or self.capture(path, media_type=media)
        where = "block" if "html" in media else "page"
        base = Document(
            made.sha256, media, pages=0 if "html" in media else 10, blocks=blocks_of(text, where),
            tables=tables, text_layer_share=1.0 if text or tables else 0.0,
        )  # fmt: skip
        held = replace(base, **document)
        self.documents[made.sha256] = held
        return EditionFile(role, made, held)

    def edition(
        self,
        *files: EditionFile,
        stage: Stage = Stage.ADOPTED,
        publication: Publication = Publication(None, None, ""),  # noqa: B008 - frozen
    ) -> Edition:
        first = files[0].capture
        why = Evidence(first.id, first.final_url, first.sha256, "page=1", "Бюджет для граждан")
        made = Edition(
            "zaozerye", stage, YEARS[stage], "Бюджет для граждан", files, publication, why
        )
        self.editions.append(made)
        return made

    def dossier(
        self, *, blind: str = "", as_of: date = date(2026, 11, 23), region: Region | None = None
    ) -> Dossier:
        seen = tuple(c for c in self.captures if c.outcome.seen)
        troubles = tuple(c for c in self.captures if not c.outcome.seen) if blind else ()
        return Dossier(
            region=region or REGION,
            wave="2026",
            as_of=as_of,
            due=tuple(Due(s, YEARS[s], e, self.assumed, f, h) for s, (e, f, h) in DAYS.items()),
            editions=tuple(self.editions),
            captures=tuple(self.captures),
            documents=self.documents,
            refusals=(),
            sight=Sight(blind, seen, troubles),
        )


REGION = Region.model_validate(
    {"id": "zaozerye", "name": {"ru": "Заозёрная область", "en": "Zaozerye"},
     "iso_3166_2": "ZZ-ZAO", "home": HOME}
)  # fmt: skip


@pytest.fixture
def make() -> Maker:
    return Maker()


@pytest.fixture
def brochure(make):
    def made(text: str = "", *tables: Table, **more: object) -> Dossier:
        make.page("")
        make.edition(make.file(text, *tables, **more))
        return make.dossier()

    return made
