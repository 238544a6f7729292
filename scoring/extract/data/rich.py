"""RTF: headings, paragraphs, rows of tables and pictures as they stand in the file."""

import codecs
import re
from collections.abc import Callable, Iterator, Sequence

from striprtf.striprtf import rtf_to_text

from scoring.document import BlockKind, Document
from scoring.extract.data.lines import kind_of
from scoring.extract.data.marks import marked, told
from scoring.extract.given import Given
from scoring.extract.office.grid import is_data
from scoring.extract.office.refused import Refused, refusing
from scoring.extract.office.script import LONGEST, Script
from scoring.extract.pdf.about import day_of, title_of
from scoring.extract.spelling import tidy

_PICTURE = re.compile(rb"\{\\pict\b")
_SHOWN = re.compile(rb"\{\\\*\\shppict\b")
"""Word keeps each picture twice: once for itself, once for programs that know less."""
_TITLES = re.compile(rb"\{\\title\b([^{}]{1,4000})\}")
_HEAD = 1 << 20
_HEX = re.compile(rb"[0-9a-fA-F\r\n]{256,}")
_BINARY = re.compile(rb"\\bin(\d{1,9}) ?")
_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_FAULTS = (ValueError, LookupError, TypeError, OverflowError, RecursionError)
_DAY = rb"\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})"
_LONGEST_TITLE = 1000


@refusing
def read(given: Given) -> Document:
    """The Document of an RTF; locators are ``block=N`` and ``table=N``.

    Headers, footnotes and text boxes are not read: the library passes them by.
    """
    bare = _HEX.sub(b"", _without_binary(marked(given.body)))
    page = _code_page(bare)
    text = _text(bare.decode(page, errors="replace"), page)
    if len(text) > LONGEST:
        raise Refused("too-large", f"more than {LONGEST} characters of text")
    script = Script()
    script.pictures = len(_SHOWN.findall(given.body) or _PICTURE.findall(given.body))
    _tell(script, text.split("\n"))
    return Document(
        sha256=given.sha256,
        media_type=given.media_type,
        title=_title(bare, page),
        blocks=tuple(script.blocks),
        tables=tuple(script.tables),
        pictures=script.pictures,
        text_layer_share=1.0 if script.blocks or script.tables else 0.0,
        insets=tuple(script.insets),
        created=_day(bare, b"creatim"),
        modified=_day(bare, b"revtim"),
    )


def _without_binary(body: bytes) -> bytes:
    """Pictures kept as bytes may hold braces: their length says where they end."""
    kept: list[bytes] = []
    at = 0
    while match := _BINARY.search(body, at):
        kept.append(body[at : match.start()])
        at = match.end() + int(match[1])
    return b"".join((*kept, body[at:]))


def _code_page(body: bytes) -> str:
    """The letters of the file; Russian programs mean windows-1251 where they say nothing."""
    found = _PAGE.search(body[:4096])
    name = f"cp{found[1].decode('ascii')}" if found else "cp1251"
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1251"
    return "cp1251" if name == "cp1252" and b"\\fcharset204" in body else name


def _text(source: str, page: str) -> str:
    """The text by the library, which raises many things for broken files."""
    source = re.sub(r"\\ansicpg\d{1,6}", rf"\\ansicpg{page.removeprefix('cp')}", source, count=1)
    try:
        read_by: Callable[..., str] = rtf_to_text
        text = read_by(source, encoding=page, errors="replace")
    except _FAULTS as error:
        raise Refused("torn", f"RTF: {type(error).__name__}: {error}") from None
    # A sign beyond the first 65 536, as a smile, is written as two halves.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _tell(script: Script, lines: Sequence[str]) -> None:
    for rows in _grouped(lines):
        if isinstance(rows, str):
            level, parts, words = told(rows)
            for part in parts:
                script.inset(part)
            kind = BlockKind.HEADING if level else kind_of([tidy(words)])
            script.say(kind, words, level=level)
        elif is_data(rows):
            script.show(rows, "", script.caption())
        else:
            for row in rows:
                script.say(BlockKind.PARAGRAPH, " ".join(row))


def _grouped(lines: Sequence[str]) -> Iterator[str | list[tuple[str, ...]]]:
    """Lines, and runs of rows: the library ends each cell with a bar and each row with a line."""
    rows: list[tuple[str, ...]] = []
    for line in lines:
        if line.rstrip().endswith("|") and line.count("|") > 1:
            cells = told(line)[2].rstrip()[:-1].split("|")
            rows.append(tuple(" ".join(cell.split()) for cell in cells))
            continue
        if rows and line.strip():
            yield rows
            rows = []
        if line.strip():
            yield line
    if rows:
        yield rows


def _title(body: bytes, page: str) -> str:
    # In \\upr the title stands twice, the second time in Unicode.
    found = _TITLES.findall(body[:_HEAD])
    if not found:
        return ""
    wrapped = "{\\rtf1\\ansi\\ansicpg" + page.removeprefix("cp") + " "
    said = _text(wrapped + found[-1].decode(page, errors="replace") + "}", page)
    return title_of(said[:_LONGEST_TITLE])


def _day(body: bytes, name: bytes) -> str:
    found = re.search(rb"\\" + name + _DAY, body)
    return day_of(f"{int(found[1]):04}{int(found[2]):02}{int(found[3]):02}") if found else ""
