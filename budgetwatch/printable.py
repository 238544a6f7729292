"""Text a site wrote, made fit for a terminal: no escape sequence of theirs reaches it."""


def printable(text: str, limit: int = 300) -> str:
    """One line without control characters, cut with an ellipsis after ``limit`` characters."""
    line = "".join(char if char.isprintable() else " " for char in text[: 2 * limit])
    line = " ".join(line.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"
