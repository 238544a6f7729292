"""A Document as JSON, written without the library that reads it back.

That library is half of what a reading process would load before its first document.
"""

from json import dumps
from typing import Any

from scoring.document import Document


def written(document: Document) -> bytes:
    """The JSON, to the byte what pydantic writes.

    Raises UnicodeEncodeError for half a surrogate pair, which has no UTF-8.
    """
    return dumps(document, default=_fields, ensure_ascii=False, separators=(",", ":")).encode()


def _fields(part: Any) -> dict[str, Any]:
    """What json cannot write is a dataclass of the model, all of which have slots."""
    return {name: getattr(part, name) for name in part.__slots__}
