"""Whatever bytes come under whatever name: nothing raises, bounds hold, nothing listed is lost."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.pages import MAX_LINKS, Page, families_of, is_shell, links, listing
from crawler.pages.parsed import UNREADABLE, parsed
from crawler.pages.scripted import items
from crawler.pages.scripted.mentions import MAX_MENTIONS, mentions
from crawler.pages.scripted.paging import following
from crawler.pages.start import Start
from crawler.transport.encoding import decode

URL = "https://fin.invalid/open/index.php?id=1"
TYPES = ["text/html", "application/json", "text/javascript", "application/xml", "text/plain", ""]
# Pieces that families look for, in any order and torn anywhere.
PIECES = [
    *('<a href="/a.pdf">Бюджет</a>', '<a href="?PAGEN_1=2">', "<div class=card>", "</div>", "<h2>"),
    *("<script>", "</script>", "fetch('/api/a?x=' + id)", '"/api/".concat(n,"/b")', "`${a}/x`"),
    *("{", "}", "[", "]", ":", ",", '"', "'", '"title":"Бюджет для граждан"', '"url":"/b.pdf"'),
    *("\\", "\\u0026", "\x00", "\ufeff", "=", "JSON.parse('{}')", "window.__A__ = {", "//[", "http://["),
    *('<select name="year"><option value="1">', "<form>", "data-pages=9 data-url='/{n}'", "<nav>"),
    *("<urlset>", "<url><loc>", "</loc></url>", "https://fin.invalid/x\n", "<!doctype html>", "<div id=app>"),
    *("/bitrix/redirect.php?goto=", "navParams: {'NavNum':1,'NavPageNomer':1,'NavPageCount':3}"),
    *('<ul class="toc">', "<li>", '<div role="tabpanel" id="x">', '<a href="#x">', "data-url=//[", "<b>"),
    *('<meta http-equiv="refresh" content="0;url=/x">', "<iframe src='/v?file=/a.pdf'>", "<frameset>"),
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=40).map("".join)
BODIES = st.binary(max_size=300) | TEXTS.map(lambda text: text.encode("utf-8", "replace"))
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.sampled_from(PIECES)
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(
            st.sampled_from(["title", "url", "id", "file", "next", "page", "total", "items", "x"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)


def page(body: bytes, media_type: str, url: str = URL) -> Page:
    return Page(url, body, decode(body), media_type)


@settings(max_examples=300, deadline=None)
@given(BODIES, st.sampled_from(TYPES), st.sampled_from([URL, "https://fin.invalid/static/app.js"]))
def test_nothing_raises(body: bytes, media_type: str, url: str) -> None:
    found = links(page(body, media_type, url))
    assert len(found) <= MAX_LINKS
    assert all(link.url for link in found)
    is_shell(page(body, media_type, url))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_no_family_loses_what_any_page_shows(text: str) -> None:
    one = page(f"<!doctype html>{text}".encode("utf-8", "replace"), "text/html")
    assert "listing" in [family.name for family in families_of(one)]
    assert set(listing.links(one.url, one.text, one.encoding)) <= set(links(one))


@settings(max_examples=200, deadline=None)
@given(VALUES, st.sampled_from(["", "?page=1", "?limit=2&offset=0", "?page=x&size=-1"]))
def test_any_json_is_read(data: object, query: str) -> None:
    url = f"https://fin.invalid/api/docs{query}"
    found = tuple(items.links(Start(url), data))
    assert all(len(link.text) <= 600 and len(link.context) <= 300 for link in found)
    further = following(url, data)
    assert further != url
    assert further == "" or further.startswith("https://fin.invalid/api/docs?")
    whole = json.dumps(data)
    assert parsed(whole) == data if whole[:1] in "[{" else parsed(whole) is UNREADABLE


def test_json_is_bounded() -> None:
    many = [{"title": "x", "url": f"/d/{n}"} for n in range(20_000)]
    assert len(tuple(items.links(Start(URL), many))) == items.MAX_LINKS
    assert parsed("[" * 100_000) is UNREADABLE
    assert parsed('{"a":' * 50_000 + "1" + "}" * 50_000) is UNREADABLE
    assert parsed(f'{{"a": {"9" * 10_000}}}') == {"a": "9" * 10_000}
    deep: object = "/b.pdf"
    for _ in range(200):
        deep = {"url": deep}
    assert tuple(items.links(Start(URL), deep)) == ()


def test_scripts_are_bounded() -> None:
    script = "".join(f"fetch('/api/a{n}');" for n in range(5_000))
    assert len(tuple(mentions(script))) == MAX_MENTIONS
    assert tuple(mentions("'/a" * 100_000)) == ()
    assert tuple(mentions("a+" * 200_000 + "'/api/x'"))
