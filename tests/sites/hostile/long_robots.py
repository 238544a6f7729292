"""robots.txt of half a megabyte whose last rule forbids what the home page links to."""

FILLER = "".join(f"Disallow: /old/{n:06}/\r" for n in range(22_000))
RULES = f"User-agent: *\r{FILLER}Disallow: /byudzhet/secret\r"


def talk(asked, wire):
    if asked.path == "/robots.txt":
        return wire.page(RULES, kind="text/plain")
    if asked.path == "/":
        return wire.page('<a href="/byudzhet/secret/b.pdf">Бюджет для граждан</a>')
    return False
