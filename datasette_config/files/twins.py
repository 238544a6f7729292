"""The pages as JSON: what the page's module read, as it stands, with the rating it speaks of."""

import json
from collections.abc import Awaitable, Callable, Iterable
from functools import cache
from typing import Any, Protocol, get_args, get_type_hints

from datasette import Request, Response  # type: ignore[import-untyped]  # ships no types
from datasette.app import Datasette  # type: ignore[import-untyped]  # ships no types
from pydantic import TypeAdapter

from datasette_config import rendering
from datasette_config.asked import Asked
from datasette_config.rating import Rating

_RATING = TypeAdapter(Rating)
_SCHEMAS = "#/components/schemas/{model}"
_TYPE = "application/json; charset=utf-8"


class Twin(Protocol):
    """What a twin needs to know of a page: its address, its name, what reads it, its choices."""

    @property
    def path(self) -> str:
        """The address, named parts in braces."""
        ...

    @property
    def name(self) -> str:
        """The name of the page."""
        ...

    @property
    def read(self) -> Callable[[Asked], Awaitable[object]]:
        """What gives the page its content."""
        ...

    @property
    def choices(self) -> tuple[str, ...]:
        """What the query may hold besides the wave and the rubric."""
        ...


def place(route: Twin) -> str:
    """The address of a twin: /api/v1/region/{region}."""
    return "/api/v1" + (route.path if route.path != "/" else f"/{route.name}")


@cache
def _adapter(read: Callable[[Asked], Awaitable[object]]) -> TypeAdapter[Any]:
    """The type a page's ``read`` gives, None left out: that is a page that is not there."""
    given = get_type_hints(read)["return"]
    some = [kind for kind in get_args(given) if kind is not type(None)]
    return TypeAdapter(some[0] if some and type(None) in get_args(given) else given)


def view(route: Twin) -> Callable[[Datasette, Request], Awaitable[Response]]:
    """The twin of a page as a view."""

    async def twin(datasette: Datasette, request: Request) -> Response:
        asked = await rendering.asked(datasette, request)
        page = asked and await route.read(asked)
        if asked is None or page is None:
            return _json({"ok": False, "error": "There is nothing at this address."}, status=404)
        told = {
            "ok": True,
            "rating": _RATING.dump_python(asked.rating, mode="json"),
            route.name: _adapter(route.read).dump_python(page, mode="json"),
        }
        return _json(told)

    return twin


def description(routes: Iterable[Twin]) -> Callable[[], Awaitable[Response]]:
    """The view that describes all twins (OpenAPI 3.1)."""
    every = tuple(routes)

    async def openapi() -> Response:
        return _json(_described(every))

    return openapi


def _described(routes: tuple[Twin, ...]) -> dict[str, Any]:
    wanted = [("rating", "serialization", _RATING)]
    wanted += [(r.name, "serialization", _adapter(r.read)) for r in routes]
    refs, schemas = TypeAdapter.json_schemas(wanted, ref_template=_SCHEMAS)  # type: ignore[arg-type]
    rating = refs[("rating", "serialization")]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "budgetwatch",
            "version": "1",
            "description": "The pages of the publication as JSON. Names and questions are in "
            "Russian (ru) and English (en). Fields may be added; none is renamed within v1.",
        },
        "paths": {place(r): _operation(r, rating, refs[(r.name, "serialization")]) for r in routes},
        "components": {"schemas": schemas.get("$defs", {})},
    }


def _operation(route: Twin, rating: object, page: object) -> dict[str, Any]:
    named = [part[1:-1] for part in route.path.split("/") if part.startswith("{")]
    asked = ("wave", "rubric", *route.choices)
    text = {"type": "string"}
    parameters = [{"name": n, "in": "path", "required": True, "schema": text} for n in named]
    parameters += [{"name": n, "in": "query", "schema": text} for n in asked]
    shown = {"ok": {"const": True}, "rating": rating, route.name: page}
    said = {"type": "object", "properties": shown}
    answer = {
        "description": "What the page shows.",
        "content": {"application/json": {"schema": said}},
    }
    nothing = {"description": "There is no such page."}
    return {
        "get": {
            "operationId": route.name,
            "summary": (route.read.__doc__ or "").partition("\n")[0],
            "parameters": parameters,
            "responses": {"200": answer, "404": nothing},
        }
    }


def _json(told: object, status: int = 200) -> Response:
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    # Open to every origin: all of it is published, none of it depends on who asks.
    headers = {"Access-Control-Allow-Origin": "*"}
    if status == 200:
        headers["Cache-Control"] = f"public, max-age={rendering.KEPT}"
    return Response(body, status=status, headers=headers, content_type=_TYPE)
