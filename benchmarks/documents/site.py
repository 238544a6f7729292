"""A document of the set as a page of a site: menus, news and a footer around what is told."""

from benchmarks.documents.page import page_of
from benchmarks.documents.truth import Case

_MENU = "".join(
    f'<li><a href="/{n}/">{said}</a></li>'
    for n, said in enumerate(("О министерстве", "Документы", "Новости", "Контакты", "Обращения"))
)
_BEFORE = f"""<header class="site-header"><a href="/">Официальный сайт</a>
<form role="search"><input></form></header><nav><ul class="topmenu">{_MENU}</ul></nav>
<div class="breadcrumbs"><a href="/">Главная</a> / <a href="/budget/">Бюджет</a></div>
<div class="cookie-notice">Сайт использует файлы cookie. <button>Принять</button></div>"""
_AFTER = """<div class="share">Поделиться: <a href="#vk">ВКонтакте</a></div>
<aside class="related-news"><h3>Другие новости</h3><p>Губернатор открыл новый мост через реку.</p>
</aside><footer>© Министерство финансов, 2026. Все права защищены.</footer>"""


def site_of(case: Case) -> bytes:
    """The page in windows-1251 for one half of the set's layouts, UTF-8 for the other."""
    page = (
        page_of(case).replace("<body>", f"<body>{_BEFORE}").replace("</body>", f"{_AFTER}</body>")
    )
    if case.seed % 2:
        page = page.replace('charset="utf-8"', 'charset="windows-1251"')
        return page.encode("cp1251", "xmlcharrefreplace")
    return page.encode()
