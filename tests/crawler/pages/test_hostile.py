"""Pages made to hold a parser up, and files that are called pages."""

import gzip
import time

import pytest

from crawler.pages import Page, family_of, listing, sitemap
from crawler.pages.link import LinkKind

URL = "http://fin.invalid/a/"


def test_bottomless_nesting_is_read_by_pattern() -> None:
    html = (
        "<div>" * 200_000
        + '<a class="x" href="/b.pdf?a=1&amp;b=2">Бюджет &laquo;для граждан&raquo;</a>'
    )
    began = time.perf_counter()
    (link,) = listing.links(URL, html)
    assert time.perf_counter() - began < 3
    assert (link.url, link.text) == ("http://fin.invalid/b.pdf?a=1&b=2", "Бюджет «для граждан»")


def test_a_long_flat_page_is_parsed() -> None:
    html = "<ul>" + "<li><p>текст<br><a href='x'>Брошюра</a>" * 15_000
    found = listing.links(URL, html)
    assert len(found) == 15_000
    assert found[-1].context.startswith("текст")


def test_links_are_bounded() -> None:
    assert len(listing.links(URL, "<a href='x'>y</a>" * 50_000)) == listing.MAX_LINKS
    entries = b"<urlset>" + b"<url><loc>http://fin.invalid/</loc></url>" * 60_000
    assert len(sitemap.links(URL, entries)) == sitemap.MAX_LINKS


def test_a_gzip_bomb_unpacks_to_a_bound() -> None:
    bomb = gzip.compress(b"<urlset>" + b" " * (200 * 2**20), compresslevel=1)
    assert sitemap.links(URL, bomb) == ()


@pytest.mark.parametrize(
    "body", [b"", b"\x1f\x8b", b"\x1f\x8b\x08torn", b"\xff\xfe", b"<urlset", b"\x00" * 99]
)
def test_torn_bytes_give_no_links(body: bytes) -> None:
    assert sitemap.links(URL, body) == ()
    assert listing.links(URL, body) == ()


@pytest.mark.parametrize("encoding", ["no-such", "", "koi8-r", "cp1251"])
def test_a_query_is_spelled_in_the_encoding_of_its_page(encoding: str) -> None:
    (link,) = listing.links(URL, '<a href="?год=1&x=%D0">', encoding)
    expected = {"koi8-r": "?%C7%CF%C4=1&x=%D0", "cp1251": "?%E3%EE%E4=1&x=%D0"}
    assert link.url == URL + expected.get(encoding, "?год=1&x=%D0")


@pytest.mark.parametrize(
    ("body", "media_type", "family"),
    [
        (b"%PDF-1.7 <html>", "text/html", None),
        (b"PK\x03\x04", "text/html; charset=utf-8", None),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html>", "application/octet-stream", "listing"),
        (b"just words", "text/plain", None),
        (b"<p>torn", "text/html", "listing"),
        (b"<?xml version='1.0'?><ns0:urlset>", "text/html", "sitemap"),
        (b'{"urlset": 1}', "application/json", "json"),
        (b'{"html": 1}', "text/html", "json"),
        (b"{{ template }}", "text/html", "listing"),
        (b"https://fin.invalid/a\nhttps://fin.invalid/b\n", "text/plain", "sitemap"),
    ],
)
def test_bytes_decide_what_a_page_is(body: bytes, media_type: str, family: str | None) -> None:
    found = family_of(Page(URL, body, body.decode("latin-1"), media_type))
    assert (found.name if found else None) == family


def test_an_index_gives_sitemaps() -> None:
    body = b"<sitemapindex><sitemap><loc>/s1.xml</loc></sitemap></sitemapindex>"
    (link,) = sitemap.links("http://fin.invalid/sitemap.xml", body)
    assert (link.url, link.kind) == ("http://fin.invalid/s1.xml", LinkKind.SITEMAP)
