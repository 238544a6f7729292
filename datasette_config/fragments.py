"""Pieces of a page that come again on others, filled once: the rows and tiles of a ranking."""

from collections.abc import Callable, Hashable
from weakref import WeakKeyDictionary

from markupsafe import Markup

from datasette_config.reading import Database

Kept = Callable[..., Markup]
_FILLED: WeakKeyDictionary[Database, dict[Hashable, Markup]] = WeakKeyDictionary()


def fragments(db: Database, *of: Hashable) -> Kept:
    """``{% call kept("row", id) %}…{% endcall %}`` in a template fills what is between once.

    What it says must follow from the database, ``of`` and the words in the brackets, and those
    from the database alone: they are kept as long as it is served.
    """
    filled = _FILLED.setdefault(db, {})

    def kept(*which: Hashable, caller: Callable[[], Markup]) -> Markup:
        key = of, which
        if key not in filled:
            filled[key] = caller()
        return filled[key]

    return kept
