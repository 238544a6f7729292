"""Pages that only a script fills, and short pages that are honest."""

import pytest

from crawler.pages import Page, is_shell


def page(html: str) -> Page:
    return Page("https://fin.invalid/", html.encode(), html, "text/html")


APP = '<script src="/static/js/main.4f2a.js"></script>'
FILLED = "<script>fetch('/api/docs').then(r=>r.json()).then(d=>{document.getElementById('docs').innerHTML=d})</script>"
MENU = "<nav>" + "".join(f'<a href="/{n}">Раздел сайта {n}</a>' for n in range(30)) + "</nav>"

SHELLS = {
    "react": f'<!doctype html><html><body><noscript>Включите JavaScript</noscript><div id="root"></div>{APP}</body></html>',
    "vue": '<!doctype html><body><div id="app"><div class="spinner">Загрузка…</div></div><script type="module" src="/assets/index.js"></script>',
    "angular": '<!doctype html><body><app-root>Подождите</app-root><script src="runtime.js" defer></script></body>',
    "nuxt": '<!doctype html><body><div id="__nuxt"></div><script src="/_nuxt/a1.js"></script></body>',
    "inside a frame": f'<!doctype html><body><header><a href="/">Министерство финансов</a>{MENU}</header><div id="app"></div><footer>{"адрес " * 40}</footer>{APP}</body>',
    "filled by name": f'<!doctype html><body><h1>Документы</h1><div id="docs"></div>{FILLED}</body>',
    "jquery": "<!doctype html><body><div id='list'></div><script src='/jquery.min.js'></script><script>$.getJSON('/ajax/list', function(d){ $('#list').html(d) })</script>",
    "cookies": f'<!doctype html><body><div class="cookie-banner">{"Мы используем файлы cookie. " * 10}<a href="/p">Политика</a></div><div id="app"></div>{APP}</body>',
}
HONEST = {
    "short": "<!doctype html><body><h1>Раздел в разработке</h1></body>",
    "short with scripts": f"<!doctype html><body><div id='panel'></div><h1>Раздел в разработке</h1><p>Приносим извинения</p>{APP}</body>",
    "counter": '<!doctype html><body><p>Страница не найдена</p><div id="app-counter"></div><script src="/metrika/tag.js"></script></body>',
    "frames": '<!doctype html><html><frameset cols="20,*"><frame src="m.htm"></frameset><script src="a.js"></script></html>',
    "iframe": f'<!doctype html><body><div id="app"></div><iframe src="/doc.html"></iframe>{APP}</body>',
    "refresh": f'<!doctype html><head><meta http-equiv="refresh" content="0; url=/new/"></head><body><div id="app"></div>{APP}</body>',
    "redirect": f'<!doctype html><body><div id="root"></div><script>\nlocation.href = "/ru/";</script>{APP}</body>',
    "a wall": '<!doctype html><title>DDoS-Guard</title><body><noscript>Включите JavaScript</noscript><div id="root"></div><script src="/.well-known/ddos-guard/js-challenge/index.js"></script>',
    "a check": '<!doctype html><title>Just a moment...</title><body><div id="app">Checking your browser</div><script src="/x.js"></script>',
    "a denial": f'<!doctype html><body><h1>Доступ к сайту ограничен</h1><div id="app"></div>{APP}</body>',
    "rendered": f'<!doctype html><body><div id="__next"><main><h1>Бюджет для граждан</h1><ul>{"<li><a href=/b.pdf>Брошюра за год</a></li>" * 5}</ul></main></div>{APP}</body>',
    "words": f'<!doctype html><body><div id="chat-app"></div><p>{"Бюджет области на год. " * 12}</p>{APP}</body>',
    "no html": "%PDF-1.4",
    "empty": "",
}  # fmt: skip


@pytest.mark.parametrize("name", SHELLS)
def test_a_shell(name: str) -> None:
    assert is_shell(page(SHELLS[name]))


@pytest.mark.parametrize("name", HONEST)
def test_no_shell(name: str) -> None:
    assert not is_shell(page(HONEST[name]))
