"""RTF: its headings, its pictures, and letters beyond the first 65 536."""

import io

import pytest
from PIL import Image

from scoring.document import BlockKind
from scoring.extract import extract
from scoring.extract.archives.packed import unframed
from scoring.extract.data.plates import plates
from scoring.extract.insets import drawn

STYLES = (
    rb"{\stylesheet{\s0 Normal;}{\s4\b\fs28 heading 1;}{\s5 Heading 2;}{\*\cs6 Heading 1 Char;}}"
)


def rtf(inner: bytes) -> bytes:
    return rb"{\rtf1\ansi\ansicpg1251" + STYLES + inner + b"}"


def words(text: str) -> bytes:
    return "".join(f"\\u{ord(c)}?" for c in text).encode("ascii")


def picture(kind: str = "PNG", size: tuple[int, int] = (400, 200)) -> bytes:
    held = io.BytesIO()
    Image.effect_noise(size, 90).save(held, kind)
    return held.getvalue()


def in_hex(body: bytes) -> bytes:
    lines = body.hex().encode("ascii")
    return b"\n".join(lines[n : n + 128] for n in range(0, len(lines), 128))


def test_a_style_named_heading_makes_a_heading_of_its_level() -> None:
    body = rtf(
        rb"\pard\plain \ltrpar\s4\ql " + words("Долг") + rb"\par"
        rb"\pard\plain \s5\b{\loch " + words("Сколько") + rb"}\par"
        rb"\pard\plain \s0 " + words("Мы должны.") + rb"\par"
        rb"\pard\s45 " + words("Не стиль.") + rb"\par"
    )
    found = [(b.kind, b.level, b.text) for b in extract(body).blocks]
    assert found == [
        (BlockKind.HEADING, 1, "Долг"),
        (BlockKind.HEADING, 2, "Сколько"),
        (BlockKind.PARAGRAPH, 0, "Мы должны."),
        (BlockKind.PARAGRAPH, 0, "Не стиль."),
    ]


def test_a_sign_written_as_two_halves_is_one_and_half_of_it_breaks_nothing() -> None:
    body = rtf(rb"\u-10179?\u-8703? " + words("Дороги") + rb"\par \u-10179? " + words("Школы"))
    assert [b.text for b in extract(body).blocks] == ["😁 Дороги", "\ufffd Школы"]


@pytest.mark.parametrize(
    ("kind", "word", "binary"),
    [("PNG", rb"\pngblip", False), ("JPEG", rb"\jpegblip", False), ("PNG", rb"\pngblip", True)],
)
def test_a_picture_waits_for_its_words_where_it_stands(
    kind: str, word: bytes, *, binary: bool
) -> None:
    one = picture(kind)
    told = b"\\bin%d " % len(one) + one if binary else rb"{\*\blipuid 0a1b}" + in_hex(one)
    old = rb"{\nonshppict{\pict\wmetafile8 " + in_hex(b"\1" * 500) + b"}}"
    body = rtf(
        rb"\pard " + words("До") + rb"\par{\*\shppict{\pict{\*\picprop{\sp{\sn x}}}" + word
        + b"\n" + told + b"}}" + old + rb"\par " + words("После") + rb"\par"
    )  # fmt: skip
    assert [plate.body for plate in plates(body)] == [one]
    document = extract(body)
    assert [b.text for b in document.blocks] == ["До", "После"]
    assert [(i.part, i.after) for i in document.insets] == [("pict=1", 1)]
    shown = unframed(
        drawn(
            body,
            media_type=document.media_type,
            wanted=[("block=2", "pict=1"), ("block=2", "pict=9")],
        )
    )
    assert shown is not None
    assert [p.body[:2] for p in shown[0]][1:] == [b""]
    assert shown[0][1].reason == "empty"


def test_a_picture_cut_short_leaves_the_words() -> None:
    torn = rb"{\pict\pngblip\bin99999 abc"
    document = extract(rb"{\rtf1 " + words("До") + rb"\par " + torn)
    assert [b.text for b in document.blocks] == ["До"]
    assert extract(rtf(words("До") + rb"{\pict\pngblip}{\pict\wmetafile8 00}")).insets == ()
