"""Whose address is it, over the names real registries hold."""

import pytest

from crawler.walk.territory import Reach, Territory

from .conftest import region

OWN = Territory(
    region(
        "https://minfin.gov35.ru/",
        "https://budget.gov35.ru/",
        "https://www.budget.gov.ru/регионы",
        "http://минфин.забайкальскийкрай.рф/",
        "https://town.gosuslugi.ru/b/",
    )
)


@pytest.mark.parametrize(
    ("url", "own", "kin"),
    [
        ("http://www.minfin.gov35.ru:8080/x", True, True),
        ("https://df.gov35.ru/", False, True),
        ("https://gov35.ru/", False, True),
        ("https://budget.gov.ru/%D1%80%D0%B5%D0%B3%D0%B8%D0%BE%D0%BD%D1%8B/5", True, False),
        ("https://budget.gov.ru/epbs/", False, False),
        ("https://minfin.gov.ru/", False, False),
        ("https://depfin.tomsk.gov.ru/", False, False),
        ("https://other.gosuslugi.ru/", False, False),
        ("http://xn--h1aakfb4b.xn--80aaaac8algcbgbck3fl0q.xn--p1ai/", True, True),
        ("http://parking.invalid/", False, False),
        ("http://10.0.0.1/", False, False),
    ],
)
def test_own_and_kin(url: str, own: bool, kin: bool) -> None:
    assert (OWN.owns(url), OWN.is_kin(url)) == (own, kin)


@pytest.mark.parametrize(
    ("url", "says", "file", "reach"),
    [
        ("https://minfin.gov35.ru/anything", 0.0, False, Reach.INSIDE),
        ("https://files.other.ru/b.pdf", 0.4, True, Reach.ONE_HOP),
        ("https://files.other.ru/b.pdf", 0.1, True, Reach.OUTSIDE),
        ("https://open.other.ru/", 0.85, False, Reach.ONE_HOP),
        ("https://open.other.ru/", 0.6, False, Reach.OUTSIDE),
        ("https://minfin.gov.ru/budget-for-citizens.pdf", 1.0, True, Reach.OUTSIDE),
        ("https://vk.com/minfin", 1.0, False, Reach.OUTSIDE),
        ("https://m.vk.com/minfin", 1.0, False, Reach.OUTSIDE),
        ("https://disk.yandex.ru/d/abc", 1.0, False, Reach.ONE_HOP),
    ],
)
def test_reach(url: str, says: float, file: bool, reach: Reach) -> None:
    assert OWN.reach(url, says=says, file=file) is reach


def test_strangers_and_why() -> None:
    other = Territory(region("https://minfin.gov35.ru/"), others=("minfin.gov74.ru",))
    assert other.stranger("https://minfin.gov74.ru/b.pdf") == "other region's"
    assert other.stranger("https://budget.gov.ru/") == "federal"
    assert other.stranger("https://cloud.mail.ru/public/a/b") == ""
    assert other.stranger("https://my.mail.ru/x") == "social network"
    assert other.reach("https://minfin.gov74.ru/b.pdf", says=1.0, file=True) is Reach.OUTSIDE
    assert other.reach("https://disk.yandex.ru/d/1", says=0.5, file=False) is Reach.ONE_HOP


def test_a_host_two_regions_share_is_each_ones_own() -> None:
    shared = Territory(region("http://portal.invalid/one/"), others=("portal.invalid",))
    assert shared.owns("http://portal.invalid/one/b/")
    assert shared.reach("http://portal.invalid/x", says=0.0, file=False) is Reach.INSIDE
