"""Markdown as pieces a word processor knows: headings, paragraphs, tables, charts, pictures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

_LEAF = re.compile(r"^---[ \t]*$", re.MULTILINE)
_BREAK = re.compile(r"<br\s*/?>")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind; ``href`` is "" outside links."""

    text: str
    bold: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, 1 the greatest."""

    level: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``depth`` 0, or an item of a list at that depth, numbered or not."""

    runs: tuple[Run, ...]
    depth: int = 0
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; ``head`` is () when its author left the head empty."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart."""

    title: str
    bars: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph with its caption."""

    caption: str


Piece = Heading | Paragraph | Grid | Chart | Picture


def parser() -> MarkdownIt:
    """Markdown with tables; of raw HTML only line breaks are meant."""
    return MarkdownIt("commonmark", {"html": True}).enable("table")


def leaves(text: str) -> list[str]:
    """The Markdown of each page, slide or sheet."""
    return [leaf for leaf in _LEAF.split(text) if leaf.strip()]


def pieces(markdown: str) -> list[Piece]:
    """The pieces of one page; raises ValueError for what the format does not have."""
    return list(_pieces(parser().parse(markdown)))


def chart(source: str) -> Chart:
    """The chart of a fenced block: ``title: ...``, then ``name: number`` lines."""
    title, bars = "", []
    for line in filter(str.strip, source.splitlines()):
        name, found, value = line.rpartition(":")
        if not found:
            raise ValueError(f"a line of a chart is `name: number`, not {line!r}")
        if line.startswith("title:"):
            title = line.removeprefix("title:").strip()
            continue
        bars.append((name.strip(), _number(value, line)))
    if not bars:
        raise ValueError("a chart has no bars; write lines `name: number`")
    return Chart(title, tuple(bars))


def words(runs: Sequence[Run]) -> str:
    """Runs as plain text."""
    return "".join(run.text for run in runs)


def _number(value: str, line: str) -> float:
    try:
        return float(value.replace(",", ".").replace("\u00a0", "").replace(" ", ""))
    except ValueError:
        raise ValueError(f"a bar needs a bare number: {line!r}") from None


def _pieces(tokens: list[Token]) -> Iterator[Piece]:
    lists: list[bool] = []
    level = 0
    at = 0
    while at < len(tokens):
        token = tokens[at]
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                lists.append(token.type.startswith("ordered"))
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "heading_open":
                level = int(token.tag[1])
            case "heading_close":
                level = 0
            case "table_open":
                end = next(n for n in range(at, len(tokens)) if tokens[n].type == "table_close")
                yield _grid(tokens[at:end])
                at = end
            case "html_block":
                raise ValueError(f"raw HTML is not in the format: {token.content[:60]!r}")
            case _:
                yield from _told(token, level, lists)
        at += 1


def _told(token: Token, level: int, lists: list[bool]) -> Iterator[Piece]:
    if token.type == "fence":
        if token.info.strip() != "chart":
            raise ValueError(f"a fenced block is a chart, not {token.info.strip()!r}")
        yield chart(token.content)
    elif token.type == "code_block":
        raise ValueError(f"four spaces begin a listing of code: {token.content[:60]!r}")
    elif token.type == "inline" and level:
        yield Heading(level, tuple(_runs(token)))
    elif token.type == "inline":
        runs = tuple(_runs(token))
        if words(runs).strip():
            yield Paragraph(runs, len(lists), bool(lists and lists[-1]))
        yield from (Picture(c.content) for c in token.children or () if c.type == "image")


def _runs(token: Token) -> Iterator[Run]:
    bold, href = False, ""
    for child in token.children or ():
        if child.type in ("strong_open", "strong_close"):
            bold = child.type == "strong_open"
        elif child.type in ("link_open", "link_close"):
            href = str(child.attrs.get("href", ""))
        elif said := _said(child):
            yield Run(said, bold, href)


def _said(child: Token) -> str:
    match child.type:
        case "text" | "code_inline":
            return child.content
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "html_inline" if _BREAK.fullmatch(child.content):
            return "\n"
        case "html_inline":
            raise ValueError(f"raw HTML is not in the format: {child.content!r}")
        case _:
            return ""


def _grid(tokens: list[Token]) -> Grid:
    rows: list[list[str]] = []
    head = False
    for before, token in pairwise(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "thead_open":
            head = True
        elif token.type == "inline" and before.type in ("th_open", "td_open"):
            rows[-1].append(words(tuple(_runs(token))))
    first = tuple(rows[0]) if head and any(rows[0]) else ()
    return Grid(first, tuple(tuple(row) for row in rows[1:]))
