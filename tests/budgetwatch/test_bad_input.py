"""What the world serves instead of an edition: a named reason each, never a zero."""

import gzip
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

LINK = "Бюджет для граждан к закону о бюджете на 2026 год"
PDF = Path(__file__).parents[2] / "data/demo/sites/fin.tridevyaty.invalid/upload/docs"
EDITION = (PDF / "bdg_2026_zakon.pdf").read_bytes()
SCRIPT = "<script>alert(1)</script>{{7*7}}"
BOMB = gzip.compress(gzip.compress(bytes(300 << 20), 1))
HUGE = f"<html><body><h1>{LINK}</h1>{'<p>Доходы 1 млн рублей</p>' * 500_000}</body></html>"


def home(*links: str) -> bytes:
    rows = "".join(f'<li><a href="{link}">{LINK}</a></li>' for link in links)
    return f"<html><head><title>Минфин</title></head><body><ul>{rows}</ul></body></html>".encode()


@pytest.fixture
def judged(
    budgetwatch: Callable[..., Any],
    registry: Callable[..., Path],
    site: Callable[..., Any],
    query: Callable[..., Any],
) -> Callable[..., dict[str, tuple[object, ...]]]:
    """Runs the whole job on one site; status, value and reason of "is it published", by stage."""

    def run(pages: Mapping[str, object], *more: str) -> dict[str, tuple[object, ...]]:
        entries = registry(here="http://here.invalid/")
        with site(pages) as served:
            done = budgetwatch(
                "run", "--registry", str(entries), *served.resolve(), "--delay", "0",
                "--allow-private-hosts", "--as-of", "2026-11-23", *more,
            )  # fmt: skip
        assert done.code == 0, done.err
        assert "Traceback" not in done.err
        rows = query(
            "select stage, status, value, reason from findings "
            "where criterion = 'edition-published'"
        )
        return {str(stage): rest for stage, *rest in rows}  # type: ignore[misc]

    return run


@pytest.mark.parametrize(
    ("served", "reason"),
    [
        ({"body": b"", "media_type": "application/pdf"}, "empty"),
        (
            {"body": "<html><body><p>Такой страницы нет</p></body></html>".encode(),
             "media_type": "application/pdf"},
            "not-a-document",
        ),
        ({"body": home("/"), "media_type": "text/html"}, "not-a-document"),
        ({"body": bytes(range(256)) * 9, "media_type": "application/pdf"}, "not-a-document"),
        ({"body": HUGE.encode(), "media_type": "text/html; charset=utf-8"}, "too-large"),
        ({"body": b"<html><body>" + b"<div>" * 50_000}, "too-large"),
        ({"body": b"<html><body><div id=app></div><script src=a.js></script></body>"}, "empty"),
        (
            {"body": b"", "status": 302, "headers": {"Location": "http://169.254.169.254/"}},
            "refused-address",
        ),
        ({"body": EDITION[:9000], "status": 206, "media_type": "application/pdf"}, "truncated"),
    ],
    ids=["empty", "html-called-pdf", "home-called-pdf", "riddle", "20-megabytes", "too-deep",
         "drawn-by-scripts", "to-the-metadata-service", "a-part"],
)  # fmt: skip
def test_what_was_announced_and_cannot_be_read_is_unknown(
    judged: Callable[..., Any], page: Callable[..., Any], served: dict[str, Any], reason: str
) -> None:
    found = judged({"/": page(home("/b.pdf")), "/b.pdf": page(**served)})
    assert found["adopted"] == ["unknown", None, reason]


def test_one_empty_file_says_nothing_of_the_editions_it_is_not(
    judged: Callable[..., Any], page: Callable[..., Any]
) -> None:
    found = judged({"/": page(home("/b.pdf")), "/b.pdf": page(b"", "application/pdf")})
    assert [found[stage][:2] for stage in ("draft", "executed")] == [["measured", 0.0]] * 2


def test_a_torn_file_is_published_and_its_content_unknown(
    judged: Callable[..., Any], page: Callable[..., Any], query: Callable[..., Any]
) -> None:
    torn = page(EDITION[: len(EDITION) // 2], "application/pdf")
    found = judged({"/": page(home("/b.pdf")), "/b.pdf": torn})
    assert found["adopted"][:2] == ["measured", 1.0]
    told = query("select status, reason from findings where stage='adopted' and criterion='totals'")
    assert told == [("unknown", "torn")]


@pytest.mark.parametrize("status", [200, 204])
def test_a_blank_home_page_shows_nothing(
    judged: Callable[..., Any], page: Callable[..., Any], status: int
) -> None:
    found = judged({"/": page(b"", status=status)})
    assert list(found.values()) == [["unknown", None, "empty"]] * 3


def test_an_edition_behind_zero_bytes_and_hostile_words(
    judged: Callable[..., Any], page: Callable[..., Any], query: Callable[..., Any]
) -> None:
    link = f"\0{SCRIPT}{LINK}".replace("<", "&lt;") + " слово" * 20_000
    front = (
        f'<html><head><title>\0{SCRIPT}</title></head><body><a href="/..%2f..%2fb.pdf">{link}</a>'
    )
    name = {"Content-Disposition": 'attachment; filename="../../../tmp/out.pdf"'}
    pages = {
        "/": page(front.encode()),
        "/../../b.pdf": page(EDITION, "application/pdf", headers=name),
    }
    assert judged(pages)["adopted"][:2] == ["measured", 1.0]
    ((title, longest),) = query("select max(title), max(length(title)) from editions")
    assert "\0" not in title
    assert longest <= 500


def test_a_bomb_is_bounded(judged: Callable[..., Any], page: Callable[..., Any]) -> None:
    packed = {"Content-Encoding": "gzip, gzip"}
    found = judged({"/": page(home("/b.html")), "/b.html": page(BOMB, "text/html", headers=packed)})
    assert found["adopted"] == ["unknown", None, "too-large"]
