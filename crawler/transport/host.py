"""Whose address is this? Asked some ten times of each request on its way."""

from functools import lru_cache
from urllib.parse import urlsplit


@lru_cache(maxsize=1024)  # addresses on their way
def host(url: str) -> str:
    """The name or literal of an address's host, "" for none; no port."""
    return urlsplit(url).hostname or ""


@lru_cache(maxsize=1024)
def origin(url: str) -> str:
    """Its scheme, host and port: ``http://a.invalid:8080``."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
