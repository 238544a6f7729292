"""What kind of thing is this answer? Looked at once for all who ask on its way."""

from weakref import WeakKeyDictionary

from scrapy.http import Response

from crawler.transport.sniff import media_type

_KINDS: WeakKeyDictionary[Response, str] = WeakKeyDictionary()


def kind_of(response: Response) -> str:
    """The media type by its bytes, its header and its address."""
    known = _KINDS.get(response)
    if known is None:
        header = (response.headers.get("Content-Type") or b"").decode("latin-1")
        known = _KINDS[response] = media_type(response.body, header, response.url)
    return known
