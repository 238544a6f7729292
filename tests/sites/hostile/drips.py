"""A server that answers a byte at a time, so that no silence is ever long: body or headers."""

BODY = b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
HEAD = b"HTTP/1.1 200 OK\r\nX-Patience: " + b"y" * 100_000


def talk(asked, wire):
    if asked.path == "/":
        return wire.page('<a href="/byudzhet/body">Бюджет</a><a href="/byudzhet/head">Бюджет</a>')
    if asked.path == "/byudzhet/body":
        wire.send(BODY)
        return wire.drip(b"x" * 100_000, 0.1)
    return wire.drip(HEAD, 0.1) if asked.path == "/byudzhet/head" else False
