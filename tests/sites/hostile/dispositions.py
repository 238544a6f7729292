"""File names that want to leave their folder, split a header, or come in an old alphabet."""

NAMES = {
    "/byudzhet/up.pdf": b'attachment; filename="../../../../etc/cron.d/budget"',
    "/byudzhet/nul.pdf": b'attachment; filename="a\x01\x1b[31m.pdf"',
    "/byudzhet/long.pdf": b'attachment; filename="' + b"y" * 7_000 + b'.pdf"',
    "/byudzhet/cp1251.pdf": 'attachment; filename="Бюджет для граждан.pdf"'.encode("cp1251"),
    "/byudzhet/koi8.pdf": 'attachment; filename="Бюджет для граждан на следующий год.pdf"'.encode(
        "koi8-r"
    ),
    "/byudzhet/utf8.pdf": 'attachment; filename="Бюджет для граждан.pdf"'.encode(),
}


def talk(asked, wire):
    if asked.path == "/":
        return wire.page("".join(f'<a href="{path}">Бюджет</a>' for path in NAMES))
    if asked.path not in NAMES:
        return False
    said = b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 8\r\n"
    return wire.send(said + b"Content-Disposition: " + NAMES[asked.path] + b"\r\n\r\n%PDF-1.7")
