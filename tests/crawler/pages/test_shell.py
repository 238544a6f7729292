"""Which pages are empty until their scripts have run?"""

import pytest

from crawler.pages import Page
from crawler.pages.shell import is_shell

APP = '<script type="module" src="/assets/index.js"></script>'
WORDS = "<p>" + "Сведения о бюджете области для граждан. " * 8 + "</p>"
LINKS = "".join(f'<a href="/{n}.html">Раздел {n}</a>' for n in range(5))


def page(html: str) -> Page:
    return Page("https://fin.invalid/", html.encode(), html, "text/html")


@pytest.mark.parametrize(
    "html",
    [
        f"<!doctype html><html><head><title>Минфин</title>{APP}</head><body><div id=app></div></body></html>",
        f"<html><body><noscript>{WORDS}{WORDS}</noscript><app-root>Загрузка...</app-root>{APP}</body></html>",
        f"<div id=root></div><script>window.__STATE__ = '{WORDS}'</script>{APP}",
        f"<html><head><style>{'a{color:red}' * 99}</style></head><body>{APP}<svg><text>{WORDS[3:-4]}</text></svg>",
    ],
)
def test_a_shell(html: str) -> None:
    assert is_shell(page(html))


@pytest.mark.parametrize(
    "html",
    [
        f"<html><body>{WORDS}{APP}</body></html>",
        f"<html><body>{LINKS}{APP}</body></html>",
        "<html><body><div id=app></div></body></html>",
        '<html><body><script type="application/ld+json">{}</script></body></html>',
        "",
        "<div>" * 60_000 + APP,
    ],
)
def test_no_shell(html: str) -> None:
    assert not is_shell(page(html))
