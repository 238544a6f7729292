"""How addresses of documents end."""

import re

DOCUMENT = re.compile(
    r"\.(?:pdf|docx?|docm|pptx?|ppsx?|xlsx?|xlsm|xlsb|odt|ods|odp|rtf|csv|zip|rar|7z)$",
    re.IGNORECASE,
)


def is_document(address: str) -> bool:
    """True when an address's path ends like a document's, whatever its query."""
    return bool(DOCUMENT.search(address.partition("#")[0].partition("?")[0]))
