"""The short way of folding and spelling, a byte a sign, gives what the long way gives."""

import sys

from scoring.language.ru import folded, normal

SIGNS = [chr(code) for code in range(0xD800)] + [chr(code) for code in range(0xE000, 0x10000)]


def test_every_sign_is_folded_as_by_looking_for_it():
    for sign in SIGNS:
        text = f"А{sign}Б"
        plain = folded._ODD.sub(folded._plain, text).lower()
        assert folded.folded(text) == plain, hex(ord(sign))


def test_every_sign_is_spelt_the_long_way():
    for sign in SIGNS:
        text = f"доход{sign} 1{sign}"
        assert normal._normal(text) == normal._spelt(normal._plain(text)), hex(ord(sign))


def test_what_no_alphabet_has_is_read_too():
    assert folded.folded("Долг\ud800").startswith("долг")
    assert normal.normal(chr(sys.maxunicode) + "Долг").endswith("долг")
