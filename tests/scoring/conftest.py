"""Archives made by hand: captures and Documents written as short texts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace

import pytest

from crawler.model import Capture, Outcome, Region
from scoring.model import Block, BlockKind, Document, PageLink, Table

HOME = "https://fin.region.invalid/"
LISTING = HOME + "budget/citizens/"


def written_text(text: str, media: str) -> tuple[tuple[Block, ...], tuple[Table, ...]]:
    """Blocks and tables of a text: "# " a title, "## " a heading, "- " an item, "|" a row of a table;
    "=====" turns the page; a line is a line, an empty line ends a block."""
    paged = "html" not in media
    blocks: list[Block] = []
    tables: list[Table] = []
    page = 1
    for chunk in text.strip().split("\n\n"):
        if chunk.strip() == "=====":
            page += 1
            continue
        where = f"page={page}" if paged else f"block={len(blocks) + 1}"
        if chunk.lstrip().startswith("|") or "\n|" in chunk:
            caption, rows = "", []
            for line in chunk.strip().splitlines():
                if line.startswith("|"):
                    rows.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
                else:
                    caption = line
            tables.append(Table(tuple(rows), where, caption, after=len(blocks)))
            continue
        for line in (
            chunk.strip().split("\n") if chunk.startswith(("- ", "# ", "## ")) else [chunk.strip()]
        ):
            where = f"page={page}" if paged else f"block={len(blocks) + 1}"
            blocks.append(_block(line, where))
    return tuple(blocks), tuple(tables)


def _block(line: str, where: str) -> Block:
    for mark, kind, level in (
        ("### ", BlockKind.HEADING, 3),
        ("## ", BlockKind.HEADING, 2),
        ("# ", BlockKind.TITLE, 1),
        ("- ", BlockKind.LIST_ITEM, 0),
    ):
        if line.startswith(mark):
            return Block(kind, line.removeprefix(mark), where, level)
    return Block(BlockKind.PARAGRAPH, line, where)


@dataclass
class Archive:
    """Captures and documents of one region, grown call by call."""

    captures: list[Capture] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)

    def page(
        self, url: str, text: str = "", links: tuple[PageLink, ...] = (), **more: object
    ) -> Capture:
        return self.file(url, text, media="text/html", links=links, **more)

    def file(
        self,
        url: str,
        text: str = "",
        *,
        media: str = "application/pdf",
        title: str = "",
        links: tuple[PageLink, ...] = (),
        day: str = "2026-11-20",
        outcome: Outcome = Outcome.OK,
        created: str = "",
        page_dates: tuple[tuple[str, str], ...] = (),
        unreadable: str = "",
        bytes_of: str = "",
        **capture: object,
    ) -> Capture:
        sha = hashlib.sha256((bytes_of or url + text + repr(links) + title).encode()).hexdigest()
        readable = outcome.readable
        answer = Capture(
            id=f"c{len(self.captures):03}", run=f"run-{day}", region="zaozerye", url=url, final_url=url,
            fetched_at=f"{day}T10:00:00Z", outcome=outcome, reason="", http_status=200 if readable else None,
            media_type=media, sha256=sha if readable else "", bytes=len(text), warc_file="w.warc.gz",
            warc_offset=0, source=HOME, via=LISTING, clicks=2, link_texts=(), promise=0.0,
            last_modified="", content_disposition="",
        )  # fmt: skip
        answer = replace(answer, **capture)
        self.captures.append(answer)
        if readable:
            blocks, tables = written_text(text, media) if text else ((), ())
            self.documents.setdefault(sha, Document(
                sha256=sha, media_type=media, title=title, pages=0 if "html" in media else 1, blocks=blocks,
                tables=tables, links=links, text_layer_share=1.0 if text else 0.0, created=created,
                page_dates=page_dates, unreadable=unreadable,
            ))  # fmt: skip
        return answer

    def listing(
        self,
        *rows: tuple[str, str, str] | str,
        day: str = "2026-11-20",
        url: str = LISTING,
        title: str = "Бюджет для граждан",
    ) -> Capture:
        """A page of headings, each below the one before, and links (href, text, words of the row)."""
        blocks = [f"# {title}"]
        links = []
        for row in rows:
            if isinstance(row, str):
                blocks.append(f"{'##' if len(blocks) == 1 else '###'} {row}")
                continue
            href, text, context = row
            blocks.append(f"- {context or text}")
            links.append(PageLink(href, text, context or text, f"block={len(blocks)}"))
        return self.page(url, "\n\n".join(blocks), links=tuple(links), day=day, clicks=1, via=HOME)


@pytest.fixture
def archive() -> Archive:
    return Archive()


def region_of(name: str = "Заозёрная область", **more: object) -> Region:
    return Region.model_validate(
        {"id": "zaozerye", "name": {"ru": name, "en": "Zaozerye"}, "iso_3166_2": "ZZ-ZAO", "home": HOME,
         "sources": [{"url": LISTING}], **more}
    )  # fmt: skip


@pytest.fixture
def region() -> Region:
    return region_of()


@pytest.fixture
def make_region():
    return region_of


@pytest.fixture
def written():
    return written_text
