"""MHT: a page saved as a letter; the page in it is read."""

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, Message

from scoring.document import Document
from scoring.extract import html
from scoring.extract.given import Given
from scoring.extract.office.refused import Refused, refusing

_MOST_PARTS = 2000
_FAULTS = (ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError)


@refusing
def read(given: Given) -> Document:
    """The Document of the first page in the letter; locators are those of a page."""
    try:
        letter = message_from_bytes(given.body, _class=EmailMessage, policy=policy.compat32)
        page = _page(letter)
        body = page.get_payload(decode=True) if page is not None else None
        header = str(page.get("Content-Type", "")) if page is not None else ""
    except _FAULTS as error:
        raise Refused("torn", f"MHT: {type(error).__name__}: {error}") from None
    if not isinstance(body, bytes) or not body:
        raise Refused("not-a-document", "MHT without a page")
    document = html.read(Given.of(body, url=given.url, header=header))
    return replace(document, sha256=given.sha256, media_type=given.media_type)


def _page(letter: Message) -> Message | None:
    for number, part in enumerate(letter.walk()):
        if number > _MOST_PARTS:
            raise Refused("too-large", f"MHT of more than {_MOST_PARTS} parts")
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            return part
    return None
