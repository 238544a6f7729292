"""Builds the saved sites under tests/sites from short descriptions: python tests/sites/make/make.py

Each site wraps the same noise a real one has (news, staff, procurement, calendar) in the layout of
its family. What must be found stands in the truth.yaml beside each, written by hand.
"""

import json
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

SITES = Path(__file__).parents[1]
Layout = Callable[[str, str], str]


def pdf(title: str) -> bytes:
    made = BytesIO()
    canvas = Canvas(made, invariant=1)
    canvas.drawString(72, 760, title)
    canvas.showPage()
    canvas.save()
    return made.getvalue()


class Folder:
    def __init__(self, case: str, host: str) -> None:
        self.root = SITES / case / "site" / host
        shutil.rmtree(self.root, ignore_errors=True)

    def put(self, name: str, content: str | bytes) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


NEWS = (
    "Состоялось заседание коллегии", "Поздравление с Днём финансиста", "О графике приёма граждан",
    "Вручены благодарственные письма", "Итоги конкурса проектов", "Внимание: мошенники",
    "Рабочая встреча с главами районов", "Обучение по финансовой грамотности", "Изменён режим работы",
    "Публичные слушания по проекту бюджета пройдут в ноябре",
)  # fmt: skip
STAFF = ("Отдел доходов", "Отдел исполнения", "Правовой отдел", "Отдел кадров", "Бухгалтерия")


def noise(site: Folder, layout: Layout) -> None:
    rows = "".join(
        f'<div class="news-row"><span class="date">{n + 1:02}.11.2026</span> <a href="/novosti/{700 + n}/">{t}</a></div>'
        for n, t in enumerate(NEWS)
    )
    more = '<a href="/novosti/?PAGEN_1=2">2</a> <a href="/novosti/arhiv/">Архив новостей</a>'
    site.put("novosti/index.html", layout("Новости", rows + more))
    site.put("novosti/arhiv/index.html", layout("Архив новостей", rows))
    for n, title in enumerate(NEWS):
        text = (
            f"<p>{title}. Подробности на сайте министерства.</p><a href='/novosti/'>Все новости</a>"
        )
        site.put(f"novosti/{700 + n}/index.html", layout(title, text))
    staff = "".join(f'<li><a href="/struktura/{n}/">{t}</a></li>' for n, t in enumerate(STAFF))
    site.put("struktura/index.html", layout("Структура", f"<ul>{staff}</ul>"))
    for n, title in enumerate(STAFF):
        site.put(f"struktura/{n}/index.html", layout(title, "<p>Кабинет 214, телефон 00-00-00</p>"))
    plan = '<a href="/files/plan-zakupok-2026.xlsx">План-график закупок на 2026 год</a>'
    site.put("zakupki/index.html", layout("Закупки", plan))
    site.put("files/plan-zakupok-2026.xlsx", b"PK\x03\x04")
    days = "".join(
        f'<td><a href="/kalendar/?date=2026-11-{d:02}">{d}</a></td>' for d in range(1, 31)
    )
    site.put("kalendar/index.html", layout("Календарь", f"<table><tr>{days}</tr></table>"))
    site.put("kontakty/index.html", layout("Контакты", "<p>ул. Центральная, 1</p>"))
    site.put("404.html", layout("Страница не найдена", "<p>Проверьте адрес</p>"))


MENU = (("Главная", "/"), ("Новости", "/novosti/"), ("Структура", "/struktura/"),
        ("Закупки", "/zakupki/"), ("Календарь", "/kalendar/"), ("Контакты", "/kontakty/"))  # fmt: skip


def menu(*more: tuple[str, str]) -> str:
    return "".join(f'<li><a href="{url}">{text}</a></li>' for text, url in (*MENU, *more))


def bitrix_page(title: str, body: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="ru"><head><meta charset="utf-8"><title>{title}</title>
<link href="/bitrix/cache/css/s1/minfin/template.css?16" rel="stylesheet"><script src="/bitrix/js/main/core/core.js?16"></script>
<script>if(!window.BX)window.BX={{}};BX.message({{'bitrix_sessid':'2f6d'}});</script></head>
<body><div id="panel"></div><div class="cookie">Мы используем cookie <a href="/policy/">подробнее</a></div>
<header class="header"><ul class="top-menu">{menu(("Деятельность", "/deyatelnost/"))}</ul></header>
<div class="content"><h1>{title}</h1>{body}</div>
<footer class="footer"><a href="/bitrix/rk.php?id=4&amp;goto=https%3A%2F%2Fwww.gosuslugi.invalid%2F">Госуслуги</a></footer>
<script>(function(m,e){{m.ym=m.ym||function(){{}}}})(window,document);</script></body></html>"""


def bitrix_list(case: str, host: str, *, whole: bool) -> None:
    site = Folder(case, host)
    noise(site, bitrix_page)
    site.put("robots.txt", "User-agent: *\nDisallow: /bitrix/\nDisallow: /*?print=\n")
    site.put(
        "index.html",
        bitrix_page(
            "Министерство финансов", '<p>Добро пожаловать</p><a href="/novosti/">Новости</a>'
        ),
    )
    site.put(
        "deyatelnost/index.html",
        bitrix_page(
            "Деятельность",
            '<ul><li><a href="/deyatelnost/byudzhet/">Бюджет</a></li><li><a href="/deyatelnost/dolg/">Государственный долг</a></li></ul>',
        ),
    )
    site.put(
        "deyatelnost/dolg/index.html",
        bitrix_page("Государственный долг", "<p>Сведения о долге</p>"),
    )
    site.put(
        "deyatelnost/byudzhet/index.html",
        bitrix_page(
            "Бюджет",
            '<a href="/deyatelnost/byudzhet/grazhdanam/">Бюджет для граждан</a> <a href="/deyatelnost/byudzhet/zakony/">Законы</a>',
        ),
    )
    site.put("deyatelnost/byudzhet/zakony/index.html", bitrix_page("Законы", "<p>Закон 12-З</p>"))
    here = "/deyatelnost/byudzhet/grazhdanam/"
    names = [
        f"{stage} за {year} год"
        for year in range(2027, 2021, -1)
        for stage in ("Проект", "Закон", "Отчёт")
    ]
    items = []
    for n, name in enumerate(names):
        file = f"/upload/iblock/{n:03x}/bdg_{n}.pdf"
        site.put(file[1:], pdf(f"Budget for citizens {n}"))
        way = (
            f'<a href="/bitrix/redirect.php?event1=file&amp;goto={file.replace("/", "%2F")}">Скачать</a>',
            f'<span class="dl" data-download="{file}">Скачать</span>',
            f'<a href="{file}" title="PDF, 2 МБ">Скачать</a>',
        )[n % 3]
        items.append(
            f'<div class="doc" id="bx_651_{n}"><div class="doc__title">{name}</div>{way}</div>'
        )
    parts = [items[at : at + 6] for at in range(0, len(items), 6)]
    for number, part in enumerate(parts, 1):
        bar = "".join(f'<a href="{here}?PAGEN_1={k}">{k}</a> ' for k in range(1, len(parts) + 1))
        bar = f'<div class="navigation">{bar}<a href="{here}?SHOWALL_1=1">Все</a></div>'
        lazy = (
            f"<button data-use='show-more-1'>Показать ещё</button><script>new JCNewsListComponent({{navParams: "
            f"{{'NavPageCount':'{len(parts)}','NavPageNomer':{number},'NavNum':'1'}}}});</script>"
        )
        name = "index.html" if number == 1 else f"page{number}.html"
        site.put(
            f"{here[1:]}{name}",
            bitrix_page("Бюджет для граждан", "".join(part) + (bar if whole else lazy)),
        )
    if whole:
        site.put(f"{here[1:]}all.html", bitrix_page("Бюджет для граждан", "".join(items)))


def gosweb_page(title: str, body: str, crumbs: str = "") -> str:
    return f"""<!DOCTYPE html><html lang="ru"><head><meta charset="UTF-8"><title>{title} | Администрация района</title>
<link rel="stylesheet" href="/netcat_template/template/gosweb/app.css"><script defer src="/netcat_template/app.js"></script></head>
<body class="gw-body"><header class="gw-header"><nav class="gw-menu"><ul>{menu(("Официально", "/ofitsialno/"), ("Деятельность", "/deyatelnost/"))}</ul></nav></header>
<ul class="gw-breadcrumbs"><li><a href="/">Главная</a></li>{crumbs}<li><span>{title}</span></li></ul>
<div class="gw-content"><div class="gw-title-h">{title}</div>{body}</div>
<div class="gw-cookie">Сайт использует cookie <button>Принять</button></div>
<footer class="gw-footer"><a href="https://www.gosuslugi.invalid/">Госуслуги</a></footer></body></html>"""


def gosweb() -> None:
    site = Folder("gosweb/district", "rayon.kamyshi.invalid")
    noise(site, gosweb_page)
    site.put("index.html", gosweb_page("Главная страница", "<p>Официальный сайт</p>"))
    site.put(
        "ofitsialno/index.html",
        gosweb_page(
            "Официально",
            '<div class="gw-card"><a href="/ofitsialno/dokumenty/">Документы</a></div>',
        ),
    )
    docs = "".join(
        f'<div class="gw-document-card"><div class="gw-document-card__title">Распоряжение № {n}</div><a href="/ofitsialno/dokumenty/dokumenty-all_{n}.html">Подробнее</a></div>'
        for n in range(18)
    )
    site.put("ofitsialno/dokumenty/index.html", gosweb_page("Документы", docs))
    for n in range(18):
        site.put(
            f"ofitsialno/dokumenty/dokumenty-all_{n}.html",
            gosweb_page(f"Распоряжение № {n}", "<p>Текст</p>"),
        )
    site.put(
        "deyatelnost/index.html",
        gosweb_page(
            "Деятельность",
            '<ul><li><a href="/deyatelnost/napravleniya/byudzhet/">Бюджет и финансы</a></li><li><a href="/deyatelnost/napravleniya/zhkh/">ЖКХ</a></li></ul>',
        ),
    )
    site.put("deyatelnost/napravleniya/zhkh/index.html", gosweb_page("ЖКХ", "<p>Тарифы</p>"))
    here = "deyatelnost/napravleniya/byudzhet/"
    site.put(
        f"{here}index.html",
        gosweb_page(
            "Бюджет и финансы",
            f'<div class="gw-card"><div class="gw-card__title">Бюджет для граждан</div><div class="gw-card__foot"><a class="gw-btn" href="/{here}byudzhet-dlya-grazhdan/">Перейти</a></div></div>',
        ),
    )
    body = """<div class="tabs"><ul role="tablist"><li><a role="tab" href="#t27">2027 год</a></li><li><a role="tab" href="#t26">2026 год</a></li></ul>
<div class="tab-pane" id="t27" role="tabpanel"><div class="lazy" data-url="/ajax/blok?id=412&amp;isNaked=1"><div class="loader"></div></div></div>
<div class="tab-pane" id="t26" role="tabpanel" hidden><div class="accordion__item"><button class="accordion__btn">Решение о бюджете</button><div class="accordion__content"><div class="gw-file"><a href="/netcat_files/userfiles/b26.pdf"></a></div></div></div>
<div class="accordion__item"><button class="accordion__btn">Отчёт об исполнении</button><div class="accordion__content"><a href="/ofitsialno/dokumenty/karta_26.html">Подробнее</a></div></div></div></div>"""
    site.put(f"{here}byudzhet-dlya-grazhdan/index.html", gosweb_page("Бюджет для граждан", body))
    site.put(
        "ajax/blok.html",
        '<div class="gw-document-card"><div class="gw-document-card__title">Проект решения</div><a href="/netcat_files/userfiles/b27.pdf">Скачать</a></div>',
    )
    site.put(
        "ofitsialno/dokumenty/karta_26.html",
        gosweb_page(
            "Отчёт для граждан",
            '<div class="file-card"><a href="/netcat_files/userfiles/o25.pdf">Скачать</a></div>',
        ),
    )
    for name in ("b26", "b27", "o25"):
        site.put(f"netcat_files/userfiles/{name}.pdf", pdf(name))


def plain_page(title: str, body: str) -> str:
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head><body><nav class="menu"><ul>{menu()}</ul></nav>
<main><h1>{title}</h1>{body}</main><script>new Image().src='//counter.invalid/hit';</script></body></html>"""


def budget_page(title: str, body: str) -> str:
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title} — Открытый бюджет</title><script src="/js/jquery.min.js"></script></head><body>
<header class="header"><a href="/">Открытый бюджет области</a></header>{body}<footer class="footer"><a href="/o-proekte/">О проекте</a></footer></body></html>"""


CHAPTERS = (("vvedenie", "Что такое бюджет"), ("osnovnye", "Основные характеристики"), ("dohody", "Доходы"),
            ("rashody", "Расходы"), ("programmy", "Государственные программы"), ("semya", "Поддержка семей"),
            ("dolg", "Государственный долг"), ("slovar", "Словарь"))  # fmt: skip


def openbudget() -> None:
    home = Folder("openbudget/portal", "df.vyselki.invalid")
    noise(home, plain_page)
    home.put(
        "index.html",
        plain_page(
            "Департамент финансов",
            '<p>Новости и документы</p><div class="banners"><a href="http://ob.vyselki.invalid/"><img src="/i/ob.png" alt="Открытый бюджет"></a></div>',
        ),
    )
    site = Folder("openbudget/portal", "ob.vyselki.invalid")
    form = '<form action="/izdanie"><select name="year"><option value="2027">2027</option><option value="2026">2026</option></select><select name="stage"><option value="proekt">Проект</option><option value="zakon">Закон</option></select></form>'
    site.put(
        "index.html",
        budget_page(
            "Бюджет для граждан",
            f'<main><h1>Бюджет для граждан</h1>{form}<div class="years"><button data-year="2025">2025</button><button data-year="2024">2024</button></div><div id="out"></div></main><script>$(".years button").click(function(){{var year=$(this).data("year");$("#out").load("/otchet/"+year+".html")}})</script>',
        ),
    )
    site.put("o-proekte/index.html", budget_page("О проекте", "<p>Портал создан в 2019 году</p>"))
    toc = "".join(f'<li><a href="/izdanie-2026/{k}.html">{t}</a></li>' for k, t in CHAPTERS)
    site.put(
        "zakon2026.html",
        budget_page(
            "Закон о бюджете на 2026 год",
            f'<main><h1>Бюджет на 2026 год</h1><ol class="chapters">{toc}</ol></main>',
        ),
    )
    for n, (key, title) in enumerate(CHAPTERS):
        after = CHAPTERS[(n + 1) % len(CHAPTERS)][0]
        site.put(
            f"izdanie-2026/{key}.html",
            budget_page(
                title,
                f'<main><h1>{title}</h1><p>Текст главы</p><a class="next" href="/izdanie-2026/{after}.html">Читать далее</a></main>',
            ),
        )
    site.put(
        "proekt2027.html",
        budget_page(
            "Проект бюджета на 2027 год",
            '<main><h1>Проект на 2027 год</h1><iframe src="/pdfjs/web/viewer.html?file=%2Ffiles%2Fproekt2027.pdf"></iframe></main>',
        ),
    )
    site.put(
        "pdfjs/web/viewer.html", "<!DOCTYPE html><title>PDF.js viewer</title><div id=viewer></div>"
    )
    site.put("otchet/2025.html", '<div class="flipbook" data-pdf="/files/otchet2025.pdf"></div>')
    site.put("otchet/2024.html", '<div class="flipbook" data-pdf="/files/otchet2024.pdf"></div>')
    for name in ("proekt2027", "otchet2025", "otchet2024"):
        site.put(f"files/{name}.pdf", pdf(name))
    site.put("404.html", budget_page("Нет такой страницы", "<p>404</p>"))


SHELL = """<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Министерство финансов</title>
<script>window.__CONFIG__={"apiUrl":"http://api.dubrava.invalid/v2","env":"prod"};</script>
<script type="module" crossorigin src="/assets/index-4f2a.js"></script><link rel="stylesheet" href="/assets/index.css"></head>
<body><noscript>Включите JavaScript</noscript><div id="root"></div></body></html>"""
APP = """import{c as r}from"./vendor-11.js";const s=r.create({baseURL:window.__CONFIG__.apiUrl}),a=window.__CONFIG__.apiUrl;
const menu=()=>fetch(`${a}/menu`).then(e=>e.json()),docs=e=>fetch(a+"/documents?limit=5&offset=0").then(t=>t.json()),one=e=>fetch(`${a}/documents/${e.id}`).then(t=>t.json());
const news=()=>fetch(a+"/news?limit=10"),send=e=>s.post("/feedback",e);
const routes=[{path:"/",component:H},{path:"/documents/:id",component:D},{path:"*",component:N}];export{docs,one,menu,news,send,routes};"""


def spa() -> None:
    site = Folder("json/spa", "minfin.dubrava.invalid")
    site.put("index.html", SHELL)
    site.put("404.html", SHELL)
    site.put("assets/index-4f2a.js", APP)
    site.put("assets/vendor-11.js", "export const c={create(){}};")
    api = Folder("json/spa", "api.dubrava.invalid")
    api.put(
        "menu.json",
        json.dumps({"items": [{"title": t, "to": u} for t, u in MENU]}, ensure_ascii=False),
    )
    api.put(
        "news.json",
        json.dumps(
            [{"id": n, "title": t, "link": f"/news/{n}"} for n, t in enumerate(NEWS)],
            ensure_ascii=False,
        ),
    )
    titles = (
        [f"План проверок на {y} год" for y in range(2020, 2027)]
        + [
            "Бюджет для граждан. Закон на 2026 год",
            "Бюджет для граждан. Проект на 2027 год",
            "Бюджет для граждан. Отчёт за 2025 год",
        ]
        + [f"Приказ № {n}" for n in range(8)]
    )
    things = [{"id": 100 + n, "title": t, "date": "2026-11-02"} for n, t in enumerate(titles)]
    for at in range(0, len(things), 5):
        api.put(
            f"documents{at}.json",
            json.dumps({"total": len(things), "items": things[at : at + 5]}, ensure_ascii=False),
        )
    for thing in things:
        detail = {
            **thing,
            "files": [{"name": f"{thing['id']}.pdf", "path": f"/storage/{thing['id']}.pdf"}],
        }
        api.put(f"one{thing['id']}.json", json.dumps(detail, ensure_ascii=False))
        api.put(f"storage/{thing['id']}.pdf", pdf(str(thing["id"])))


def next_page(title: str, body: str, props: object = None) -> str:
    data = json.dumps(
        {"props": {"pageProps": props or {}}, "page": "/x", "buildId": "b1"}, ensure_ascii=False
    )
    return f"""<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>{title}</title><script type="application/ld+json">{{"@context":"https://schema.org","@type":"GovernmentOrganization","name":"Минфин"}}</script></head>
<body><div id="__next"><header><nav><ul>{menu(("Открытость", "/otkrytost/"))}</ul></nav></header><main><h1>{title}</h1>{body}</main></div><script id="__NEXT_DATA__" type="application/json">{data}</script><script src="/_next/static/chunks/main.js" defer></script></body></html>"""


def state() -> None:
    site = Folder("json/state", "fin.polyana.invalid")
    noise(site, next_page)
    site.put("index.html", next_page("Министерство", "<p>Добро пожаловать на сайт</p>"))
    site.put(
        "otkrytost/index.html",
        next_page(
            "Открытость", '<a href="/otkrytost/byudzhet-dlya-grazhdan/">Бюджет для граждан</a>'
        ),
    )
    docs = [
        {"title": f"Издание {y}", "file": {"url": f"/media/bdg{y}.pdf", "ext": ".pdf", "size": 11}}
        for y in range(2027, 2021, -1)
    ]
    more = "<button>Показать ещё</button><script>document.querySelector('button').onclick=async()=>{const r=await fetch('/api/editions?page=2');render(await r.json())}</script>"
    site.put(
        "otkrytost/byudzhet-dlya-grazhdan/index.html",
        next_page("Бюджет для граждан", f"<ul class='list'></ul>{more}", {"docs": docs[:2]}),
    )
    for number in (2, 3):
        site.put(
            f"api/editions{number}.json",
            json.dumps(
                {"page": number, "pages": 3, "results": docs[2 * number - 2 : 2 * number]},
                ensure_ascii=False,
            ),
        )
    for y in range(2022, 2028):
        site.put(f"media/bdg{y}.pdf", pdf(f"Budget for citizens {y}"))


if __name__ == "__main__":
    bitrix_list("bitrix/ministry", "minfin.zarechye.invalid", whole=True)
    bitrix_list("bitrix/lazy", "fin.ozernoe.invalid", whole=False)
    gosweb()
    openbudget()
    spa()
    state()
