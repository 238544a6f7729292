"""A calendar whose every month and day leads to the next: four ways to spell them."""

import re


def talk(asked, wire):
    if asked.path == "/":
        return wire.page('<a href="/byudzhet/events/2026/1">Бюджет: календарь событий</a>')
    found = re.fullmatch(r"/byudzhet/events/(\d+)/(\d+)(?:\?.*)?", asked.path)
    plain = re.fullmatch(r"/byudzhet/events/m(\d+)\.html", asked.path)
    n = int(plain[1]) if plain else 12 * int(found[1]) + int(found[2]) if found else 0
    if not n:
        return False
    year, month = divmod(n + 1, 12)
    return wire.page(
        f'<h1>Бюджет, месяц {n}</h1><a href="/byudzhet/events/{year}/{month}">дальше</a>'
        f'<a href="/byudzhet/events/m{n + 1}.html">Бюджет: следующий месяц</a>'
        f'<a href="?month={n + 1}">следующий</a><a href="?date={year}-{month}-01">день</a>'
    )
