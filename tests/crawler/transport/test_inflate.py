"""Is a packed body unpacked whole, or said to be torn, and never without bound?"""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.transport.inflate import BombError, TornError, gunzip, inflate

PAGE = b"<p>budget</p>" * 10_000


def raw_deflate(data):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def test_members_in_a_row_and_dirt_behind():
    packed = gzip.compress(PAGE) + gzip.compress(b"more") + b"\r\n<!-- served by -->"
    assert gunzip(packed, 0) == PAGE + b"more"


def test_a_wrong_sum_at_the_end_is_forgiven():
    packed = bytearray(gzip.compress(PAGE))
    packed[-6] ^= 0xFF
    assert gunzip(bytes(packed), 0) == PAGE


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_half_a_stream_is_torn(share):
    packed = gzip.compress(bytes(range(256)) * 99)
    with pytest.raises(TornError):
        gunzip(packed[: int(len(packed) * share)], 0)


def test_both_meanings_of_deflate():
    assert inflate(zlib.compress(PAGE), 0) == PAGE
    assert inflate(raw_deflate(PAGE), 0) == PAGE


@pytest.mark.parametrize(
    ("unpack", "packed"),
    [(gunzip, gzip.compress(b"0" * 10**8)), (inflate, zlib.compress(b"0" * 10**8))],
)
def test_a_bomb_stops_at_the_limit(unpack, packed):
    with pytest.raises(BombError):
        unpack(packed, 10**6)


def test_many_small_members_are_a_bomb_too():
    with pytest.raises(BombError):
        gunzip(gzip.compress(b"0" * 1000) * 2000, 10**6)


@given(st.binary(max_size=300))
def test_any_bytes_end(data):
    for unpack in (gunzip, inflate):
        try:
            assert isinstance(unpack(b"\x1f\x8b" + data, 10**6), bytes)
        except (TornError, BombError):
            continue
