"""Whole answers kept by path and query: the database never changes while it is served."""

import hashlib
from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_ROOM = 32 * 2**20  # bytes of bodies kept in all
_LARGEST = 2 * 2**20  # an answer above this passes through and is not kept

Key = tuple[str, str, bytes, bytes, bytes]


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer, whole."""

    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    etag: bytes


class Shelf:
    """The answers kept; the least recently asked for go first when room is short."""

    def __init__(self, room: int = _ROOM) -> None:
        """``room`` is in bytes of bodies."""
        self._room = room
        self._kept: OrderedDict[Key, Kept] = OrderedDict()
        self.size = 0

    def get(self, key: Key) -> Kept | None:
        """The answer kept for a request, if any."""
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def put(self, key: Key, kept: Kept) -> None:
        """Keep an answer, and let the oldest go until there is room."""
        if key not in self._kept:
            self._kept[key] = kept
            self.size += len(kept.body)
        while self.size > self._room:
            self.size -= len(self._kept.popitem(last=False)[1].body)


def cached(app: App, shelf: Shelf) -> App:
    """The application behind a shelf. Requests with a cookie or credentials pass it by."""

    async def keeper(scope: Scope, receive: Receive, send: Send) -> None:
        if not _may_be_kept(scope):
            return await app(scope, receive, send)
        key = _key(scope)
        kept = shelf.get(key)
        if kept is None:
            listener = _Listener(send)
            await app(scope, receive, listener)
            if (kept := listener.whole()) is None:
                return None
            shelf.put(key, kept)
        return await _answer(kept, scope, send)

    return keeper


def _key(scope: Scope) -> Key:
    # Datasette writes the asker's Host into its JSON (next_url): kept without it, one request
    # with a false Host would send every later reader elsewhere.
    host = dict(scope["headers"]).get(b"host", b"")
    path = scope.get("raw_path") or scope["path"].encode()
    return scope["method"], scope.get("scheme", ""), host, path, scope["query_string"]


def _may_be_kept(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return False
    personal = {b"cookie", b"authorization"} & {name.lower() for name, _ in scope["headers"]}
    # Files under /static/ and /-/static/ are answered from disk with validators of their own.
    return not personal and "/static/" not in scope["path"]


class _Listener:
    """Holds an answer back until it is whole; lets it go on when it must not be kept."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._held: list[Message] = []
        self._size = 0
        self._passing = False
        self._ended = False

    async def __call__(self, message: Message) -> None:
        self._held.append(message)
        if message["type"] == "http.response.start":
            self._passing = message["status"] != 200 or any(
                name.lower() == b"set-cookie" for name, _ in message["headers"]
            )
        self._size += len(message.get("body", b""))
        self._ended = message["type"] == "http.response.body" and not message.get("more_body")
        if self._passing or self._size > _LARGEST:
            self._passing = True
            for held in self._held:
                await self._send(held)
            self._held.clear()

    def whole(self) -> Kept | None:
        """The answer, if it was held back to its end."""
        if self._passing or not self._ended:
            return None
        body = b"".join(m.get("body", b"") for m in self._held[1:])
        etag = b'"' + hashlib.sha256(body).hexdigest()[:24].encode() + b'"'
        own = ((k, v) for k, v in self._held[0]["headers"] if k.lower() != b"etag")
        return Kept((*own, (b"etag", etag)), body, etag)


async def _answer(kept: Kept, scope: Scope, send: Send) -> None:
    asked = dict(scope["headers"]).get(b"if-none-match", b"")
    same = kept.etag in {tag.strip().removeprefix(b"W/") for tag in asked.split(b",")}
    await send(
        {
            "type": "http.response.start",
            "status": 304 if same else 200,
            "headers": [
                (k, v) for k, v in kept.headers if not (same and k.lower() == b"content-length")
            ],
        }
    )
    await send({"type": "http.response.body", "body": b"" if same else kept.body})
