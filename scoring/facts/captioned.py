"""Captions of charts that stand as lines over their bars: "Крупнейшие программы, млрд рублей"."""

import re
from collections.abc import Iterator, Sequence

from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.model import Block, BlockKind

_LONGEST = 160
_CAPTION = re.compile(
    r"^(?>[^.!?:;]*?[^\W\d_]{3})[^.!?:;]*[,(] ?(?:в )?(?:%|процент\w*|(?:тыс|млн|млрд|тысяч\w*|"
    r"миллион\w*|миллиард\w*)\.? ?(?:руб\w*\.?|₽)|руб\w*)\)?$"
)
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
Headed = tuple[Block, tuple[str, ...]]


def captioned(page: Sequence[Headed]) -> Iterator[Headed]:
    """Blocks of a page and what is over them; a line that names a chart and its unit heads it.

    It does so up to the next caption or heading.
    """
    caption = ""
    for block, above in page:
        if block.kind in _HEADS:
            caption = ""
        yield block, (*above, caption) if caption and caption not in above else above
        if _is_caption(block):
            caption = block.text.strip()


def _is_caption(block: Block) -> bool:
    text = block.text.strip()
    line = block.kind in (BlockKind.PARAGRAPH, BlockKind.CAPTION) and len(text) <= _LONGEST
    return line and _CAPTION.search(folded(text)) is not None and not quantities(text)
