"""The one plugin: hangs our pages, headers and cache on Datasette's hooks, and nothing else."""

from collections.abc import Callable
from weakref import WeakKeyDictionary

from datasette import hookimpl  # type: ignore[import-untyped]  # ships no types
from datasette.app import Datasette  # type: ignore[import-untyped]  # ships no types

from datasette_config import routes
from datasette_config.cache import App, Shelf, cached
from datasette_config.headers import guarded

# One shelf for each instance: two databases served by one process must not mix.
_SHELVES: WeakKeyDictionary[Datasette, Shelf] = WeakKeyDictionary()


@hookimpl  # type: ignore[untyped-decorator]  # as above
def register_routes(datasette: Datasette) -> list[tuple[str, routes.View]]:
    """Our pages stand before Datasette's own."""
    return routes.routes(datasette)


@hookimpl  # type: ignore[untyped-decorator]  # as above
def asgi_wrapper(datasette: Datasette) -> Callable[[App], App]:
    """Headers outside, so that a cached answer has them too."""
    shelf = _SHELVES.setdefault(datasette, Shelf())
    return lambda app: guarded(datasette, cached(app, shelf))


@hookimpl  # type: ignore[untyped-decorator]  # as above
def extra_css_urls(datasette: Datasette) -> list[str]:
    """The pages of the raw tables in the colours of the publication."""
    return [datasette.static("data.css", mount="static")]
