"""Sets cookies until a request with all of them would be too large for any server, itself too."""


def talk(asked, wire):
    if len(asked.headers.get("cookie", "")) > 16_000:
        return wire.page("<h1>Request Header Or Cookie Too Large</h1>", "400 Bad Request")
    if asked.path in ("/robots.txt", "/sitemap.xml"):
        return False
    n = 0 if asked.path == "/" else int(asked.path.strip("/").rpartition("/")[2] or 0)
    cookies = "".join(f"Set-Cookie: c{n}_{m}={'y' * 3_000}; Path=/\r\n" for m in range(8))
    body = f'<h1>Бюджет, часть {n}</h1><a href="/byudzhet/{n + 1}/">Бюджет: дальше</a>'.encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{cookies}Content-Length: {len(body)}\r\n\r\n"
    return wire.send(head.encode() + body)
