"""A chunked answer that never ends, a few bytes at a time."""


def talk(asked, wire):
    if asked.path == "/":
        return wire.page('<a href="/byudzhet/">Бюджет для граждан</a>')
    if asked.path != "/byudzhet/":
        return False
    wire.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
    while not wire.over.wait(0.2):
        wire.send(b"5\r\n<p>x\n\r\n")
    return True
