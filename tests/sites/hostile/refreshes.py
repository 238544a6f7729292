"""Pages that send their reader on without end, by a refresh and by a script."""


def talk(asked, wire):
    if asked.path == "/":
        return wire.page(
            '<meta http-equiv="refresh" content="0; url=/byudzhet/m/1"><a href="/byudzhet/s/1">Бюджет</a>'
        )
    kind, _, n = asked.path.removeprefix("/byudzhet/").partition("/")
    if kind not in ("m", "s") or not n.isdigit():
        return False
    onward = f"/byudzhet/{kind}/{int(n) + 1}"
    if kind == "m":
        return wire.page(f'<html><meta http-equiv="refresh" content="0;url={onward}"></html>')
    return wire.page(
        f"<html><script>location.href = '{onward}'</script><body onclick=\"location.href='{onward}'\">"
    )
