"""What a script asks for, told from what it merely mentions. Read by pattern, never run."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from crawler.pages.document import is_document
from crawler.pages.link import LinkKind
from crawler.pages.scripted.constants import bases, built_on, constants
from crawler.pages.scripted.expressions import Expression, expressions, readable

MAX_MENTIONS = 400
_BASES = 3

_ASKED = re.compile(
    r"""(?:\b(?:fetch|getJSON|ajax|load|useSWR|useFetch|useQuery|request|Request|ofetch)\w{0,3}"""
    r"""(?:<[^<>]{0,40}>)?\s*\(\s*|\bopen\(\s*["']GET["']\s*,\s*|\bnew URL\(\s*"""
    r"""|\b(?:url|endpoint|ajaxUrl|dataUrl|api|uri)["']?\s*:\s*)$"""
)
_ASKED_AT_BASE = re.compile(
    r"""(?:\b(?:axios|http|api|client)|\.get(?:<[^<>]{0,40}>)?|\$http)\s*\(\s*$"""
)
_ROUTE = re.compile(r"""\b(?:path|to|href|link|route|redirect)["']?\s*[:=(]\s*$""")
_ASSIGNED = re.compile(r"([A-Za-z_$][\w$]{0,60})[\"']?\s*[:=]\s*$")
_SERVICE = re.compile(
    r"(?:^|[/.])(?:api|rest|ajax|services?|odata|v\d)(?:[/.?]|$)|\.json(?:\?|$)"
    r"|(?:^|[/_-])(?:ajax|api|json)\w*\.php",
    re.IGNORECASE,
)
_BARE_BASE = re.compile(r"(?:^|[/.])(?:api|rest|ajax|services?|odata|v\d)/?$", re.IGNORECASE)
_NO_PAGE = re.compile(
    r"\.(?:jpe?g|png|gif|svg|webp|ico|css|scss|map|woff2?|ttf|eot|mp[34]|vue|tsx?|jsx|swf)(?:[?#]|$)"
    r"|^(?:image|text|application|audio|video|font|multipart)/[\w.+*-]+$|w3\.org/|graphql",
    re.IGNORECASE,
)
_CODE = re.compile(r"\.m?js(?:\?|$)")
_HOLE = re.compile(r"\{[\w$]{1,60}\}")
_NAMES_A_THING = re.compile(r"[?&](?:\w*id|slug|code)=\{", re.IGNORECASE)
_PARAMETER = re.compile(r"/:(\w+)\??(?:\([^)]*\))?")


@dataclass(frozen=True, slots=True)
class Mention:
    """An address in a script, as it comes to when put together; ``text`` is what it is called.

    Names in braces are values the script fills in when it runs.
    """

    address: str
    kind: LinkKind
    text: str = ""


def settings(script: str) -> tuple[tuple[str, str], ...]:
    """Base addresses a script names, for scripts elsewhere: ``window.CONFIG = {apiUrl: "…"}``."""
    found = bases(constants(readable(script)))
    return tuple((name, value) for name, value in found if not value.startswith("{"))


def mentions(script: str) -> Iterator[Mention]:
    """Yield what a script asks for and leads to, MAX_MENTIONS at most."""
    text = readable(script)
    names = constants(text)
    names |= _assigned(text, names)
    names |= built_on(text, names)
    known = [value for _, value in bases(names)]
    found = (m for one in expressions(text, names) for m in _judged(one, known))
    yield from islice(dict.fromkeys(islice(found, 2 * MAX_MENTIONS)), MAX_MENTIONS)


def _assigned(text: str, names: Mapping[str, str]) -> dict[str, str]:
    """Addresses that are named where they are put together: ``API = HOST + "/api"``."""
    found: dict[str, str] = {}
    for one in expressions(text, names):
        name = _ASSIGNED.search(one.before[-80:])
        if name and "{" not in one.address and len(name[1]) > 2:
            found.setdefault(name[1], one.address)
    return found


def _judged(one: Expression, known: Sequence[str]) -> Iterator[Mention]:
    if _NO_PAGE.search(one.address) or one.is_sent or len(one.address) < 2:
        return
    if is_document(one.address) and "{" not in one.address:
        yield Mention(one.address, LinkKind.SCRIPT, one.label)
    elif _CODE.search(one.address):
        if "{" not in one.address:
            yield Mention(one.address, LinkKind.SCRIPT_FILE)
    else:
        yield from _page_or_service(one, *_without_holes(one.address), known)


def _page_or_service(
    one: Expression, path: str, query: str, known: Sequence[str]
) -> Iterator[Mention]:
    at_base = bool(_ASKED_AT_BASE.search(one.before))
    if at_base and known and not path.startswith(("http", "//", "{", *known)):
        for base in known[:_BASES]:
            joint = f"{base.rstrip('/')}/{path.lstrip('/')}{query}"
            yield Mention(joint, LinkKind.TEMPLATE if _HOLE.search(joint) else LinkKind.ENDPOINT)
    elif _HOLE.search(path):
        yield Mention(path + query, LinkKind.TEMPLATE)
    elif at_base or _ASKED.search(one.before) or _is_service(path, known):
        yield Mention(path + query, LinkKind.ENDPOINT, one.label)
    elif _ROUTE.search(one.before) and path.strip("/*"):
        yield from _route(path + query, one.label)


def _is_service(path: str, known: Sequence[str]) -> bool:
    """True for an address spelled like a list for scripts, and not what lists are built on."""
    return bool(_SERVICE.search(path)) and not _BARE_BASE.search(path) and path not in known


def _route(address: str, label: str) -> Iterator[Mention]:
    """A router's ``/docs/:id`` is a template, ``/docs`` a page of the scripted site."""
    template = _PARAMETER.sub(r"/{\1}", address)
    if "*" not in template:
        kind = LinkKind.TEMPLATE if template != address else LinkKind.SCRIPT
        yield Mention(template, kind, label)


def _without_holes(address: str) -> tuple[str, str]:
    """An address's path, and of its query what does not wait for a value.

    Without its page or its size a list shows its beginning; without its id a thing shows nothing.
    """
    path, mark, query = address.partition("?")
    if _NAMES_A_THING.search(address):
        return address, ""
    kept = [p for p in query.split("&") if p and not _HOLE.search(p) and not p.endswith("=")]
    return path, mark + "&".join(kept) if kept else ""
