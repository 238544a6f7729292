"""Ways in which scripts spell what they ask for."""

import pytest

from crawler.pages.link import LinkKind
from crawler.pages.scripted.mentions import mentions
from crawler.pages.scripted.paging import following

ASKED = {
    "fetch('/api/docs')": "/api/docs",
    'fetch("/data/list?year=2026",{method:"GET"})': "/data/list?year=2026",
    "$.getJSON('/ajax/docs.php?sect=5', f)": "/ajax/docs.php?sect=5",
    "$.ajax({ type: 'GET', url: '/docs/list', success: f })": "/docs/list",
    "axios.get(`/api/docs?page=${page}&size=20`)": "/api/docs?size=20",
    "const API_URL = 'https://api.x.invalid'; axios.get(API_URL + '/docs')": "https://api.x.invalid/docs",
    "var base='/rest'; $.get(base + '/docs/' + 'all')": "/rest/docs/all",
    'xhr.open("GET", "/get/docs", true)': "/get/docs",
    'fetch("".concat("/api","/docs"))': "/api/docs",
    'let u="\\/api\\/docs";': "/api/docs",
    'var h=axios.create({baseURL:"/backend"});h.get("/docs")': "/backend/docs",
    "const e={endpoint:'/some/where'}": "/some/where",
    "new URL('/api/docs', location.origin)": "/api/docs",
    "fetch(window.location.origin + '/api/docs')": "/api/docs",
}
TEMPLATES = {
    "fetch('/api/docs/' + item.id)": "/api/docs/{id}",
    "fetch(`/api/docs/${doc.slug}/files`)": "/api/docs/{slug}/files",
    '{path:"/docs/:id(\\\\d+)",component:D}': "/docs/{id}",
    "location.href = '/docs/detail.php?id=' + row.id": "/docs/detail.php?id={id}",
    "fetch(window.CONFIG.apiUrl + '/docs')": "{apiUrl}/docs",
}
NOTHING = [
    'axios.post("/api/feedback", data)',
    "fetch('/api/vote', {method: 'POST', body: b})",
    "$.ajax({type:'POST', url:'/ajax/send'})",
    'headers.get("content-type"); x = "application/json"; y = "text/html"',
    'img.src = "/i/logo.png"; a = "/css/x.css"; svg = "http://www.w3.org/2000/svg"',
    'x = "/"; y = "//"; params.get("id")',
    "fetch('/graphql')",
]


@pytest.mark.parametrize("script", ASKED)
def test_asked(script: str) -> None:
    found = {m.address for m in mentions(script) if m.kind is LinkKind.ENDPOINT}
    assert found == {ASKED[script]}


@pytest.mark.parametrize("script", TEMPLATES)
def test_templates(script: str) -> None:
    found = [m.address for m in mentions(script) if m.kind is LinkKind.TEMPLATE]
    assert found == [TEMPLATES[script]]


@pytest.mark.parametrize("script", NOTHING)
def test_nothing_is_asked(script: str) -> None:
    assert tuple(mentions(script)) == ()


ROWS = [{"a": 1}] * 10
BASE = "https://x.invalid/api"
PAGED = [
    ("?page=1", {"pages": 3, "items": ROWS}, "?page=2"),
    ("?page=3", {"pages": 3, "items": ROWS}, ""),
    ("", {"current_page": 1, "last_page": 4, "data": ROWS}, "?page=2"),
    ("", {"meta": {"pagination": {"page": 2, "pageCount": 2}}, "data": ROWS}, ""),
    ("?q=1", {"content": ROWS, "number": 0, "totalPages": 2, "last": False}, "?q=1&page=1"),
    ("?page=1", {"content": ROWS, "number": 1, "totalPages": 2, "last": True}, ""),
    ("?limit=10&offset=0", {"total": 25, "rows": ROWS}, "?limit=10&offset=10"),
    ("?limit=10&offset=20", {"total": 25, "rows": ROWS[:5]}, ""),
    ("?_start=10&_limit=10", ROWS, "?_limit=10&_start=20"),
    ("?_start=10&_limit=10", ROWS[:3], ""),
    ("?page=2&per_page=10", ROWS, "?per_page=10&page=3"),
    ("?page=2&hasMore=1", {"hasMore": True, "items": ROWS}, "?hasMore=1&page=3"),
    ("?page=2", {"hasNext": False, "items": ROWS}, ""),
    ("?page=2", {"count": 10, "items": ROWS}, ""),
    ("", {"items": ROWS, "count": 500}, ""),
    ("", ROWS, ""),
]


@pytest.mark.parametrize(("query", "data", "further"), PAGED)
def test_further_parts(query: str, data: object, further: str) -> None:
    assert following(BASE + query, data) == (BASE + further if further else "")
