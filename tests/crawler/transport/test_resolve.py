"""Does --resolve mean what curl means, and a little more?"""

import pytest

from crawler.model import Outcome
from crawler.transport.resolve import Redirection, Redirections


@pytest.mark.parametrize(
    ("text", "host", "port", "target"),
    [
        ("budget.example:80:127.0.0.1:8080", "budget.example", 80, ("127.0.0.1", 8080)),
        ("Budget.Example.:80:127.0.0.1:8080", "budget.example", 80, ("127.0.0.1", 8080)),
        ("*:443:127.0.0.1:8443", "anything.example", 443, ("127.0.0.1", 8443)),
        ("*:*:127.0.0.1:9", "anything.example", 81, ("127.0.0.1", 9)),
        ("*::127.0.0.1:9", "anything.example", 81, ("127.0.0.1", 9)),
        ("бюджет.рф:80:127.0.0.1:8080", "xn--90agdd5d8c.xn--p1ai", 80, ("127.0.0.1", 8080)),
        ("XN--90AGDD5D8C.xn--p1ai:80:127.0.0.1:8", "БЮДЖЕТ.рф", 80, ("127.0.0.1", 8)),
        ("budget.example:80:[::1]:8080", "budget.example", 80, ("::1", 8080)),
        ("[2001:db8::1]:80:[::1]:8080", "2001:DB8:0::1", 80, ("::1", 8080)),
        ("budget.example:80:127.0.0.1", "budget.example", 80, ("127.0.0.1", 80)),
        ("budget_old.example:80:127.0.0.1:1", "budget_old.example", 80, ("127.0.0.1", 1)),
    ],
)
def test_it_applies(text, host, port, target):
    assert Redirections([Redirection.parse(text)]).lookup(host, port) == target


@pytest.mark.parametrize(
    "text",
    [
        "", "budget.example", "budget.example:80", "budget.example:80:elsewhere.example:80",
        "budget.example:http:127.0.0.1:80", "budget.example:80:::1:80",
        "budget.example:0:127.0.0.1:8",
        "budget.example:80:127.0.0.1:99999", "a b:80:127.0.0.1:80:1", "256.1.1.1:80:127.0.0.1:80",
    ],
)  # fmt: skip
def test_a_wrong_one_is_shown_the_right_form(text):
    with pytest.raises(ValueError, match=r"\*:443:127\.0\.0\.1:8443"):
        Redirection.parse(text)


def test_a_host_by_name_goes_before_every_host_and_the_first_before_the_second():
    table = Redirections.parse(
        ["*:*:127.0.0.1:1", "a.example:*:127.0.0.1:2", "a.example:80:127.0.0.1:3"]
    )
    assert table.lookup("a.example", 80) == ("127.0.0.1", 2)
    assert table.lookup("b.example", 80) == ("127.0.0.1", 1)
    assert Redirections().lookup("a.example", 80) is None
    assert Redirections.parse(["a.example:80:127.0.0.1:1"]).lookup("a.example", 443) is None


async def test_a_crawl_goes_elsewhere_and_keeps_the_name(start, crawl, http):
    first, second = await start({"/": http(b"1")}), await start({"/": http(b"2")})
    seen = await crawl(
        ["http://one.invalid/", "http://two.invalid:8080/", "http://бюджет.рф/", "http://8.8.8.8/"],
        settings={
            "BUDGETWATCH_RESOLVE": [
                f"one.invalid:80:127.0.0.1:{first.port}",
                f"*:*:127.0.0.1:{second.port}",
            ]
        },
    )
    assert set(seen.outcomes()) == {Outcome.OK}
    assert {one.host for one in first.asked} == {"one.invalid"}
    assert {one.host for one in second.asked} == {
        "two.invalid:8080",
        "xn--90agdd5d8c.xn--p1ai",
        "8.8.8.8",
    }
