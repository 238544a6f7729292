"""The headings of an edition: styled as such, or lines that stand over text as headings do."""

from collections.abc import Iterator

from scoring.checks.answers import in_file
from scoring.language.ru.folded import folded
from scoring.language.ru.headline import is_headline
from scoring.model import Block, BlockKind, EditionFile, Evidence

STYLED = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.CAPTION})


def styled(files: list[EditionFile]) -> dict[str, Evidence]:
    """Headings by what they say; one that stands on every slide is one."""
    return _by_words((f, b) for f, b in main_blocks(files) if b.kind in STYLED)


def standing(files: list[EditionFile]) -> dict[str, Evidence]:
    """Lines over text or a table, in formats and scans that know no headings."""
    return _by_words((file, block) for file in files for block in _standing(file))


def main_blocks(files: list[EditionFile]) -> Iterator[tuple[EditionFile, Block]]:
    """Every block but menus, footers and running heads, with its file."""
    for file in files:
        for block in file.document.blocks:
            if block.kind is not BlockKind.BOILERPLATE:
                yield file, block


def _standing(file: EditionFile) -> Iterator[Block]:
    blocks = file.document.blocks
    tables = {table.after for table in file.document.tables}
    for n, block in enumerate(blocks, 1):
        if not _is_line(block):
            continue
        under = blocks[n] if n < len(blocks) else None
        if n in tables or (under is not None and under.kind not in STYLED and not _is_line(under)):
            yield block


def _is_line(block: Block) -> bool:
    return block.kind in _LINES and is_headline(block.text)


def _by_words(blocks: Iterator[tuple[EditionFile, Block]]) -> dict[str, Evidence]:
    found: dict[str, Evidence] = {}
    for file, block in blocks:
        plain = " ".join(folded(block.text).split())
        found.setdefault(plain, in_file(file, block.locator, block.text))
    return found
