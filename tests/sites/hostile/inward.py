"""Leads into networks that are none of ours: by a name, by a literal, by odd spellings of one."""

TARGETS = {
    "/byudzhet/name": "http://inner.oblast.invalid/latest/meta-data/",
    "/byudzhet/mapped": "http://[::ffff:169.254.169.254]/",
    "/byudzhet/number": "http://2852039166/",
    "/byudzhet/hex": "http://0xa9.0xfe.0xa9.0xfe/",
    "/byudzhet/any": "http://0.0.0.0/",
}


def talk(asked, wire):
    if asked.host != "fin.oblast.invalid":
        return wire.page("the keys of the kingdom")
    if asked.path == "/":
        links = "".join(f'<a href="{path}">Бюджет</a>' for path in TARGETS)
        return wire.page(f'{links}<a href="http://inner.oblast.invalid/byudzhet.pdf">Бюджет</a>')
    return wire.redirect(TARGETS[asked.path]) if asked.path in TARGETS else False
