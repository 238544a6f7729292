"""Ten thousand links on one page, each to a page with ten thousand more."""


def talk(asked, wire):
    if asked.path in ("/robots.txt", "/sitemap.xml"):
        return False
    here = asked.path.rstrip("/")
    return wire.page("".join(f'<a href="{here}/p{n}/">Страница {n}</a>' for n in range(10_000)))
