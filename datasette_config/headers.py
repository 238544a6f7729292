"""Security headers on every answer, and Datasette's debug pages closed."""

import re
from typing import Any

from datasette.app import Datasette  # type: ignore[import-untyped]  # ships no types

from datasette_config.cache import App, Message, Receive, Scope, Send

# Our pages carry no script and no style of their own: whatever a crawled document smuggles
# into one of them has nothing to run with.
_OURS = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
# A copy of a stranger's file: nothing in it runs, loads or is framed, whatever it is taken for.
_COPIES = "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
# Datasette's own templates hold inline scripts and have no place for nonces.
_DATASETTES = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
_ALWAYS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
# What the pages of the raw tables load. The rest of /-/ tells paths, plugins and settings.
_OPEN = re.compile(r"/-/(static/|static-plugins/|jump(\.json)?$)")


def guarded(datasette: Datasette, app: App) -> App:
    """The application behind its headers."""
    base = datasette.setting("base_url").rstrip("/")
    raw = re.compile(f"/({'|'.join(map(re.escape, datasette.databases))})([/.]|$)|/-/")

    async def guard(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await app(scope, receive, send)
        path = scope["path"].removeprefix(base)
        policy = _DATASETTES if raw.match(path) else _OURS
        if path.startswith("/archive/"):
            policy = _COPIES

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": _dressed(message["headers"], policy)}
            await send(message)

        if path.startswith("/-/") and not _OPEN.match(path):
            return await _closed(dressed)
        return await app(scope, receive, dressed)

    return guard


def _dressed(headers: Any, policy: str) -> list[tuple[bytes, bytes]]:
    ours = [(b"content-security-policy", policy.encode()), *_ALWAYS]
    names = {name for name, _ in ours}
    return [(k, v) for k, v in headers if k.lower() not in names] + ours


async def _closed(send: Send) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": 404, "headers": headers})
    await send({"type": "http.response.body", "body": "Закрыто. Closed.\n".encode()})
