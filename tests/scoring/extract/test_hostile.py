"""Whatever the bytes, a Document comes back."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.extract import extract
from scoring.model import Document
from tests.scoring.made_pdf import pdf, written

REASONS = {
    "", "empty", "torn", "encrypted", "too-large", "unsupported-format", "not-a-document",
    "missing-program",
}  # fmt: skip
PAGE = (
    "<html><body><table><tr><td rowspan=3>Ё<td colspan=2>б<tr><td><p>в</table><dl><dt>г<dd>д"
).encode()


def check(document: Document) -> None:
    assert document.unreadable in REASONS
    assert not document.unreadable or document.detail
    assert all(block.text.strip() for block in document.blocks)


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=2000), st.sampled_from(["", "a.pdf", "a.csv"]), st.text(max_size=30))
def test_random_bytes(body: bytes, url: str, header: str) -> None:
    check(extract(body, url=url, media_type=header))


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from([b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>"]),
    st.binary(),
)
def test_random_bytes_behind_a_true_beginning(magic: bytes, rest: bytes) -> None:
    check(extract(magic + rest))


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(st.integers(0, len(PAGE) - 1), st.binary(max_size=4)), max_size=8))
def test_mutated_pages(changes: list[tuple[int, bytes]]) -> None:
    body = PAGE
    for at, new in changes:
        body = body[:at] + new + body[at + len(new) :]
    check(extract(body))


@pytest.fixture(scope="module")
def brochure() -> bytes:
    return pdf(*(written(f"Страница {n}", "Доходы 1 234,5", "Расходы 2 345,6") for n in range(3)))


def test_a_pdf_torn_anywhere(brochure: bytes) -> None:
    """PDFium finds pages without their directory: torn files may still be read in part."""
    for at in range(0, len(brochure), max(1, len(brochure) // 60)):
        check(extract(brochure[:at]))
    assert extract(brochure[:200]).unreadable == "torn"


def test_a_mutated_pdf(brochure: bytes) -> None:
    dice = random.Random(1)
    for _ in range(60):
        body = bytearray(brochure)
        for _ in range(dice.randrange(1, 30)):
            body[dice.randrange(len(body))] = dice.randrange(256)
        check(extract(bytes(body)))


def test_spans_are_bounded() -> None:
    page = "<html><body><table><tr><th colspan=999999>а<th rowspan=999999>б" + "<tr><td>1" * 50
    table = extract(page.encode()).tables[0]
    assert max(len(row) for row in table.rows) <= 200


def test_links_and_contexts_are_bounded() -> None:
    page = "<html><body><p>" + "слово " * 3000 + "<a href='x'>сюда</a> " * 30_000
    document = extract(page.encode())
    assert len(document.links) <= 20_000
    assert max(len(link.context) for link in document.links) <= 300
