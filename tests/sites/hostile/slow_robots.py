"""robots.txt comes a byte at a time, and never ends."""


def talk(asked, wire):
    if asked.path == "/robots.txt":
        wire.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
        return wire.drip(b"User-agent: *\n" * 10_000, 0.1)
    return wire.page('<a href="/byudzhet/">Бюджет</a>')
