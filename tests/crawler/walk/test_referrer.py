"""What a site is told about where we come from."""

import pytest

from crawler.walk.referrer import referrer


@pytest.mark.parametrize(
    ("via", "url", "said"),
    [
        ("https://a.ru/docs?x=1#/r", "https://a.ru/b.pdf", "https://a.ru/docs?x=1"),
        ("https://a.ru/docs", "https://files.a.ru/b.pdf", "https://a.ru/"),
        ("http://a.ru/docs", "https://a.ru/b.pdf", "http://a.ru/"),
        ("https://a.ru/docs", "http://a.ru/b.pdf", ""),
        ("", "https://a.ru/", ""),
    ],
)
def test_a_page_is_named_to_its_own_site_only(via, url, said):
    assert dict(referrer(via, url)) == ({"Referer": said} if said else {})
