"""Makes the site of an invented finance ministry from a recipe: a few hundred pages and files.

What surrounds the editions is what surrounds them in the world: news, staff, procurement, laws
with twenty annexes each, monthly reports, all full of the word "budget".
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from random import Random
from urllib.parse import quote

from benchmarks.recipes import Recipe

NOW = 2026
_LATIN = dict(zip("абвгдеёзийклмнопрстуфыэъь", [*"abvgdeeziyklmnoprstufye", "", ""], strict=True))
_LATIN |= {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya"}
_ENGLISH = ("about", "activity", "documents", "budget", "public", "info", "materials", "section")
_MENU = {
    "О министерстве": ("Структура", "Руководитель", "Положение", "Подведомственные учреждения"),
    "Деятельность": ("Бюджетный процесс", "Государственный долг", "Налоговая политика"),
    "Бюджет": ("Исполнение бюджета", "Законы о бюджете", "Межбюджетные отношения"),
    "Документы": ("Приказы", "Законы", "Постановления", "Проекты документов"),
    "Новости": (),
    "Закупки": ("План-график", "Отчёты о закупках"),
    "Государственная служба": ("Вакансии", "Конкурсы", "Резерв"),
    "Противодействие коррупции": ("Сведения о доходах", "Комиссия"),
    "Обращения граждан": ("Порядок приёма", "Обзоры обращений"),
    "Открытые данные": ("Реестр наборов",),
    "Контакты": (),
}
_WORDS = (
    *("совещание", "заседание", "рабочая", "группа", "бюджет", "доходы", "расходы", "долг"),
    *("налог", "район", "область", "отчёт", "план", "проект", "закон", "программа", "субсидия"),
    *("дотация", "конкурс", "итоги", "квартал", "год", "учёт", "контроль", "аудит"),
)


@dataclass(eq=False)
class Node:
    """A page and the links it shows: (words, address, the rest of the row)."""

    title: str
    url: str
    links: list[tuple[str, str, str]] = field(default_factory=list)
    body: str = ""


@dataclass
class Site:
    """Address -> (media type, body) for each host; ``editions`` are the files of every year."""

    home: str
    answers: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    moves: dict[str, str] = field(default_factory=dict)
    editions: tuple[str, ...] = ()
    due: tuple[str, ...] = ()


class Ministry:
    """One site in the making."""

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe
        self.random = Random(recipe.name)
        self.host = f"minfin.{recipe.name}.invalid"
        self.nodes: list[Node] = []
        self.files: dict[str, bytes] = {}
        self.menu: list[Node] = []
        self.editions: dict[str, int] = {}
        self.due: list[str] = []
        self._number = 100

    def build(self) -> Site:
        """Everything, in an order that depends on nothing but the recipe."""
        home = Node("Министерство финансов", f"http://{self.host}/")
        self.nodes.append(home)
        self._frame()
        self._filler()
        self._shelve(self._way(home))
        return self._site(home)

    def page(self, title: str, above: Node | None, *, linked: bool = True, host: str = "") -> Node:
        """A page below another one, linked from it."""
        node = Node(title, self._address(title, above, host))
        self.nodes.append(node)
        if above is not None and linked:
            above.links.append((title, node.url, ""))
        return node

    def file(self, name: str, ending: str = "pdf", host: str = "") -> str:
        """A document's address; its name says something on some sites only."""
        self._number += 1
        base = f"http://{host or self.host}"
        token = f"{self.random.getrandbits(40):010x}"
        style = self.recipe.addresses
        if style == "numbers":
            url = f"{base}/download/{self._number}"
        elif style == "bitrix":
            url = f"{base}/upload/iblock/{token[:3]}/{token}.{ending}"
        elif style == "query":
            url = f"{base}/index.php?do=file&id={self._number}"
        elif style == "english":
            url = f"{base}/files/{self._number}/doc_{self._number}.{ending}"
        else:
            url = f"{base}/files/{self._slug(name)}-{self._number}.{ending}"
        self.files[url] = f"%PDF-1.4 {name} {self._number}".encode()
        return url

    def _slug(self, title: str) -> str:
        plain = "".join(c if c.isalnum() else "-" for c in title.lower()).strip("-")[:50]
        if self.recipe.addresses == "cyrillic":
            return quote(plain)
        if self.recipe.addresses == "cp1251":
            return quote(plain.encode("cp1251"))
        return "".join(_LATIN.get(c, c) for c in plain)

    def _address(self, title: str, above: Node | None, host: str) -> str:
        self._number += 1
        base = f"http://{host or self.host}"
        style = self.recipe.addresses
        if style == "numbers":
            return f"{base}/page/{self._number}"
        if style == "query":
            return f"{base}/index.php?id={self._number}"
        if style == "english":
            return f"{base}/{self.random.choice(_ENGLISH)}/{self._number}.html"
        if style == "cp1251":
            return f"{base}/{self._slug(title)}_{self._number}.htm"
        below = above.url if above and above.url.startswith(base) else f"{base}/"
        below = below if below.endswith("/") else f"{base}/"
        return f"{below}{self._slug(title)}-{self._number}/"

    def _frame(self) -> None:
        for title, parts in _MENU.items():
            node = self.page(title, None)
            self.menu.append(node)
            for part in parts:
                self.page(part, node)
        for n in range(self.recipe.extra_menu):
            self.menu.append(self.page(f"{self._say(2).capitalize()} {n}", None))

    def _say(self, count: int) -> str:
        return " ".join(self.random.choice(_WORDS) for _ in range(count))

    def titled(self, title: str) -> Node:
        """The page of the frame with this title."""
        return next(node for node in self.nodes if node.title == title)

    def _filler(self) -> None:
        self._laws()
        self._reports()
        self._news()
        for title in ("Структура", "План-график", "Приказы", "Вакансии", "Обзоры обращений"):
            above = self.titled(title)
            for n in range(self.random.randint(6, 14)):
                page = self.page(f"{self._say(3).capitalize()} № {n}", above)
                if n % 3 == 0:
                    page.links.append(("Скачать", self.file(self._say(3), "docx"), page.title))

    def _laws(self) -> None:
        for year in range(NOW + 1, NOW + 1 - self.recipe.years, -1):
            page = self.page(f"Закон о бюджете на {year} год", self.titled("Законы о бюджете"))
            for n in range(1, 13):
                name = f"Приложение {n} к закону о бюджете на {year} год"
                page.links.append((name, self.file(name, "docx"), ""))

    def _reports(self) -> None:
        for year in range(NOW, NOW - self.recipe.years, -1):
            page = self.page(f"Исполнение бюджета {year}", self.titled("Исполнение бюджета"))
            for month in range(1, 13):
                name = f"Отчёт об исполнении бюджета на 01.{month:02}.{year}"
                page.links.append((name, self.file(name, "xlsx"), ""))

    def _news(self) -> None:
        above = self.titled("Новости")
        lists = [above]
        for n in range(self.recipe.news):
            if n and n % 10 == 0:
                mark = "&" if "?" in above.url else "?"
                turned = Node("Новости", f"{above.url}{mark}PAGEN_1={n // 10 + 1}")
                lists[-1].links.append(("Следующая", turned.url, ""))
                lists.append(turned)
                self.nodes.append(turned)
            self.page(f"{self._say(6).capitalize()} {n}", lists[-1])

    def _way(self, home: Node) -> Node:
        """The pages that lead to the shelf; those the menu has already are used again."""
        recipe, here = self.recipe, home
        host = f"openbudget-{recipe.name}.invalid" if recipe.second_host else ""
        for depth, wanted in enumerate(recipe.way):
            title = wanted.replace("{y}", str(NOW))
            known = [n for n in self.menu if n.title == title] if depth == 0 else []
            if known:
                here = known[0]
                continue
            here = self.page(title, here, host=host)
            if title == "Карта сайта":
                for node in self.menu:
                    here.links.append((node.title, node.url, ""))
        return here

    def _shelve(self, shelf: Node) -> None:
        for back in range(self.recipe.years):
            for stage, label in enumerate(self.recipe.editions):
                year = NOW + 1 - stage - back
                self._put(shelf, label.replace("{y}", str(year)), year, due=back == 0)

    def _put(self, shelf: Node, label: str, year: int, *, due: bool) -> None:
        host = shelf.url.split("/")[2]
        way = self.recipe.shelf
        url = self.file(label, "zip" if way == "zip" else "pdf", host)
        self.editions[url] = year
        if due:
            self.due.append(url)
        if way in ("rows", "zip"):
            shelf.links.append(("Скачать", url, label))
        elif way == "years":
            title = f"{year} год"
            known = [
                n for n in self.nodes if n.title == title and (title, n.url, "") in shelf.links
            ]
            (known[0] if known else self.page(title, shelf, host=host)).links.append(
                (label, url, "")
            )
        elif way == "items":
            self.page(label, shelf, host=host).links.append(("Скачать файл", url, ""))
        elif way == "news":
            lists = [n for n in self.nodes if n.title == "Новости"]
            place = lists[min(len(lists) - 1, (NOW + 1 - year) * 2)]
            self.page(label, place).links.append(("Читать документ", url, ""))
        else:
            shelf.links.append((label, url, way))

    def _site(self, home: Node) -> Site:
        recipe = self.recipe
        site = Site(home.url, editions=tuple(self.editions), due=tuple(self.due))
        for node in self.nodes:
            site.answers[node.url] = ("text/html; charset=utf-8", self._render(node).encode())
        for url, body in self.files.items():
            site.answers[url] = ("application/octet-stream", body)
        if recipe.mirrored:
            for url, answer in tuple(site.answers.items()):
                base, _, path = url.partition(".invalid/")
                site.answers[f"{base}.invalid/ru/{path}"] = answer
        if recipe.moved:
            site.home = f"http://df.{recipe.name}.invalid/"
            site.moves[site.home] = home.url
        if recipe.sitemap:
            locs = "".join(f"<url><loc>{escape(n.url)}</loc></url>" for n in self.nodes[:400])
            site.answers[f"http://{self.host}/sitemap.xml"] = (
                "application/xml",
                f"<urlset>{locs}</urlset>".encode(),
            )
        return site

    def _render(self, node: Node) -> str:
        menu = "".join(_anchor(n.title, n.url) for n in self.menu)
        frame = f"<header><nav>{menu}</nav></header>" if self.recipe.semantic else ""
        left = "" if self.recipe.semantic else f"<table><tr><td>{menu}</td><td>"
        body = "".join(self._shown(node))
        news = self._latest() if node is self.nodes[0] else ""
        return (
            f"<!doctype html><title>{node.title}</title><body>{frame}{left}<h1>{node.title}</h1>"
            f"<p>{self._say(30)}</p>{body}{news}<div class='footer'>{menu}</div>"
        )

    def _latest(self) -> str:
        """A front page shows the latest news, and every eighth page of a mirror its twin."""
        news = self.titled("Новости").links[:8]
        twin = _anchor("Русская версия", f"http://{self.host}/ru/") if self.recipe.mirrored else ""
        return "".join(_anchor(text, url) for text, url, _ in news) + twin

    def _shown(self, node: Node) -> Iterator[str]:
        for text, url, around in node.links:
            if around == "select":
                yield f"<select><option value='{_path(url)}'>{text}</option></select>"
            elif around == "picture":
                yield f"<div><a href='{escape(url)}'><img src='/i.png' alt='{text}'></a></div>"
            elif around:
                yield f"<table><tr><td>{around}</td><td>{_anchor(text, url)}</td></tr></table>"
            else:
                yield f"<li>{_anchor(text, url)}</li>"
        if self.recipe.noisy and "?" in node.url:
            for n in range(6):
                yield _anchor("по дате", f"{node.url}&sort=date&PHPSESSID={self.random.random()}")
                yield _anchor(f"{n + 1}", f"{node.url}&date=2026-11-{n + 1:02}")


def _anchor(text: str, url: str) -> str:
    return f"<a href='{escape(url)}'>{escape(text)}</a> "


def _path(url: str) -> str:
    return "/" + url.split("/", 3)[3]
