"""A site's owner must be able to reach whoever crawls: said once, before the first request."""

import pytest

from budgetwatch.commands.crawl import introduce
from crawler.options import Options
from tests.crawler.walk.conftest import region

SET = "BUDGETWATCH_CONTACT"


@pytest.mark.parametrize(
    ("contact", "home", "resolve", "told"),
    [
        ("", "http://fin.oblast.invalid/", (), True),
        ("   ", "https://fin.oblast.invalid/", (), True),
        ("me@example.org", "http://fin.oblast.invalid/", (), False),
        ("", "http://127.0.0.1:8000/", (), False),
        ("", "http://fin.oblast.invalid/", ("*:*:127.0.0.1:80",), False),
        ("", "https://fin.oblast.invalid/", ("*:80:127.0.0.1:80",), True),
        ("", "http://fin.oblast.invalid/", ("*:80:192.0.2.1:80",), True),
    ],
)
def test_a_nameless_crawl_is_told_of(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    contact: str,
    home: str,
    resolve: tuple[str, ...],
    told: bool,
) -> None:
    monkeypatch.setenv(SET, contact)
    introduce([region(home), region(home, name="other")], Options(resolve))
    assert capsys.readouterr().err.count(f"{SET} is not set") == told
