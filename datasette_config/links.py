"""Addresses from crawled sites are hostile: which may become a link, and what one is shown."""

from urllib.parse import quote, urlsplit, urlunsplit

_SHOWN = 90


def href(url: str, locator: str = "") -> str:
    """The address if a reader may follow it, "" otherwise: only http and https, with a host.

    ``page=3`` becomes a fragment: browsers open a PDF at that page. What lies in an archive has
    none: nobody opens it there.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    # Browsers drop tabs and line breaks inside an address, so "java\nscript:" would run.
    if parts.scheme not in ("http", "https") or not parts.netloc or not url.isprintable():
        return ""
    page = locator.partition(";ocr=")[0]
    fragment = page if page.startswith("page=") and page[5:].isdigit() else parts.fragment
    return urlunsplit(parts._replace(fragment=quote(fragment, safe="=/?:@!$&'()*+,;%")))


def shown(url: str) -> str:
    """The address as a person reads it: no scheme, the middle of a long one left out."""
    text = url.split("://", 1)[-1].rstrip("/") if "://" in url[:9] else url
    text = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 31]}…{text[-30:]}"
