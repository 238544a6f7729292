"""What is no HTTP/1.1: an answer of HTTP/0.9, half a status line, a header without a name."""

ANSWERS = {
    "/byudzhet/09": b"<html><body>HTTP/0.9 knows no headers</body></html>",
    "/byudzhet/half": b"HTTP/1.1 20",
    "/byudzhet/nameless": b"HTTP/1.1 200 OK\r\n: nameless\r\nContent-Length: 2\r\n\r\nok",
    "/byudzhet/length": b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nok",
    "/byudzhet/two": b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 9\r\n\r\nok",
    "/byudzhet/chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nok\r\n",
    "/byudzhet/noise": bytes(range(256)) * 8,
}


def talk(asked, wire):
    if asked.path == "/":
        return wire.page("".join(f'<a href="{path}">Бюджет</a>' for path in ANSWERS))
    return wire.send(ANSWERS[asked.path]) if asked.path in ANSWERS else False
