"""The one plugin: hangs our pages, headers, limits, cache on Datasette's hooks, nothing else."""

from collections.abc import Callable
from weakref import WeakKeyDictionary

from datasette import hookimpl  # type: ignore[import-untyped]  # ships no types
from datasette.app import Datasette  # type: ignore[import-untyped]  # ships no types

from datasette_config import routes
from datasette_config.cache import App, Shelf, cached
from datasette_config.cells import defusing
from datasette_config.headers import guarded
from datasette_config.limits import Buckets, Limits, limited

# One shelf for each instance: two databases served by one process must not mix.
_SHELVES: WeakKeyDictionary[Datasette, Shelf] = WeakKeyDictionary()
_BUCKETS: WeakKeyDictionary[Datasette, Buckets] = WeakKeyDictionary()


@hookimpl  # type: ignore[untyped-decorator]  # as above
def register_routes(datasette: Datasette) -> list[tuple[str, routes.View]]:
    """Our pages stand before Datasette's own."""
    return routes.routes(datasette)


@hookimpl  # type: ignore[untyped-decorator]  # as above
def asgi_wrapper(datasette: Datasette) -> Callable[[App], App]:
    """The cache outside: what it keeps has its headers already, and is not counted."""
    shelf = _SHELVES.setdefault(datasette, Shelf())
    limits = Limits.model_validate(datasette.plugin_config("budgetwatch_site") or {})
    buckets = _BUCKETS.setdefault(datasette, Buckets(limits))

    def wrapped(app: App) -> App:
        counted = limited(defusing(datasette, app), buckets, datasette.in_client)
        return cached(guarded(datasette, counted), shelf)

    return wrapped


@hookimpl  # type: ignore[untyped-decorator]  # as above
def extra_css_urls(datasette: Datasette) -> list[str]:
    """The pages of the raw tables in the colours of the publication."""
    return [datasette.static("data.css", mount="static")]
