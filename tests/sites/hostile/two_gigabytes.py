"""Two gigabytes of zeros: with their size said beforehand, and without."""

SIZE = 2 * 2**30
PIECE = bytes(2**20)


def talk(asked, wire):
    if asked.path == "/":
        return wire.page(
            '<a href="/byudzhet/said.zip">Бюджет для граждан</a>'
            '<a href="/byudzhet/unsaid.zip">Бюджет для граждан</a>'
        )
    if not asked.path.startswith("/byudzhet/"):
        return False
    size = f"Content-Length: {SIZE}\r\n".encode() if asked.path.endswith("/said.zip") else b""
    wire.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\n" + size + b"\r\n")
    for _ in range(SIZE // len(PIECE)):
        wire.send(PIECE)
    return True
