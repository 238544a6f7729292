"""The bytes a reader is given, with all that is known of them from outside."""

import hashlib
from dataclasses import dataclass, field, replace

from scoring.document import Document


@dataclass(frozen=True, slots=True)
class Given:
    """A body, its address and the Content-Type header; ``media_type`` once it is decided."""

    body: bytes = field(repr=False)
    sha256: str
    url: str = ""
    header: str = ""
    media_type: str = ""

    @classmethod
    def of(cls, body: bytes, *, url: str = "", header: str = "") -> "Given":
        """Bytes with their hash."""
        return cls(body, hashlib.sha256(body).hexdigest(), url, header)

    def known_as(self, media_type: str) -> "Given":
        """The same bytes, their format decided."""
        return replace(self, media_type=media_type)

    def unreadable(self, reason: str, detail: str = "") -> Document:
        """The Document of bytes that could not be read; ``reason`` is a code of the model."""
        return Document(self.sha256, self.media_type, unreadable=reason, detail=detail[:300])
