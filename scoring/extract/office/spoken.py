"""What a piece of text is by its look, where its author used no style."""

_ENDS = (".", "!", "?", "…", ";", ":", ",")
_LONGEST = 150
_FEWEST_LETTERS = 3


def is_bold_heading(text: str, bold: int) -> bool:
    """Short, all bold (``bold`` counts bold letters, spaces apart) and no sentence."""
    said = text.strip()
    letters = sum(sign.isalpha() for sign in said)
    short = len(said) <= _LONGEST and letters >= _FEWEST_LETTERS and not said.endswith(_ENDS)
    return short and bold >= len("".join(said.split())) * 0.9
