"""How many people live in a region, as somebody states it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Residents:
    """``value`` people in ``year`` (None where nothing tells), in the words of ``quote``."""

    edition: str
    year: int | None
    value: int
    quote: str
    sha256: str
    locator: str
