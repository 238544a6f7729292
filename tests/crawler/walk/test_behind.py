"""What only a script could spell, and which of it is asked."""

from crawler.pages.link import Link, LinkKind
from crawler.walk.behind import MAX_SCRIPT_FILES, Behind, is_behind, is_click, reaches
from crawler.walk.promise import From, hope
from crawler.walk.territory import Territory
from crawler.walk.traps import Patience, shows_all, trap, trap_behind

from .conftest import region

API = "http://fin.oblast.invalid/api/documents?limit=5"


def template(url: str) -> Link:
    return Link(url, kind=LinkKind.TEMPLATE)


def item(**keys: str) -> Link:
    return Link(API, "Брошюра", "2026", kind=LinkKind.ITEM, keys=tuple(keys.items()))


def urls(behind: Behind, *links: Link) -> list[str]:
    return [link.url for link in behind.turned(links)]


def test_an_item_is_spelled_by_the_template_that_speaks_of_the_same() -> None:
    behind = Behind()
    assert urls(behind, item(id="7")) == []
    told = [
        *(template("http://fin.oblast.invalid/api/news/{id}"),),
        *(template("http://fin.oblast.invalid/documents/{slug}"),),
        *(template("http://fin.oblast.invalid/api/documents/{documentId}/files"),),
    ]
    assert urls(behind, *told) == []
    assert urls(behind, item(id="7", slug="proekt-2027")) == [
        "http://fin.oblast.invalid/documents/proekt-2027",
        "http://fin.oblast.invalid/api/documents/7/files",
    ]
    assert urls(behind, item(id="../../admin")) == []


def test_a_base_is_filled_in_whichever_comes_first() -> None:
    setting = Link("https://api.oblast.invalid/v2/", kind=LinkKind.SETTING, keys=(("apiUrl", ""),))
    for links in ((template("{apiUrl}/docs"), setting), (setting, template("{apiUrl}/docs"))):
        (found,) = Behind().turned(links)
        assert (found.url, found.kind) == ("https://api.oblast.invalid/v2/docs", LinkKind.ENDPOINT)
    assert urls(Behind(), template("{other}/docs"), setting) == []


def test_what_a_page_asks_for_is_no_click_and_its_items_are() -> None:
    assert not is_click(Link(API, "далее", kind=LinkKind.ENDPOINT))
    assert is_click(Link(API, "Брошюра", kind=LinkKind.ENDPOINT, keys=(("id", "7"),)))
    assert is_click(Link("http://fin.oblast.invalid/a"))


def test_endpoints_are_asked_at_home_and_counters_are_not() -> None:
    territory = Territory(region("http://fin.oblast.invalid/"))
    page = "http://fin.oblast.invalid/open/"
    assert reaches(territory, "http://api.oblast.invalid/v1/x", page, 0.0)
    assert reaches(territory, "http://portal.invalid/api/x", "http://portal.invalid/", 0.0)
    assert not reaches(territory, "http://counter.invalid/api/hit", page, 0.1)
    assert reaches(territory, "http://ob.invalid/api/budget", page, 0.6)
    assert not reaches(territory, "http://mc.yandex.ru/api/budget", page, 1.0)


def test_scripts_are_asked_for_shells_only_and_not_for_ever() -> None:
    script = Link("http://fin.oblast.invalid/app.js", kind=LinkKind.SCRIPT_FILE)
    behind = Behind()
    assert sum(behind.has_room(script) for _ in range(50)) == MAX_SCRIPT_FILES
    assert behind.has_room(Link(API, kind=LinkKind.ENDPOINT))
    assert is_behind(script)
    assert trap(script.url)
    assert not trap_behind(script.url)
    assert trap_behind("http://fin.oblast.invalid/api/x/search/")
    assert not trap_behind("http://fin.oblast.invalid/api/x?sort=date")
    assert trap("http://fin.oblast.invalid/x?sort=date")


def test_an_endpoint_promises_what_its_page_does() -> None:
    page = From("http://fin.oblast.invalid/open/", 0.9, 1)
    url = "http://fin.oblast.invalid/data/list"
    assert hope(Link(url, kind=LinkKind.ENDPOINT), url, page, 2026) > 0.8
    assert hope(Link(url), url, page, 2026) < 0.5
    news = "http://fin.oblast.invalid/api/news"
    assert hope(Link(news, kind=LinkKind.ENDPOINT), news, page, 2026) < 0.1


def test_a_list_in_one_piece_comes_before_its_parts_and_ends_them() -> None:
    page = From("http://fin.oblast.invalid/list/", 0.9, 1)
    whole, part = (f"{page.url}?a=1&{x}" for x in ("SHOWALL_1=1", "PAGEN_1=2"))
    assert shows_all(whole)
    assert (
        hope(Link(whole), whole, page, 2026, turned=True)
        > hope(Link(part), part, page, 2026, turned=True)
        > 0.8
    )
    patience = Patience()
    assert not patience.is_part_of_seen(part)
    patience.seen_whole(whole)
    assert patience.is_part_of_seen(part)
    assert not patience.is_part_of_seen(whole)
    assert not patience.is_part_of_seen(f"{page.url}?a=2&PAGEN_1=2")
    assert not patience.is_part_of_seen(f"{page.url}?a=1")


def test_bitrix_downloads_are_no_service_pages() -> None:
    base = "http://fin.oblast.invalid/bitrix/components/custom"
    assert not trap(f"{base}/files.list/download.php?id=7")
    assert trap(f"{base}/search.page/ajax.php")
    assert trap("http://fin.oblast.invalid/bitrix/rk.php?goto=x")
