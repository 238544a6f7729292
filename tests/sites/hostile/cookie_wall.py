"""A wall that wants its cookie back before it opens, and asks no more than that."""

WALL = "<html><script>document.cookie='ok=1';location.reload()</script></html>"


def talk(asked, wire):
    if asked.path in ("/robots.txt", "/sitemap.xml"):
        return False
    if "pass=1" in asked.headers.get("cookie", ""):
        return wire.page("<h1>Министерство финансов</h1>")
    return wire.page(WALL, Set_Cookie="pass=1; Path=/")
