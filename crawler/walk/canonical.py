"""One spelling for each address: noise goes, what may name a document stays."""

import re
from functools import lru_cache
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

MAX_LENGTH = 2_000

# Sessions, advertising marks and Bitrix's own switches: the page is the same without them.
_NOISE = re.compile(
    r"(?:phpsessid|jsessionid|aspsessionid\w*|sessid|bxajaxid|bxrand|clear_cache(?:_session)?"
    r"|bitrix_include_areas|utm_\w+|yclid|gclid|fbclid|ysclid|_openstat)(?:=|$)",
    re.IGNORECASE,
)
# `print=Y` is the same page without its frame; `print=budget.pdf` is a document.
_PRINT = re.compile(r"print(?:able)?(?:=(?:y|yes|1|true)?)?", re.IGNORECASE)
_SESSION_IN_PATH = re.compile(r";(?:jsessionid|phpsessid)=[^/;?]*", re.IGNORECASE)
_CONTROLS = re.compile(r"[\t\r\n\x00]")
_PLAIN = re.compile(r"[!$%&'()*+,\-./:;=?@\[\]_~0-9A-Za-z]*")
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SAFE = "!$%&'()*+,-./:;=?@[]_~"
_DISPUTED = re.compile(r"[\[\]']")
_DEFAULT_PORT = {"http": 80, "https": 443}
_LABELS = re.compile(r"[a-z0-9_.-]+|\[[0-9a-f:.]+\]")


@lru_cache(maxsize=4096)  # menus say the same on page after page
def canonical(url: str, base: str = "") -> str | None:
    """Return the one spelling of an address, or None for what cannot be asked over HTTP.

    ``url`` may be relative to ``base`` and as careless as a page's ``href``. Percent-escapes
    stay as they were written, cp1251 ones too; parameters keep their order. The fragment goes,
    unless it is a scripted site's route (``#/``, ``#!``). Applying it twice changes nothing.
    """
    text = _CONTROLS.sub("", url).strip()
    try:
        parts = urlsplit(urljoin(base, text) if base else text)
        host = _host(parts.hostname or "")
        port = parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORT or not host:
        return None
    netloc = host if port in (None, _DEFAULT_PORT[scheme]) else f"{host}:{port}"
    path = _dotless(_SESSION_IN_PATH.sub("", _escaped(parts.path.replace("\\", "/"))))
    fragment = _escaped(parts.fragment) if parts.fragment[:1] in ("/", "!") else ""
    found = urlunsplit((scheme, netloc, path, _query(parts.query), fragment))
    return found if len(found) <= MAX_LENGTH else None


@lru_cache(maxsize=4096)  # all who keep an address keep the same one
def address(url: str) -> str:
    """Return what makes two canonical addresses the same request: no scheme, ``www.``, fragment.

    A site that answers on http and https, with and without ``www.``, is one site.
    """
    rest = url.partition("#")[0].partition("://")[2]
    return rest.removeprefix("www.")


def place(url: str) -> str:
    """Return what makes two addresses the same page in a browser: `address` and its route."""
    return f"{address(url)}#{url.partition('#')[2]}" if is_route(url) else address(url)


def is_route(url: str) -> bool:
    """True for a canonical address with a scripted site's route: ``#/budget``, ``#!budget``.

    A server sees the address before the ``#`` only. ``#/`` alone is the start page itself.
    """
    return "#" in url and len(url.partition("#")[2]) > 1


def is_undisputed(url: str) -> bool:
    """True for a canonical address without the letters that browsers leave and others escape."""
    return not _DISPUTED.search(url)


@lru_cache(maxsize=4096)
def site(url: str) -> str:
    """Return the host of a canonical address without ``www.``; ports do not make another site."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _escaped(text: str) -> str:
    if not _PLAIN.fullmatch(text):
        text = quote(text, safe=_SAFE, errors="replace")
    return _BAD_PERCENT.sub("%25", text) if "%" in text else text


def _query(query: str) -> str:
    if not query:
        return ""
    kept = (
        p for p in _escaped(query).split("&") if not _NOISE.match(p) and not _PRINT.fullmatch(p)
    )
    return "&".join(kept)


def _dotless(path: str) -> str:
    if "/." not in path:
        return path or "/"
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == ".." and len(kept) > 1:
            kept.pop()
        elif segment not in (".", ".."):
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/".join(kept) or "/"


@lru_cache(maxsize=4096)
def _host(host: str) -> str:
    """Lower case, punycode, no dot at the end; ValueError for what no name system holds."""
    bare = host.rstrip(".").lower()
    if ":" in bare:
        return f"[{bare}]"
    if not _LABELS.fullmatch(bare):
        # Underscores and empty labels are met in real names; only foreign letters need care.
        bare = bare.encode("idna").decode("ascii").lower()
    if not _LABELS.fullmatch(bare) or ".." in bare or bare.startswith("."):
        raise ValueError(f"{host} is not a host name")
    return bare
