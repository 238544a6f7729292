"""How many slides have text one can select? A deck of pictures has none."""

from dataclasses import dataclass


@dataclass(slots=True)
class Shown:
    """Slides that show anything, and those of them that have words."""

    slides: int = 0
    with_text: int = 0

    def add(self, *, words: int, pictures: int) -> None:
        """One slide: how many words or letters, how many pictures."""
        self.slides += bool(words or pictures)
        self.with_text += bool(words)


def text_share(shown: Shown) -> float | None:
    """The share of slides with text, of those that show anything; None if none do."""
    return round(shown.with_text / shown.slides, 4) if shown.slides else None
