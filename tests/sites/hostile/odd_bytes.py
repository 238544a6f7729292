"""Pages no parser likes: 50,000 nested tags, zero bytes among the letters, a tag of a megabyte."""

LINK = '<a href="/byudzhet/b.pdf">Бюджет для граждан</a>'
PAGES = {
    "/": '<a href="/byudzhet/deep">Бюджет</a><a href="/byudzhet/nul">Бюджет</a>'
    '<a href="/byudzhet/tag">Бюджет</a>',
    "/byudzhet/deep": "<div>" * 50_000 + LINK,
    "/byudzhet/nul": "<html>\0<body>\0" + LINK.replace("для", "д\0ля") + "\0" * 500,
    "/byudzhet/tag": f'<p title="{"x" * 2**20}">{LINK.replace("b.pdf", "c.pdf")}',
}


def talk(asked, wire):
    if asked.path in PAGES:
        return wire.page(PAGES[asked.path])
    return wire.page("%PDF-1.7", kind="application/pdf") if asked.path.endswith("pdf") else False
