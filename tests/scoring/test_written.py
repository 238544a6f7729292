"""What a reading process writes of a Document is what the library reads back, and would write."""

import pytest
from pydantic import TypeAdapter

from scoring.document import (
    Block,
    BlockKind,
    Document,
    Member,
    PageLink,
    Scan,
    Table,
)
from scoring.written import written

_DOCUMENT = TypeAdapter(Document)
_SIGNS = '«Бюджет» "для" \\граждан/ №\t\n\r\b\f\x00\x1f\x7f\u2028\U0001f4b0 и 50\u00a0%'
INSIDE = Document(
    sha256="0" * 64,
    media_type="application/pdf",
    title=_SIGNS,
    pages=3,
    blocks=(
        Block(BlockKind.HEADING, _SIGNS, "page=1", 2),
        Block(BlockKind.PARAGRAPH, "", "page=2"),
    ),
    tables=(Table((("а", "1 234,5"), ("", _SIGNS)), "page=2", "тыс. рублей", after=1),),
    links=(PageLink("/a?b=1&c", "Скачать", "строка", "block=4"),),
    text_layer_share=0.6667,
    scans=(Scan(3, 87.5, 12, ""), Scan(4)),
)
OUTSIDE = Document(
    "1" * 64, "application/zip", members=(Member("2026/а.pdf", "0" * 64, 7, INSIDE),)
)


@pytest.mark.parametrize("document", [INSIDE, OUTSIDE, Document("2" * 64, "", unreadable="torn")])
def test_the_json_is_the_librarys_to_the_byte_and_reads_back(document: Document) -> None:
    told = written(document)
    assert told == _DOCUMENT.dump_json(document)
    assert _DOCUMENT.validate_json(told) == document


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        written(Document("3" * 64, "text/plain", title="\ud83d"))
