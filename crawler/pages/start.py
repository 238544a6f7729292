"""Where a page's relative addresses start."""

import re
from urllib.parse import quote, urljoin

_ROOT = re.compile(r"(?<=[^:/])[/?#].*", re.DOTALL)
_NOWHERE = ("#", "javascript:", "mailto:", "tel:", "data:", "about:", "blob:", "callto:", "skype:")
_ROUTES = ("#/", "#!")


class Start:
    """A page's base address and the encoding browsers spell its queries in."""

    def __init__(self, base: str, encoding: str = "utf-8") -> None:
        self.base, self._encoding = base, encoding
        self.root = _ROOT.sub("", base)

    def absolute(self, href: str) -> str:
        """The address a browser would go to, "" for none; not yet canonical."""
        href = href.strip()
        if href.startswith("#"):
            return urljoin(self.base, href) if href.startswith(_ROUTES) else ""
        if not href or href[:12].lower().startswith(_NOWHERE):
            return ""
        if not href.isascii():
            href = _in_encoding(href, self._encoding)
        if href.startswith(("http://", "https://")):
            return href
        if href[0] == "/" and href[1:2] not in ("/", "\\"):
            return self.root + href
        try:
            return urljoin(self.base, href)
        except ValueError:
            return ""


def _in_encoding(href: str, encoding: str) -> str:
    """Browsers send a path in UTF-8, but a query in the encoding of the page it stands on."""
    rest, mark, query = href.partition("?")
    if not mark or query.isascii() or encoding.lower().replace("-", "") == "utf8":
        return href
    try:
        return f"{rest}?{quote(query.encode(encoding, 'replace'), safe='!$&()*+,/:;=?@[]_~%#')}"
    except LookupError:
        return href
