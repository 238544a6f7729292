"""Russian text end to end: page, link and document survive whatever is declared and packed."""

import gzip
from urllib.parse import quote

import pytest

from crawler.model import Outcome

from .conftest import HOME

TEXT = "Открытый бюджет области на следующий год"
NAME = {"utf-8": "utf-8", "cp1251": "windows-1251", "koi8-r": "koi8-r"}
DECLARATIONS = ["nothing", "right", "utf-8", "windows-1251", "koi8-r", "no-such-charset"]


def page(meta):
    said = f'<meta charset="{meta}">' if meta else ""
    return (
        f'<html><head>{said}</head><body><h2>Бюджет</h2><a href="/b.pdf">{TEXT}</a></body></html>'
    )


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
@pytest.mark.parametrize("real", NAME)
def test_every_declaration_in_header_and_meta(hostile, crawled, real, packed):
    """One site with a page for every pair of declarations, right and wrong."""
    pairs = [(header, meta) for header in DECLARATIONS for meta in DECLARATIONS]

    def talk(asked, wire):
        if asked.path == "/":
            return wire.page("".join(f'<a href="/byudzhet/{n}/">Бюджет {n}</a>' for n in range(36)))
        if not asked.path.startswith("/byudzhet/"):
            return False
        header, meta = pairs[int(asked.path.split("/")[2])]
        said = {"nothing": "", "right": NAME[real]}
        charset = said.get(header, header)
        kind = f"text/html; charset={charset}" if charset else "text/html"
        n = asked.path.split("/")[2]
        body = page(said.get(meta, meta)).replace("/b.pdf", f"/b{n}.pdf").encode(real)
        if packed:
            return wire.page(gzip.compress(body), kind=kind, Content_Encoding="gzip")
        return wire.page(body, kind=kind)

    done = crawled(hostile(talk))
    texts = {c.url: c.link_texts[-1] for c in done.captures if c.url.endswith(".pdf")}
    assert texts == {f"{HOME}b{n}.pdf": TEXT for n in range(36)}


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_a_sitemap_in_windows_1251(hostile, crawled, packed):
    where = quote("бюджет для граждан".encode("cp1251"))
    xml = (
        '<?xml version="1.0" encoding="windows-1251"?><!-- карта сайта --><urlset>'
        f"<url><loc>{HOME}{where}/b2026.pdf</loc></url></urlset>"
    ).encode("cp1251")

    def talk(asked, wire):
        if asked.path == "/":
            return wire.page("<h1>Министерство</h1>")
        if asked.path == "/robots.txt":
            return wire.page(f"Sitemap: {HOME}karta.xml", kind="text/plain")
        if asked.path == "/karta.xml":
            return wire.page(gzip.compress(xml) if packed else xml, kind="application/xml")
        return wire.page("%PDF-1.7", kind="application/pdf") if "b2026" in asked.path else False

    site = hostile(talk)
    done = crawled(site)
    assert done.at("b2026.pdf").outcome is Outcome.OK
    assert site.times(f"/{where}/b2026.pdf") == 1


def test_a_page_called_a_stream_in_windows_1251_spells_its_queries_so(hostile, crawled):
    """Browsers send a query in the encoding of the page it stands on."""
    html = '<html><meta charset="windows-1251"><a href="/f?n=бюджет.pdf">Бюджет для граждан</a>'
    wanted = "/f?n=" + quote("бюджет".encode("cp1251")) + ".pdf"

    def talk(asked, wire):
        if asked.path == "/":
            return wire.page(html.encode("cp1251"), kind="application/octet-stream")
        return wire.page("%PDF-1.7", kind="application/pdf") if asked.path == wanted else False

    site = hostile(talk)
    crawled(site)
    assert site.times(wanted) == 1
