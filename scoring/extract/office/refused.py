"""A file that is not read, with the reason: raised inside the readers, a value outside."""

from collections.abc import Callable
from functools import wraps

from scoring.document import Document
from scoring.extract.given import Given


class Refused(Exception):  # noqa: N818  # it is no error of ours
    """Raised by parts of a reader; ``reason`` is a code of ``Document.unreadable``."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


def refusing(read: Callable[[Given], Document]) -> Callable[[Given], Document]:
    """The reader with its refusals as Documents."""

    @wraps(read)
    def reader(given: Given) -> Document:
        try:
            return read(given)
        except Refused as refused:
            return given.unreadable(refused.reason, str(refused))

    return reader
