"""A failure of our own code in one line: what it was and where."""

from pathlib import Path
from traceback import extract_tb


def failure(error: Exception) -> str:
    """The kind of error, its words and the line it was raised at; for lists of ``errors``."""
    last = extract_tb(error.__traceback__)[-1]
    where = f"{Path(last.filename).name}:{last.lineno} in {last.name}"
    return f"{type(error).__name__}: {str(error)[:300]} ({where})"
