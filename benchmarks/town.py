"""A town of generated sites, in a process of its own: a host's name says how many pages it has.

``h3-p150.town.invalid`` has 150 pages below its home page, ten links on each, about 8 KB of text;
every answer has an ETag and honours If-None-Match. In a heavy town pages are of some 50 KB with
menus that differ, and every tenth is a PDF of 1 MB. `python -m benchmarks.town` prints its port.
"""

import random
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

from aiohttp import web

from crawler.model import Name, Region

WIDE = 10
HEAVY = web.AppKey("heavy", bool)
_WORDS = ("бюджет", "доходы", "расходы", "школа", "дорога", "больница", "налог", "область")
_FILLER = (
    "<p>Доходы бюджета складываются из налогов, неналоговых поступлений и помощи из федерального "
    "бюджета. Расходы идут на школы, больницы, дороги и поддержку семей с детьми.</p>\n"
)


def host(number: int, pages: int) -> str:
    return f"h{number}-p{pages}.town.invalid"


def page(name: str, number: int) -> bytes | None:
    """The n-th page of a site, None when it has not so many; 0 is the home page."""
    most = int(name.partition("-p")[2].partition(".")[0])
    if number > most:
        return None
    below = range(WIDE * number + 1, min(WIDE * number + WIDE, most) + 1)
    links = "".join(
        f'<li><a href="/byudzhet-dlya-grazhdan/{n}.html">Бюджет для граждан, часть {n}</a></li>\n'
        for n in below
    )
    text = _FILLER * 15
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{name}: {number}</title></head>"
        f"<body><h1>Страница {number}</h1>\n<ul>{links}</ul>{text}</body></html>"
    ).encode()


def heavy(name: str, number: int, html: bytes) -> tuple[bytes, str]:
    """The same page as real sites dress it: what differs from page to page does not pack well."""
    dice = random.Random(f"{name}/{number}")
    if number and number % 10 == 0:
        return b"%PDF-1.4\n" + dice.randbytes(1 << 20), "application/pdf"
    words = "".join(f"<p>{dice.getrandbits(64):x} {dice.choice(_WORDS)}</p>\n" for _ in range(1500))
    return html.replace(b"</body>", words.encode() + b"</body>"), "text/html"


async def answer(request: web.Request) -> web.Response:
    last = request.path.rpartition("/")[2].removesuffix(".html")
    name = request.host.partition(":")[0]
    body = page(name, int(last or 0)) if last.isdigit() or not last else None
    if body is None:
        return web.Response(status=404, text="not here")
    kind = "text/html"
    if request.app[HEAVY]:
        body, kind = heavy(name, int(last or 0), body)
    etag = f'"{sha256(body).hexdigest()[:16]}"'
    if request.headers.get("If-None-Match") == etag:
        return web.Response(status=304, headers={"ETag": etag})
    return web.Response(body=body, content_type=kind, headers={"ETag": etag})


def region(number: int, pages: int) -> Region:
    """The registry entry of a host."""
    name = host(number, pages)
    return Region(
        id=f"h{number}",
        name=Name(ru=name, en=name),
        iso_3166_2=f"XX-{number}",
        home=f"http://{name}/",  # type: ignore[arg-type] # pydantic reads text
    )


@contextmanager
def town(*, heavy: bool = False) -> Iterator[int]:
    """The port of the town while the block runs."""
    command = [sys.executable, "-m", "benchmarks.town", *(["heavy"] if heavy else [])]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield int(process.stdout.readline())
        finally:
            process.terminate()


def main() -> None:
    app = web.Application()
    app[HEAVY] = "heavy" in sys.argv
    app.router.add_get("/{path:.*}", answer)
    listening = socket.create_server(("127.0.0.1", 0), backlog=512)
    print(listening.getsockname()[1], flush=True)
    web.run_app(app, sock=listening, print=None, access_log=None)


if __name__ == "__main__":
    main()
