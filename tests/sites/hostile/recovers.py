"""Answers 500 and then 200; one page never recovers, one hangs up and then answers."""


def talk(asked, wire):
    if asked.path == "/":
        return wire.page(
            '<a href="/byudzhet/a.pdf">Бюджет для граждан</a>'
            '<a href="/byudzhet/b/">Бюджет: ошибка</a><a href="/byudzhet/c.pdf">Бюджет 2026</a>'
        )
    if asked.path == "/byudzhet/b/" or (asked.path == "/byudzhet/a.pdf" and asked.nth == 1):
        return wire.page("<h1>Internal Server Error</h1>", "500 Internal Server Error")
    if asked.path == "/byudzhet/c.pdf" and asked.nth == 1:
        return wire.connection.close()
    return wire.page("%PDF-1.7", kind="application/pdf") if asked.path.endswith("pdf") else False
