"""How sixteen invented finance ministries lay out their sites, and where their editions hide.

The first half was looked at while the walk was tuned; the held-out half was written before the
first measurement and is only ever measured. What a recipe says is in its own words, not in
those of `crawler.walk.words`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """One site. ``{y}`` in a label is a year.

    ``way`` are the titles of the pages from the home page (excluded) to the shelf. ``shelf`` is
    how the editions lie there: rows, names, years, items, select, picture, news or zip.
    ``editions`` are the labels of draft, adopted and executed. ``addresses`` is how addresses
    are made: latin, english, cyrillic, cp1251, numbers, bitrix or query.
    """

    name: str
    addresses: str
    way: tuple[str, ...]
    shelf: str
    editions: tuple[str, str, str]
    news: int = 120
    years: int = 5
    extra_menu: int = 0
    semantic: bool = True
    sitemap: bool = False
    moved: bool = False
    second_host: bool = False
    mirrored: bool = False
    noisy: bool = False


TUNED = (
    Recipe(
        *("alpha", "latin", ("Открытый бюджет", "Бюджет для граждан"), "names"),
        (
            "Бюджет для граждан к проекту закона об областном бюджете на {y} год",
            "Бюджет для граждан к закону об областном бюджете на {y} год",
            "Бюджет для граждан к отчёту об исполнении областного бюджета за {y} год",
        ),
        sitemap=True,
    ),
    Recipe(
        *("beta", "bitrix", ("Деятельность", "Бюджет", "Бюджет для граждан"), "rows"),
        ("Проект на {y} год", "Утверждённый бюджет {y}", "Исполнение за {y} год"),
        news=200,
    ),
    Recipe(
        *("gamma", "numbers", ("Документы", "Бюджетный процесс", "Публикации"), "items"),
        (
            "Брошюра «Бюджет для граждан» (проект {y})",
            "Брошюра «Бюджет для граждан» ({y})",
            "Брошюра «Отчёт для граждан» за {y}",
        ),
        semantic=False,
    ),
    Recipe(
        *("delta", "latin", ("Новости",), "news"),
        (
            "Подготовлен бюджет для граждан к проекту бюджета {y} года",
            "Вышел бюджет для граждан на {y} год",
            "Опубликован бюджет для граждан по отчёту за {y} год",
        ),
        news=90,
        years=3,
    ),
    Recipe(
        *("epsilon", "cp1251", ("Финансы для всех", "Наглядно о бюджете"), "names"),
        ("Проект {y}", "Закон {y}", "Исполнение {y}"),
        semantic=False,
        news=60,
    ),
    Recipe(
        *("zeta", "query", ("Деятельность", "Направления", "Открытость", "Гражданам о бюджете")),
        "years",
        ("Проект бюджета", "Закон о бюджете", "Отчёт об исполнении"),
        noisy=True,
    ),
    Recipe(
        *("eta", "latin", ("Портал «Открытый бюджет»", "Материалы"), "picture"),
        (
            "Бюджет для граждан {y} (проект)",
            "Бюджет для граждан {y} (закон)",
            "Бюджет для граждан {y} (отчёт)",
        ),
        second_host=True,
        extra_menu=20,
    ),
    Recipe(
        *("theta", "english", ("Бюджет", "Понятный бюджет"), "select"),
        ("Проект {y}", "Бюджет {y}", "Отчёт {y}"),
        mirrored=True,
    ),
)

HELD_OUT = (
    Recipe(
        *("iota", "latin", ("Документы", "{y} год", "Материалы для населения"), "zip"),
        (
            "Листовка к проекту бюджета {y}",
            "Листовка к бюджету {y}",
            "Листовка об исполнении {y}",
        ),
    ),
    Recipe(
        *("kappa", "english", ("Информация для общественности", "Бюджет без сложных слов")),
        "rows",
        ("К проекту бюджета на {y} год", "К бюджету на {y} год", "К отчёту за {y} год"),
        extra_menu=15,
    ),
    Recipe(
        *("lambda", "numbers", ("Карта сайта", "Бюджет — дело каждого"), "names"),
        ("Проект бюджета {y} для граждан", "Бюджет {y} для граждан", "Исполнение {y} для граждан"),
        news=150,
    ),
    Recipe(
        *("mu", "cyrillic", ("Гражданам", "Карманный бюджет"), "items"),
        ("Карманный бюджет {y}: проект", "Карманный бюджет {y}", "Карманный бюджет: итоги {y}"),
        semantic=False,
    ),
    Recipe(
        *("nu", "bitrix", ("Бюджет", "Информационные брошюры"), "rows"),
        ("Проект краевого бюджета {y}", "Краевой бюджет {y}", "Итоги исполнения {y}"),
        moved=True,
        news=180,
    ),
    Recipe(
        *("xi", "latin", ("Открытое министерство", "Финансовое просвещение", "О бюджете доступно")),
        "items",
        ("Проект бюджета {y}", "Бюджет {y}", "Исполнение бюджета {y}"),
        extra_menu=10,
    ),
    Recipe(
        *("omicron", "query", ("Деятельность", "Бюджетная политика", "Бюджет в инфографике")),
        "years",
        ("Проект", "Закон", "Отчёт"),
        noisy=True,
        semantic=False,
    ),
    Recipe(
        *("pi", "latin", ("Бюджет", "Публичный бюджет"), "names"),
        (
            "Бюджет для граждан {y}, проект",
            "Бюджет для граждан {y}",
            "Бюджет для граждан {y}, факт",
        ),
        mirrored=True,
        sitemap=True,
        news=220,
    ),
)
