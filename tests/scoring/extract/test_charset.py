"""Declared encodings lie; the letters do not."""

import pytest

from scoring.extract.charset import decode

TEXT = (
    "Бюджет для граждан знакомит жителей с основными положениями закона о бюджете: "
    "откуда поступают доходы, на что они расходуются и каким будет дефицит."
)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-r", "cp866", "iso8859-5"])
@pytest.mark.parametrize(
    "declared", ["", "utf-8", "windows-1251", "koi8-r", "iso-8859-1", "nonsense"]
)
@pytest.mark.parametrize("said", [TEXT, TEXT.upper()], ids=["lower", "CAPITALS"])
def test_letters_win_over_what_is_declared(encoding: str, declared: str, said: str) -> None:
    page = f'<meta charset="{declared}"><p>{said}</p>' if declared else f"<p>{said}</p>"
    text, _ = decode(page.encode(encoding), f"text/html; charset={declared}")
    assert said in text


def test_one_bad_byte_leaves_utf8_utf8() -> None:
    text, encoding = decode((TEXT * 20).encode() + b"\xff" + TEXT.encode()[:-1])
    assert encoding == "utf-8"
    assert TEXT in text


def test_a_short_word_in_windows_1251() -> None:
    assert decode("Бюджет".encode("cp1251"))[0] == "Бюджет"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_byte_order_marks(encoding: str) -> None:
    assert decode(TEXT.encode(encoding))[0] == TEXT


def test_any_bytes_decode() -> None:
    assert decode(bytes(range(256)))[0]
    assert decode(b"")[0] == ""
