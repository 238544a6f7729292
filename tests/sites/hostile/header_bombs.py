"""Headers without end: one of 100 KB, 100 KB in forty, ten thousand short ones."""

BOMBS = {
    "/byudzhet/long": f"X-Long: {'y' * 100_000}\r\n",
    "/byudzhet/forty": "".join(f"X-Part-{n}: {'y' * 2_500}\r\n" for n in range(40)),
    "/byudzhet/many": "".join(f"X-{n}: y\r\n" for n in range(10_000)),
}


def talk(asked, wire):
    if asked.path == "/":
        return wire.page("".join(f'<a href="{path}">Бюджет</a>' for path in BOMBS))
    if asked.path not in BOMBS:
        return False
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{BOMBS[asked.path]}"
    return wire.send(f"{head}Content-Length: 2\r\n\r\nok".encode())
