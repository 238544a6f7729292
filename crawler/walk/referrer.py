"""From where do we come, when we ask for an address? A browser says it, and some sites insist."""

from collections.abc import Mapping
from urllib.parse import urlsplit


def referrer(via: str, url: str) -> Mapping[str, str]:
    """The Referer header of a request for ``url``, whose link stood on the page ``via``.

    As browsers do when nobody tells them otherwise (the W3C's Referrer Policy,
    strict-origin-when-cross-origin): the page to its own origin, the origin alone to others,
    nothing from https to http.
    """
    page, asked = urlsplit(via), urlsplit(url)
    if page.scheme not in ("http", "https") or (page.scheme, asked.scheme) == ("https", "http"):
        return {}
    if (page.scheme, page.netloc) == (asked.scheme, asked.netloc):
        return {"Referer": via.partition("#")[0]}
    return {"Referer": f"{page.scheme}://{page.netloc}/"}
