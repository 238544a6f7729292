"""Years and stages to choose from: a form that asks by address, buttons that a script reads."""

import re
from collections.abc import Iterator
from itertools import islice, product
from urllib.parse import urlencode

from selectolax.lexbor import LexborNode

from crawler.pages.link import Link, LinkKind
from crawler.pages.page import Page
from crawler.pages.scripted.mentions import mentions
from crawler.pages.scripted.state import scripts
from crawler.pages.surroundings import words

MAX_OPTIONS = 40
MAX_CHOICES = 48
MAX_SELECTS = 3

_NAMES = re.compile(
    r"\w*(?:year|god|stage|etap|period|version|edition|budget|byudzhet|law|zakon|chapter"
    r"|section|razdel|type|tip|tab|doc|plan|slide)\w*",
    re.IGNORECASE,
)
_HOLE = re.compile(r"\{([\w$]{1,60})\}")
_VALUE = re.compile(r"[\w.-]{1,40}")
_WORD_INSIDE = re.compile(r"(?<=[a-z])(?=[A-Z])")

Choice = tuple[str, str, str]  # name, value, what a reader reads


def links(page: Page) -> Iterator[Link]:
    """Yield what each choice of year and stage would ask for."""
    for form in page.markup.select("form")[:20]:
        yield from _of_form(page, form)
    for script in scripts(page.markup.html):
        for mention in mentions(script):
            if mention.kind is LinkKind.TEMPLATE:
                yield from _of_script(page, mention.address)


def _of_form(page: Page, form: LexborNode) -> Iterator[Link]:
    attributes = form.attributes
    selects = [
        s for s in form.css("select[name]") if _NAMES.fullmatch(s.attributes.get("name") or "")
    ]
    asks = (attributes.get("method") or "get").lower() == "get"
    if not asks or not 0 < len(selects) <= MAX_SELECTS:
        return
    action = page.markup.start.absolute(attributes.get("action") or "") or page.url
    action = action.partition("#")[0].partition("?")[0]
    hidden = [n.attributes for n in form.css("input[type=hidden][name]")[:5]]
    fixed = [(a.get("name") or "", a.get("value") or "") for a in hidden]
    for choice in _chosen([_options(s) for s in selects]):
        query = urlencode([*fixed, *((name, value) for name, value, _ in choice)])
        yield Link(f"{action}?{query}", _said(choice), kind=LinkKind.CHAPTER)


def _of_script(page: Page, address: str) -> Iterator[Link]:
    """A script's ``"/budget/" + year`` with the years that stand on the page's buttons."""
    names = list(dict.fromkeys(_HOLE.findall(address)))
    if not 0 < len(names) <= MAX_SELECTS:
        return
    for choice in _chosen([_values(page, name) for name in names]):
        filled = address
        for name, value, _ in choice:
            filled = filled.replace("{" + name + "}", value)
        if url := page.markup.start.absolute(filled):
            yield Link(url, _said(choice), kind=LinkKind.CHAPTER)


def _chosen(offered: list[list[Choice]]) -> Iterator[tuple[Choice, ...]]:
    return islice(product(*offered), MAX_CHOICES)


def _said(choice: tuple[Choice, ...]) -> str:
    return " ".join(said for _, _, said in choice if said)


def _options(select: LexborNode) -> list[Choice]:
    name = select.attributes.get("name") or select.attributes.get("id") or ""
    found = []
    for option in select.css("option")[:MAX_OPTIONS]:
        text = " ".join(option.text(deep=True).split())
        value = option.attributes.get("value", text)
        if value and not value.startswith(("/", "http", "?", "#")):
            found.append((name, value, text))
    return found


def _values(page: Page, name: str) -> list[Choice]:
    """What a page offers under a name: buttons' data, a list's options."""
    found: dict[str, Choice] = {}
    attribute = "data-" + _WORD_INSIDE.sub("-", name).lower().replace("_", "-")
    if re.fullmatch(r"data-[a-z0-9-]{1,60}", attribute):
        for node in page.markup.select(f"[{attribute}]")[:MAX_OPTIONS]:
            value = node.attributes.get(attribute) or ""
            found.setdefault(value, (name, value, words(node)))
    for select in page.markup.select("select")[:20]:
        named = {(select.attributes.get(a) or "").lower() for a in ("name", "id")}
        if name.lower() in (*named, "value"):
            found.update({value: (name, value, said) for _, value, said in _options(select)})
    return [choice for choice in found.values() if _VALUE.fullmatch(choice[1])][:MAX_OPTIONS]
