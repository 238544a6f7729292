"""Two documents of one text: how alike they are, and from where they count as the same."""

from dataclasses import dataclass

SAME = 0.5
"""Similarity with figures from which two texts are one: another format keeps about two thirds."""
COPIED = 0.75
"""Similarity without figures from which one text was made of the other."""
SAME_FIGURES = 0.98
"""A bill and its law differ in few figures, and a format in none but what was misread."""


@dataclass(frozen=True, slots=True)
class Twin:
    """Two documents, by sha256, ``one`` before ``two``; how alike they are, 0..1.

    ``kept`` and ``masked`` estimate the share of runs of five words they have in common, with
    figures and without (MinHash of 128: give or take 0.05). ``figures`` is the exact share of
    figures of three digits or more in common, 0 where either has hardly any.
    """

    one: str
    two: str
    kept: float
    masked: float
    figures: float

    @property
    def same(self) -> bool:
        """One text, published twice."""
        return self.kept >= SAME

    @property
    def copied(self) -> bool:
        """The text of one with the figures of another year or stage."""
        return self.masked >= COPIED and not self.same

    @property
    def identical(self) -> bool:
        """One text with the same figures: a bill is never so like its law."""
        return self.same and self.figures >= SAME_FIGURES
