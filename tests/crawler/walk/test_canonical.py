"""One spelling for each address, and no document lost on the way to it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from w3lib.url import safe_url_string

from crawler.walk.canonical import address, canonical, is_route, is_undisputed, place, site

SAME = {
    "fragment": ("http://a.invalid/x#top", "http://a.invalid/x"),
    "route": ("https://a.invalid/#/budget/2026", "https://a.invalid/#/budget/2026"),
    "bang route": ("https://a.invalid/#!budget", "https://a.invalid/#!budget"),
    "session": ("http://a.invalid/?PHPSESSID=1f&id=2", "http://a.invalid/?id=2"),
    "session in path": ("http://a.invalid/x;jsessionid=7F?a=1", "http://a.invalid/x?a=1"),
    "bitrix": (
        "http://a.invalid/?ELEMENT_ID=5&bxajaxid=9&clear_cache=Y&sessid=3&PAGEN_1=2",
        "http://a.invalid/?ELEMENT_ID=5&PAGEN_1=2",
    ),
    "advertising": ("http://a.invalid/?utm_source=x&a=1&yclid=5", "http://a.invalid/?a=1"),
    "print view": ("http://a.invalid/p?print=Y", "http://a.invalid/p"),
    "print names a document": (
        "http://a.invalid/p?print=budget.pdf",
        "http://a.invalid/p?print=budget.pdf",
    ),
    "ports": ("https://a.invalid:443/", "https://a.invalid/"),
    "other port": ("http://a.invalid:8096/ebudget/", "http://a.invalid:8096/ebudget/"),
    "dots": ("http://a.invalid/a/../b/./c/..", "http://a.invalid/b/"),
    "host": (
        "HTTP://Минфин.РФ./Бюджет",
        "http://xn--h1aakfb4b.xn--p1ai/%D0%91%D1%8E%D0%B4%D0%B6%D0%B5%D1%82",
    ),
    "no path": ("http://a.invalid?x=1", "http://a.invalid/?x=1"),
    "cp1251 escapes": (
        "http://a.invalid/%E1%FE%E4%E6%E5%F2.doc",
        "http://a.invalid/%E1%FE%E4%E6%E5%F2.doc",
    ),
    "space": ("http://a.invalid/budget for citizens/", "http://a.invalid/budget%20for%20citizens/"),
    "lone percent": ("http://a.invalid/100%.pdf", "http://a.invalid/100%25.pdf"),
    "order": ("http://a.invalid/?b=2&a=1&b=2", "http://a.invalid/?b=2&a=1&b=2"),
    "underscore": ("http://open_budget.a.invalid/", "http://open_budget.a.invalid/"),
    "line break inside": ("http://a.invalid/bud\nget", "http://a.invalid/budget"),
    "odd page": (
        "https://www.arhcity.invalid/?page=1713/0",
        "https://www.arhcity.invalid/?page=1713/0",
    ),
}


@pytest.mark.parametrize(("url", "expected"), SAME.values(), ids=SAME.keys())
def test_spelling(url: str, expected: str) -> None:
    assert canonical(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "mailto:a@b.invalid",
        "tel:+7",
        "javascript:void(0)",
        "ftp://a.invalid/",
        "",
        "http://",
        "http://[::1",
        "data:,x",
        "http://a.invalid:99999/",
        "http://a..invalid/",
        "http://a.invalid/" + "x" * 3000,
    ],
)
def test_what_cannot_be_asked(url: str) -> None:
    assert canonical(url) is None


def test_relative_to_its_page() -> None:
    assert (
        canonical("../upload/a.pdf", "http://a.invalid/x/y/") == "http://a.invalid/x/upload/a.pdf"
    )
    assert canonical("//b.invalid/z", "https://a.invalid/") == "https://b.invalid/z"
    assert canonical("?PAGEN_1=2", "http://a.invalid/l/?x=1") == "http://a.invalid/l/?PAGEN_1=2"


def test_one_site() -> None:
    assert address("https://www.a.invalid/x?y=1#/z") == address("http://a.invalid/x?y=1")
    assert address("http://a.invalid/x") != address("http://a.invalid/x/")
    assert site("https://www.a.invalid:8443/x") == "a.invalid"


def test_routes_are_one_request_and_several_places() -> None:
    one, other = "http://a.invalid/#/budget/2026", "http://a.invalid/#/budget/2025"
    assert address(one) == address(other) == address("http://a.invalid/")
    assert len({place(one), place(other), place("http://a.invalid/")}) == 3
    assert place("http://www.a.invalid/#/budget/2026") == place(one)
    assert not is_route("http://a.invalid/#/")


HREF = st.text(st.sampled_from("abz/?&=#.%:;\\ @[]!+ЯбA0129-_\n|<\"'é"), max_size=40)


@given(HREF)
@example("%2e%2e/..//./")
@example("?print=&print=y&a=%D")
@example("http://h/;jsessionid=1;jsessionid=2")
@example("#/%zz#")
def test_twice_is_once(href: str) -> None:
    once = canonical(href, "http://xn--h1akdx.invalid/a/b.html?q=1")
    if once is not None:
        assert canonical(once) == once


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["id", "ELEMENT_ID", "file", "page", "print"]),
            st.text("abПЯ%19.", max_size=5),
        )
    )
)
def test_no_parameter_that_may_name_a_document_is_lost(pairs: list[tuple[str, str]]) -> None:
    query = "&".join(f"{k}={v}" for k, v in pairs)
    found = canonical(f"http://a.invalid/get?{query}")
    assert found is not None
    kept = [p.partition("=")[0] for p in found.partition("?")[2].split("&") if p]
    expected = [k for k, v in pairs if not (k == "print" and v in ("", "1"))]
    assert kept == expected


@given(st.text(st.sampled_from("абя aZ0%/?&=#!.:;@'()[]{}|^~,$+*\\\"<>\u00a0"), max_size=40))
@example("x?a=%d0%B1&б=[']")
def test_of_an_undisputed_address_nothing_would_be_escaped(rest):
    """Scrapy is told to leave it as it is, and sends what it would have sent."""
    url = canonical(f"http://Минфин.invalid/{rest}")
    if url is not None and is_undisputed(url):
        assert safe_url_string(url) == url
