"""Redirects without end: to itself, between two hosts, with a query that grows, with a cookie."""


def talk(asked, wire):
    if asked.path == "/":
        return wire.page(
            '<a href="/byudzhet/self">Бюджет</a><a href="/byudzhet/two">Открытый бюджет</a>'
            '<a href="/byudzhet/grow?n=1">Бюджет для граждан</a><a href="/byudzhet/cookie">Бюджет</a>'
        )
    where = asked.path.partition("?")[0]
    other = "www.fin.oblast.invalid" if asked.host == "fin.oblast.invalid" else "fin.oblast.invalid"
    if where == "/byudzhet/self":
        return wire.redirect(asked.path)
    if where == "/byudzhet/two":
        return wire.redirect(f"http://{other}/byudzhet/two")
    if where == "/byudzhet/grow":
        return wire.redirect(asked.path + "&n=1")
    if where == "/byudzhet/cookie":
        return wire.redirect(asked.path, Set_Cookie=f"seen={asked.nth}")
    return False
