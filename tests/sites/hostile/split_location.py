"""Redirects whose target holds line ends: raw ones make a second header, escaped ones a lure."""

TARGETS = {
    "/byudzhet/raw": b"/next\r\nX-Injected: yes",
    "/byudzhet/alone": b"/next\rX-Injected: yes",
    "/byudzhet/escaped": b"/next%0d%0aX-Injected:%20yes",
    "/byudzhet/tab": b"http://fin.oblast.invalid\t.evil.invalid/",
    "/byudzhet/scheme": b"java\tscript:alert(1)",
    "/byudzhet/file": b"file:///etc/passwd",
}


def talk(asked, wire):
    if asked.path == "/":
        return wire.page("".join(f'<a href="{path}">Бюджет</a>' for path in TARGETS))
    if asked.path.startswith("/next"):
        return wire.page("<h1>Бюджет</h1>")
    if asked.path not in TARGETS:
        return False
    where = TARGETS[asked.path]
    return wire.send(b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + where + b"\r\n\r\n")
