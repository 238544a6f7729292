"""Grants told by kind under the name of the places they go to, whatever these are called."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from scoring.language.ru.folded import folded
from scoring.model import EditionFile
from scoring.passages import Passage, Piece, passages

_KIND = re.compile(r"дота|субс|субв")
_GRANT = re.compile(r"\b(?:дотаци|субсиди|субвенци)")
TOPICS = {"дота": "dotation", "субс": "subsidy", "субв": "subvention"}
# Places that have budgets of their own, by many names and in the plural: a region is one.
PLACES = re.compile(
    r"\b(?:район(?:ам|ы|ов|ами|ах)|посел(?:кам|ки|ков|ками|ени[яйюем]\w*)|сел(?:ам|а|ами)|городам|города|"
    r"городами|округам|округами|муниципал\w*|местн\w+ (?:бюджет|власт|казн|самоуправлен)\w*|"
    r"территориям|территории|территориями|улус\w*|наслег\w*|аул(?:ам|ы|ов|ами)|станиц(?:ам|ы|ами)|"
    r"кожуун\w*|хутор(?:ам|а|ами)|общинам|волост(?:ям|и)|деревням|межмуниципальн\w*|межбюджетн\w*)\b"
)
_TO_THEM = re.compile(
    r"\b(?:район|поселк|поселени|город|сел|улус|наслег|аул|станиц|кожуун|хутор|округ|территори|"
    r"муниципалитет|муниципальн|деревн)[а-я]*(?:ам|ям|ым)\b(?! (?:жител|семь|люд|врач|учител|дом))|"
    r"\bместн\w+ бюджет|"
    r"\b(?:район|поселени|муниципалитет|улус|наслег|кожуун)[ыяи] (?:[а-я]+ )?получ"
)
FROM_ABOVE = re.compile(
    r"\b(?:доход|поступлен|безвозмездн|москв|столиц|федерал|источник|откуда|приход(?!ит)|пополн|центр\b)"
)
SUM = r"(?P<n>\d[\d ]*(?:,\d+)?)(?! ?(?:год|г\.|\d|район|муницип|посел|жител|человек|проект))"
BEHIND = re.compile(rf"\b(?P<kind>дота|субс|субв)(?:ци|иди|енци)[а-я]*[^\d.;!?()%]{{0,70}}?{SUM}")
_BEFORE = re.compile(
    r"\d(?:,\d+)?\s*(?:%|процент\w*|(?:тыс|млн|млрд|миллион\w*|миллиард\w*)?\.?\s*(?:руб\w*\.?|₽)?)"
    r"[\s,-]*(?:составят |составили |это |придет как |на |в виде )?"
    r"(?P<kind>дота|субс|субв)(?:ци|иди|енци)"
)
_SUMMED = re.compile(
    rf"\b(?<!больше )(?:всего|итого|общ\w+ (?:сумм|объем)\w*)[^\d;!?()]{{0,40}}?{SUM}"
)
_AMOUNT = re.compile(r"\d ?(?:тыс|млн|млрд|миллион|миллиард|руб|₽)|\d \d{3}|\d,\d")
_PART = re.compile(r"[:;(]|\bиз (?:них|которых)\b|\bв том числе\b")
YEAR = re.compile(r"\b(?:в|на|за|к) 20\d\d(?:-?[а-я]{1,2})? ?(?:год\w*|г\.)?")
_FEWEST = 2


def grants_told(file: EditionFile) -> Iterator[tuple[Passage, str]]:
    """Kinds of grants, and their total, with numbers, where two kinds are told of local budgets.

    Under a heading or behind a sentence that names them by place; grants from above are none.
    """
    read = passages(file.document.legible)
    for _, group in groupby(read, key=lambda p: (p.above[-2:], p.piece is Piece.ROW)):
        section = [p for p in group if p.piece is not Piece.HEADING]
        if not any(_KIND.search(folded(p.text)) for p in section):
            continue
        told = list(_told(section))
        if len({topic for _, topic in told} - {"total"}) >= _FEWEST:
            yield from told


def _told(section: Sequence[Passage]) -> Iterator[tuple[Passage, str]]:
    over = folded(" . ".join(section[0].above[-2:])) if section else ""
    headed = PLACES.search(over) is not None and not FROM_ABOVE.search(over)
    block, local = -1, False
    for passage in section:
        plain = YEAR.sub(" ", folded(passage.text))
        if passage.block != block:
            block, local = passage.block, False
        local = (local or _TO_THEM.search(plain) is not None) and not FROM_ABOVE.search(over)
        if not (headed or local) or FROM_ABOVE.search(plain):
            continue
        for topic in _topics(passage, plain):
            yield passage, topic


def _topics(passage: Passage, plain: str) -> Iterator[str]:
    text = plain.replace(" | ", " - ") if passage.piece is Piece.ROW else plain
    for pattern in (BEHIND, _BEFORE):
        for match in pattern.finditer(text):
            yield TOPICS[match["kind"]]
    first = _PART.split(text, 1)[0]
    whole = _AMOUNT.search(first) and not _GRANT.search(first) and passage.piece is not Piece.ROW
    if whole or _SUMMED.search(text):
        yield "total"
