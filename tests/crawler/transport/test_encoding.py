"""Is Russian text read rightly, whatever the server and the page say about it?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.transport.encoding import decode, detect, of_content_type
from crawler.walk.answers import page_of

PROSE = (
    "Бюджет для граждан знакомит жителей с основными положениями закона об областном "
    "бюджете на 2026 год и на плановый период 2027 и 2028 годов: «доходы» — №1."
)
CAPITALS = "ОТКРЫТЫЙ БЮДЖЕТ. ДОХОДЫ И РАСХОДЫ ОБЛАСТИ. ГОСУДАРСТВЕННЫЕ ПРОГРАММЫ"
SHORT = "Расходы областного бюджета"
ENCODINGS = ["utf-8", "cp1251", "koi8-r"]


def page(text, meta=""):
    said = f'<meta http-equiv="Content-Type" content="text/html; charset={meta}">' if meta else ""
    return f"<html><head>{said}<title>x</title></head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize("text", [PROSE, CAPITALS, SHORT])
@pytest.mark.parametrize("header", [None, "utf-8", "windows-1251", "koi8-r", "iso-8859-1"])
@pytest.mark.parametrize("meta", ["", "utf-8", "windows-1251", "koi8-r"])
@pytest.mark.parametrize("real", ENCODINGS)
def test_declarations_right_and_wrong(text, header, meta, real):
    whole = page(text, meta)
    if real == "koi8-r":
        whole = whole.replace("«", '"').replace("»", '"').replace("—", "-").replace("№", "N ")
    assert decode(whole.encode(real), header) == whole


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_texts_and_marks(encoding):
    assert decode(PROSE.encode(encoding)) == PROSE


def test_xml_declares_itself():
    told = '<?xml version="1.0" encoding="koi8-r"?><u>Дом</u>'
    assert decode(told.encode("koi8-r")) == told


@pytest.mark.parametrize("sign", ["№1", "«»", "я", "Да"])
def test_a_sign_or_two_is_windows_1251(sign):
    assert decode(sign.encode("cp1251")) == sign


def test_a_letter_cut_in_half_does_not_spoil_a_page():
    cut = (PROSE[:60].encode()[:-1] + b"... ") * 3 + PROSE.encode()
    assert detect(cut, "windows-1251") == "utf-8"
    assert PROSE in decode(cut)


def test_one_russian_word_in_much_markup_decides():
    markup = b"<p class='empty'></p>" * 5000 + "Бюджет".encode("cp1251")
    assert decode(markup, "utf-8").endswith("Бюджет")


def test_accents_are_not_taken_for_russian():
    assert decode("Café déjà vu".encode("cp1252"), "iso-8859-1") == "Café déjà vu"
    assert decode("Größe".encode("cp1252")) == "Größe"


@pytest.mark.parametrize(
    "declared", ["utf-7", "hex", "rot13", "idna", "no-such-thing", "", "x" * 99]
)
def test_strange_declarations_do_no_harm(declared):
    assert decode(PROSE.encode("cp1251"), declared) == PROSE


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "koi8-r", "utf-16", "shift_jis"]))
def test_any_bytes_become_some_text(body, declared):
    assert isinstance(decode(body, declared), str)


@given(st.text(st.sampled_from("абвгдежзийклмнопрстуфхцчшщъыьэюя ABC.,<>"), min_size=1))
def test_utf_8_is_always_found(text):
    assert decode(text.encode(), "windows-1251") == text


def test_the_header_is_read():
    assert of_content_type(b'text/html; Charset="windows-1251"') == "windows-1251"
    assert of_content_type("text/html") is None
    assert of_content_type(None) is None


@pytest.mark.parametrize("declared", ["utf-8", "windows-1251"])
@pytest.mark.parametrize("real", ENCODINGS[:2])
async def test_pages_are_read_in_the_encoding_they_are_in(start, crawl, http, declared, real):
    kind = {"Content-Type": f"text/html; charset={declared}"}
    server = await start({"/": http(page(PROSE, declared).encode(real), headers=kind)})
    response = (await crawl([f"{server.root}/"])).responses[f"{server.root}/"]
    assert PROSE in page_of(response).text
    assert page_of(response).encoding == real
    assert response.body == page(PROSE, declared).encode(real)
