"""Are walls told from sites, and sites from walls?"""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from scrapy.http import Headers, HtmlResponse, Response

from crawler.model import Outcome
from crawler.transport import walls
from crawler.transport.blockpage import vendor
from crawler.transport.outcome import of_response

WALLS = {
    "ddos-guard": """<!doctype html><html><head><title>DDoS-Guard</title></head><body>
        <h1>Checking your browser before accessing budget.example</h1>
        <script src="/.well-known/ddos-guard/js-challenge/index.js"></script></body></html>""",
    "qrator": """<html><head><script src="/__qrator/qauth_utm_v2.js"></script></head>
        <body></body></html>""",
    "servicepipe": """<html><body><div id="id_spinner" class="container"></div>
        <div id="id_captcha_frame_div" style="display: none"></div>
        <script>function get_cookie_spsn(){return "spsn=1_"}</script></body></html>""",
    "variti": """<html><head><title>Проверка</title></head><body>
        <script src="https://static.variti.example/check.js"></script>
        <script>document.cookie="ipp_uid=1"</script></body></html>""",
    "cloudflare": """<html><head><title>Just a moment...</title></head><body>
        <noscript>Enable JavaScript and cookies to continue</noscript>
        <script>window._cf_chl_opt={cvId:"3"};</script></body></html>""",
    "f5": """<html><head><title>Request Rejected</title></head><body>
        The requested URL was rejected. Please consult with your administrator.<br><br>
        Your support ID is: 1</body></html>""",
    "captcha": """<html><body><form method="post"><div class="g-recaptcha" data-sitekey="1">
        </div><input type="text" name="code"><input type="submit"></form></body></html>""",
    "unsigned": """<html><head><title>Доступ ограничен</title></head>
        <body><p>Ваш запрос заблокирован. Обратитесь к администратору.</p></body></html>""",
}
MENU = "".join(f'<li><a href="/{n}">Раздел {n}</a></li>' for n in range(20))
TEXT = "<p>Министерство финансов публикует бюджет для граждан каждый год.</p>" * 12
FEEDBACK = """<form action="/feedback"><input type="text" name="name"><input type="email">
    <textarea name="message"></textarea><div class="g-recaptcha"></div>
    <label>Введите код с картинки (captcha), подтвердите, что вы не робот</label></form>"""
SITES = {
    "a page with a captcha in its form": f"<body><ul>{MENU}</ul>{TEXT}{FEEDBACK}</body>",
    "a page that is little but a form": f"<body><h1>Обращения</h1>{FEEDBACK}</body>",
    "news about access": f"<body><ul>{MENU}</ul><h1>Доступ к сайту ограничен: что делать"
    "</h1></body>",
    "an article on protection": f"<body>{TEXT}<p>Мы перешли на ddos-guard, checking your browser "
    "больше не потребуется, /.well-known/ddos-guard/ закрыт</p></body>",
    "a portal drawn by a script": """<html><head><title>Открытый бюджет</title>
        <script src="https://www.google.com/recaptcha/api.js"></script>
        <script src="/app.js"></script></head><body><div id="app"></div></body></html>""",
    "a portal with bot detection": """<html><head><title>Портал</title><script
        src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script></head>
        <body><div id="app"></div></body></html>""",
    "a short page": "<html><title>Бюджет</title><body><p>Раздел наполняется.</p></body></html>",
    "an empty one": "",
    "a frameset": '<html><frameset><frame src="/main.html"></frameset></html>',
}
NO_HEADERS = Headers()


@pytest.mark.parametrize("who", WALLS)
@pytest.mark.parametrize("status", [200, 403, 401, 429, 503, 404])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
def test_a_wall_is_known_whatever_its_status(who, status, encoding):
    assert vendor(status, NO_HEADERS, WALLS[who].encode(encoding)) == who


@pytest.mark.parametrize("what", SITES)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
def test_a_site_is_no_wall(what, encoding):
    assert vendor(200, NO_HEADERS, SITES[what].encode(encoding)) == ""


def test_good_answers_of_protected_sites_are_good():
    headers = Headers({"Server": "ddos-guard", "Set-Cookie": "__ddg1_=x; qrator_jsid=y"})
    assert vendor(200, headers, SITES["a short page"].encode()) == ""
    assert vendor(200, headers, b"%PDF-1.7 id_captcha_frame_div") == ""


def test_cloudflares_own_word():
    assert vendor(403, Headers({"cf-mitigated": "challenge"}), b"") == "cloudflare"


def test_a_plain_403_is_nobodys_wall():
    page = b"<html><head><title>403 Forbidden</title></head><body>nginx</body></html>"
    assert vendor(403, NO_HEADERS, page) == ""


def test_a_wall_ends_as_blocked_even_when_it_says_404():
    for status in (200, 404):
        body = WALLS["servicepipe"].encode()
        outcome, reason = of_response(HtmlResponse("http://x/", status=status, body=body))
        assert outcome is Outcome.BLOCKED
        assert "servicepipe" in reason


FOLDER = Path(__file__).parents[2] / "sites" / "walls"
SAVED = sorted(FOLDER.glob("*/*.html"))
BYUDZHET = "http://fin.oblast.invalid/byudzhet/"


def saved(path):
    said = yaml.safe_load(path.with_suffix(".yaml").read_text("utf-8"))
    return Response(BYUDZHET, said["status"], said["headers"], path.read_bytes())


@pytest.mark.parametrize("path", SAVED, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_a_page_is_whose_folder_it_stands_in(path):
    response = saved(path)
    outcome, reason = of_response(response)
    if path.parent.name == "honest":
        assert outcome is not Outcome.BLOCKED
    else:
        assert outcome is Outcome.BLOCKED
        assert reason == f"HTTP {response.status}, a challenge page: {path.parent.name}"


def test_every_vendor_has_pages_and_every_page_its_headers():
    folders = {path.parent.name for path in SAVED}
    assert folders == {w.vendor for w in walls.WALLS} | {
        "captcha",
        "cookie-check",
        "unsigned",
        "honest",
    }
    assert {p.with_suffix("") for p in SAVED} == {
        p.with_suffix("") for p in FOLDER.glob("*/*.yaml")
    }
    assert any(b"\xea\xe0" in p.read_bytes() for p in SAVED), "pages in windows-1251 are among them"


def test_a_script_that_leads_elsewhere_is_the_sites_own():
    page = b'<script>document.cookie="a=1";location.href="/byudzhet/";</script>'
    assert vendor(200, NO_HEADERS, page, BYUDZHET) == "cookie-check"
    assert vendor(200, NO_HEADERS, page, "http://fin.oblast.invalid/") == ""


PIECES = [p.read_bytes() for p in SAVED]


@settings(deadline=None)  # the machine may be busy
@given(st.sampled_from(PIECES), st.integers(0, 400), st.binary(max_size=60), st.integers(100, 999))
def test_any_page_ends_as_something(page, at, dirt, status):
    body = page[:at] + dirt + page[at:]
    outcome, reason = of_response(Response("http://x/[", status, {}, body))
    assert isinstance(outcome, Outcome)
    assert isinstance(reason, str)
