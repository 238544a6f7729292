"""A small server that cannot bear two requests at once; each takes it a while."""

import time


def talk(asked, wire):
    time.sleep(0.03)
    if asked.path == "/robots.txt":
        return wire.page("User-agent: *\nDisallow: /two/secret\n", kind="text/plain")
    if asked.path in ("/one/", "/two/"):
        links = (f'<a href="{asked.path}b{n}.pdf">Бюджет {n}</a>' for n in range(6))
        return wire.page(f"<h1>{asked.path}</h1>" + "".join(links))
    return wire.page("%PDF-1.7", kind="application/pdf") if asked.path.endswith("pdf") else False
