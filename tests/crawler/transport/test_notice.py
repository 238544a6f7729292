"""Is a notice that there is no page told from a page that speaks of one?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.transport.imprint import imprint
from crawler.transport.notice import (
    has_notice,
    is_notice,
    makes_one_wonder,
    may_tell,
    plain,
    titles_a_notice,
)

NOTICES = [
    "404 Not Found", "Not Found", "Error 404", "HTTP Error 404", "404 - Page Not Found", "Ошибка 404",
    "Страница не найдена", "СТРАНИЦА НЕ НАЙДЕНА!", "Ошибка 404. Страница не найдена.",
    "404: запрашиваемая страница не найдена", "К сожалению, запрашиваемая вами страница не существует",
    "Страница не существует или была удалена", "Запрошенный документ не найден", "Файл не найден",
    "Элемент не найден!", "Раздел не найден", "Такой страницы нет", "Упс! Такой страницы не существует",
    "Документ был удалён", "The requested page was not found", "The page you requested cannot be found",
    "The requested URL was not found on this server", "Данная страница отсутствует",
    "Страница, которую вы ищете, не найдена", "Материал не найден",
]  # fmt: skip
HONEST = [
    "404", "404 млн рублей", "Постановление № 404", "404 учреждения получили субсидии",
    "В ходе проверки нарушений не найдено", "Документы не найдены", "Документов не найдено",
    "Информация отсутствует", "По вашему запросу ничего не найдено", "Бюджет для граждан",
    "Найдена ошибка в отчёте", "Ошибки в бюджетной отчётности", "Страница министра",
    "Документ не найден в архиве с 1998 года", "Раздел в разработке", "Страница 404 из 500", "",
]  # fmt: skip


@pytest.mark.parametrize("text", NOTICES)
def test_notices(text):
    assert is_notice(text)
    assert titles_a_notice(f"{text} | Министерство финансов")
    assert titles_a_notice(f"Министерство финансов — {text}")


@pytest.mark.parametrize("text", HONEST)
def test_honest_headings(text):
    assert not is_notice(text)


def page(main, title="Министерство финансов", menu=40):
    links = "".join(f'<li><a href="/{n}">Раздел номер {n}</a></li>' for n in range(menu))
    return (
        f"<html><head><title>{title}</title><script src='/a.js'></script></head><body><nav><ul>"
        f"{links}</ul></nav><main>{main}</main><footer>Телефон 223-32-23</footer></body></html>"
    ).encode()


STATING = {
    "heading": page("<h1>Страница не найдена</h1><p>Вернитесь на главную.</p>"),
    "title": page("<p>Воспользуйтесь картой сайта</p>", "404 | Минфин"),
    "bitrix": page('<p><font class="errortext">Элемент не найден!</font></p>'),
    "windows-1251": page("<h1>Ошибка 404</h1>").decode().encode("cp1251"),
    "plain": b"File not found.",
    "json": b'{"timestamp": "2026-11-26", "status": 404, "error": "Not Found"}',
    "json, in words": '{"success": false, "message": "Документ не найден"}'.encode(),
}
NOT_STATING = {
    "an amount": page("<h1>Бюджет для граждан</h1><h2>404</h2><p>млн рублей на дороги</p>"),
    "news": page("<h1>Итоги проверки</h1><p>Нарушений не найдено, документ не найден был в одном"
                 " случае, остальные проверены.</p>" + "<p>Подробности проверки бюджета.</p>" * 20),
    "an empty list": page("<h1>Документы</h1><p>Документов не найдено</p>"),
    "a short page": page("<h1>Бюджет для граждан</h1><p>Раздел наполняется</p>"),
    "an empty section": page("<h1>Отчётность</h1><p>Информация отсутствует</p>"),
    "a wrong title over a real text": page("<p>Расходы на школы выросли.</p>" * 50, "Ошибка 404"),
    "json": b'{"status": 200, "total": 404, "message": "ok"}',
    "json list": b'[{"code": 404, "name": "x"}]',
}  # fmt: skip


@pytest.mark.parametrize("what", STATING)
def test_pages_that_are_nothing_but_a_notice(what):
    assert imprint(STATING[what], "http://x.invalid/a").states


@pytest.mark.parametrize("what", NOT_STATING)
def test_pages_that_are_more(what):
    assert not imprint(NOT_STATING[what], "http://x.invalid/a").states


def test_a_page_asked_twice_is_like_itself():
    def soft(path, day, visitors, token):
        return page(
            f"<p>По адресу {path} у нас ничего. Сегодня {day} ноября 2026, 12:{day}.</p>"
            f"<p>Посетителей: {visitors}</p><input value='{token}'>",
            f"Минфин {path}",
        )

    one = imprint(soft("/byudzhet/2026", 3, 99, "ab"), "http://x.invalid/byudzhet/2026")
    two = imprint(soft("/zq81/", 26, 1001, "cd"), "http://x.invalid/zq81/")
    assert one.is_like(two)
    assert two.is_like(one)


@pytest.mark.parametrize("what", ["an amount", "news", "an empty list", "a short page"])
def test_a_short_page_is_not_like_the_notice_in_the_same_frame(what):
    """Two hundred words of menu in common say nothing."""
    notice = imprint(page("<h1>Страница не найдена</h1><p>Перейдите на главную</p>", menu=200), "")
    assert not imprint(NOT_STATING[what], "").is_like(notice)


def test_news_beside_a_notice_may_change():
    def soft(news):
        return page(f"<h2>Страница не найдена</h2><p>{'Проверьте адрес, ' * 12}</p>").replace(
            b"<footer>", f"<aside>{news}</aside><footer>".encode()
        )

    one = imprint(soft("Губернатор открыл школу в районе"), "")
    assert one.is_like(imprint(soft("Курс рубля вырос на бирже вчера вечером"), ""))


def test_a_page_of_50_000_nested_tags_is_not_parsed():
    assert not imprint(b"<div>" * 50_000, "http://x.invalid/").states


PIECES = ("НЕ", "Удалён", "найден", "существует", "нет", "Такой", "страницы", "not", "FOUND", "no")
GAPS = (" ", "\n", "_", ". ", " — ", "", "\xa0")


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), max_size=6))
def test_a_text_that_is_passed_over_has_nothing_to_tell(parts):
    text = "".join(word + gap for word, gap in parts)
    if not may_tell(text):
        assert not has_notice(plain(text))
        assert not makes_one_wonder(plain(text))


@pytest.mark.parametrize("text", NOTICES)
def test_no_notice_is_passed_over(text):
    assert may_tell(text) or not (has_notice(plain(text)) or makes_one_wonder(plain(text)))


def test_most_texts_are_passed_over():
    assert not may_tell("Бюджет для граждан на 2026 год и на плановый период 2027 и 2028 годов")
