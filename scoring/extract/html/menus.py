"""Menus without a name: runs of bare links that lead to pages, not to files."""

from collections.abc import Collection
from dataclasses import replace

from scoring.document import Block, BlockKind

_RUN = 4


def without_menus(blocks: list[Block], menu_like: Collection[int]) -> tuple[Block, ...]:
    """The blocks with runs of ``_RUN`` or more menu-like ones (by index) marked as furniture."""
    marked: set[int] = set()
    run: list[int] = []
    for index in range(len(blocks) + 1):
        if index in menu_like:
            run.append(index)
            continue
        marked.update(run if len(run) >= _RUN else ())
        run = []
    return tuple(
        replace(block, kind=BlockKind.BOILERPLATE, level=0) if index in marked else block
        for index, block in enumerate(blocks)
    )
