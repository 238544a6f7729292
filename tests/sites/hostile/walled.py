"""A site that lets two pages out and then puts a wall before everything."""

WALL = """<html><head><title>DDoS-Guard</title></head><body><h1>Проверка браузера</h1>
<script src="/.well-known/ddos-guard/js-challenge/index.js"></script></body></html>"""


def talk(asked, wire):
    if asked.path in ("/robots.txt", "/sitemap.xml"):
        return False
    if asked.path == "/":
        return wire.page("".join(f'<a href="/byudzhet/{n}/">Бюджет {n}</a>' for n in range(12)))
    return wire.page(WALL, "200 OK" if asked.nth % 2 else "403 Forbidden")
