"""Links that lead to somebody else's edition are told of, and not followed."""

import pytest

from crawler.pages.link import Link
from crawler.walk.budget import Polite
from crawler.walk.municipal import Municipal
from crawler.walk.region import Walk

from .conftest import region

HOME = "http://fin.oblast.invalid/"


def named(ru: str) -> Municipal:
    one = region(HOME)
    return Municipal(one.model_copy(update={"name": one.name.model_copy(update={"ru": ru})}))


@pytest.mark.parametrize(
    "text",
    [
        "Бюджет для граждан муниципального образования «Сосновка»",
        "Бюджет для граждан города Ключи на 2026 год",
        "Брошюра г. Ключи",
        "Открытый бюджет Верхнеозёрского района",
        "Администрация сельского поселения: бюджет",
        "Городской округ Ключи — бюджет для граждан",
        "Бюджеты муниципальных районов",
        "Бюджет для граждан МО «Заречье»",
        "munitsipalnye obrazovaniya",
    ],
)
def test_municipal(text: str) -> None:
    assert named("Заречная область").speaks(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Заречная область", "Бюджет для граждан на 2026 г. Проект"),
        ("Заречная область", "Бюджет области и муниципальных образований для граждан"),
        ("Заречная область", "Консолидированный бюджет муниципальных образований и области"),
        ("Москва", "Бюджет города Москвы для граждан"),
        ("Москва", "Открытый бюджет г. Москвы"),
        ("Санкт-Петербург", "Бюджет для граждан города Санкт-Петербурга"),
        ("Севастополь", "Бюджет города Севастополя"),
        ("Московская область", "Бюджет для граждан МО"),
        ("Ненецкий автономный округ", "Бюджет Ненецкого автономного округа для граждан"),
        ("Алтайский край", "Бюджет для граждан Алтайского края"),
    ],
)
def test_regional(name: str, text: str) -> None:
    assert not named(name).speaks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Муниципалитеты и долг",
        "Часть 3. Долг, муниципалитеты, участие граждан",
        "Регион и муниципалитеты",
        "Помощь муниципалитетам",
        "Межбюджетные трансферты муниципальным образованиям",
        "Глава 6. Субсидии муниципальным районам",
    ],
)
def test_municipalities_in_general_are_a_chapter(text: str) -> None:
    assert named("Заречная область").speaks_of_all(text)


@pytest.mark.parametrize(
    "text",
    [
        "Бюджеты муниципальных районов",
        "Бюджет муниципалитета Заречье",
        "Администрация Сосновского района",
    ],
)
def test_one_municipality_or_their_editions_are_none(text: str) -> None:
    assert not named("Заречная область").speaks_of_all(text)


def walked(*links: Link, others: tuple[str, ...] = ()) -> Walk:
    walk = Walk(region(HOME), Polite(), 2026, others=others)
    home = walk.next(0)
    assert home is not None
    walk.answered(home, HOME, links, good=True)
    return walk


def waiting(walk: Walk) -> set[str]:
    return {ask.url for ask in walk.frontier.all()}


def test_whose_it_is_and_why_it_was_left() -> None:
    name = "Бюджет для граждан"
    walk = walked(
        Link("http://minfin.gov.ru/b/", name),
        Link("http://minfin.gov.ru/b/", "ещё раз: бюджет для граждан"),
        Link("http://vk.com/finances", "Наш открытый бюджет"),
        Link("http://town.invalid/b.pdf", f"{name} города Ключи"),
        Link("http://neighbour.invalid/", f"{name} соседей"),
        Link("http://blog.invalid/", "Про исполнение бюджета"),
        Link("http://shop.invalid/", "Канцелярские товары"),
        Link("http://portal.invalid/", "Портал «Открытый бюджет»"),
        others=("neighbour.invalid",),
    )
    assert {(left.url, left.why) for left in walk.left_alone} == {
        ("http://minfin.gov.ru/b/", "federal"),
        ("http://vk.com/finances", "social network"),
        ("http://town.invalid/b.pdf", "municipal"),
        ("http://neighbour.invalid/", "other region's"),
        ("http://blog.invalid/", "no support"),
    }
    assert walk.left_alone[0].via == HOME
    assert waiting(walk) == {"http://portal.invalid/"}


def test_municipal_pages_of_the_regions_own_portal() -> None:
    walk = walked(
        Link(f"{HOME}b/1/", "Бюджет для граждан", heading="Муниципальные образования"),
        Link(f"{HOME}b/2/", "Бюджет для граждан", context="Верхнеозёрский район 2026"),
        Link(f"{HOME}b/3/", "Бюджет области для граждан", heading="Муниципальные образования"),
        Link(f"{HOME}b/4/", "Бюджет для граждан", heading="Об области"),
    )
    assert waiting(walk) == {f"{HOME}b/3/", f"{HOME}b/4/"}
    assert {left.why for left in walk.left_alone} == {"municipal"}


def test_a_chapter_on_help_to_municipalities_is_the_regions_own() -> None:
    walk = Walk(region(HOME), Polite(), 2026)
    walk.answered(
        walk.next(0), HOME, [Link(f"{HOME}ob/27/", "Бюджет для граждан: проект")], good=True
    )
    page = walk.next(0)
    assert page is not None
    links = [
        Link(f"{HOME}ob/27/mo/", "Муниципалитеты и долг"),
        Link(f"{HOME}ob/27/pomosh/", "Муниципальным районам и округам"),
        Link(f"{HOME}ob/27/klyuchi/", "Администрация города Ключи"),
        Link(f"{HOME}ob/27/mb/", "Бюджеты муниципальных районов для граждан"),
        Link(f"{HOME}ob/27/ozero/", "Муниципальным районам: Верхнеозёрский район"),
    ]
    walk.answered(page, page.url, links, good=True)
    assert waiting(walk) == {f"{HOME}ob/27/mo/", f"{HOME}ob/27/pomosh/"}


def test_what_is_left_alone_is_bounded() -> None:
    links = [Link(f"http://x{n}.invalid/", "Исполнение бюджета") for n in range(5_000)]
    assert len(walked(*links).left_alone) == 200


@pytest.mark.parametrize(
    "url",
    [
        "https://disk.yandex.ru/d/Xy-12",
        "https://cloud.mail.ru/public/abc/def",
        "https://fin-oblast.gosuslugi.ru/byudzhet/",
    ],
)
def test_second_official_places_are_followed_by_their_words(url: str) -> None:
    assert waiting(walked(Link(url, "Бюджет для граждан на 2026 год"))) == {url}


def test_a_disk_is_a_document_in_a_wrapper() -> None:
    """«Скачать» in an edition's row is enough for a cloud disk, and not for a stranger's page."""
    row = "Бюджет области на 2026 год"
    walk = walked(
        Link("https://disk.yandex.ru/d/1", "Скачать", row), Link("http://x.invalid/", "Тут", row)
    )
    assert waiting(walk) == {"https://disk.yandex.ru/d/1"}
