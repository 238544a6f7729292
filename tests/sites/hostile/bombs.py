"""Small answers that are large once unpacked: gzip, deflate, gzip in gzip, brotli's quiet cousin."""

import gzip
import zlib

ZEROS = bytes(50_000_000)
PACKED = {
    "gzip": gzip.compress(ZEROS),
    "deflate": zlib.compress(ZEROS),
    "gzip, gzip": gzip.compress(gzip.compress(ZEROS)),
    "gzip, gzip, gzip, gzip, gzip": gzip.compress(b"<p>five layers</p>"),
}


def talk(asked, wire):
    names = list(PACKED)
    if asked.path == "/":
        links = (f'<a href="/byudzhet/{n}.pdf">Бюджет {n}</a>' for n in range(len(names)))
        return wire.page("".join(links))
    if not asked.path.startswith("/byudzhet/"):
        return False
    name = names[int(asked.path[10])]
    return wire.page(PACKED[name], kind="application/pdf", Content_Encoding=name)
