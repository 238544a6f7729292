import pytest

from scoring.checks.contacts import Contacts
from scoring.model import PageLink, Stage, Table

CHECK = Contacts(kind="contacts", full=2, some=0.5)
PHONES = (
    "Телефон: +7 (3822) 51-23-45",
    "Звоните: 8 (800) 555-35-35",
    "тел. (3822) 51-23-45",
    "8-3822-51-23-45",
    "+73822512345",
    "8 (38-22) 51-23-45",
    "тел. 51-23-45",
    "Тел/факс: 8(3452)24-24-24",
    "8 800 555 35 35",
    "Справки по телефону: 8 (0000) 52-14-05.",
    "тел. 8 (000) 33-40-40",
    "+7 (000) 214-30-30",
    "Телефон (000) 9-14-14",
    "Телефон: (41322) 5-11-05, доб. 12",
    "8 (41322) 5-11-05",
    "тел. 214-305",
    "т. 33-40-40",
    "Приёмная: 4-12-30",
    "Звонить по номеру 214-30-30",
    "☎ 8 (000) 22-11-33",
    "Позвоните: 2-11-05",
)
MAILS = ("Пишите: minfin@tomsk.gov.ru", "minfin(at)mail.ru", "почта бюджет@минфин.рф")
ADDRESSES = (
    "634050, г. Томск, пл. Ленина, д. 6",
    "Адрес: г. Томск, проспект Ленина, 111",
    "620075, Свердловская область, Екатеринбург, проспект Ленина, 34",
    "101000, Москва, Ильинка, 9",
    "Как с нами связаться: Заборск, Торговые ряды, 8, кабинет 14.",
    "Адрес: Рудный, Дом Советов, 1",
    "Мы находимся в Рудном на улице Победы, 7",
    "Департамент финансов, ул. Советская, д. 12, г. Лесной",
    "Наш адрес: Заозёрск, Красные Зори, дом 4",
    "Министерство: г. Озёрск, ул. Набережная, 40, приём граждан по вторникам",
)
NOTHING = (
    "ИНН 7017069388, КПП 701701001, ОГРН 1027000853978",
    "ОКАТО 80401000000, ОКТМО 69701000001",
    "КБК 182 1 01 02010 01 1000 110",
    "Доходы 8 123 456 789,5 тыс. рублей",
    "Расходы 73 822 512 345 рублей",
    "Школа по ул. Ленина, д. 5 — 786,4 млн рублей",
    "Ремонт дороги по улице Мира, 15 км, 900001 тыс. рублей",
    "Население 634050 человек, 15 районов",
    "на 2027 год (512) 345-67-89",
    "Разработка сайта — веб-студия «Пиксель», тел. +7 (495) 111-22-33, info@pixel.ru",
    "Разработка сайта\n+7 (495) 111-22-33",
    "Техническая поддержка портала: +7 (495) 111-22-33",
    "картинка@2x.png",
    "Публичные слушания: 19 ноября 2026 года, 14:00, Порече, Соборная площадь, 2. Приходите!",
    "Ждём вас на публичных слушаниях 18 июня в 16:00 по адресу: Порече, Мира, 3",
    "Горячая линия соцзащиты: 8 (800) 100-20-30",
    "Об условиях выплаты узнайте в МФЦ по телефону 8 (3822) 51-23-45",
    "Вопросы о льготе — в налоговую инспекцию, тел. 51-23-45",
    "Приём 8 (100) 12-30",
    "Показатели: 12-15-20",
)


@pytest.mark.parametrize("text", [*PHONES, *MAILS, *ADDRESSES])
def test_one_kind_is_a_half_and_is_quoted(brochure, text):
    answer = CHECK(brochure(text), Stage.ADOPTED)
    assert answer.value == 0.5
    assert len(answer.evidence) == 1
    assert answer.evidence[0].quote in text


@pytest.mark.parametrize("text", NOTHING)
def test_other_numbers_and_other_peoples_contacts_do_not_count(brochure, text):
    assert CHECK(brochure(text), Stage.ADOPTED).value == 0


def test_two_kinds_are_full_marks(brochure):
    answer = CHECK(brochure(f"{PHONES[0]}, {MAILS[0]}"), Stage.ADOPTED)
    assert answer.value == 1
    assert "почтовый адрес" in answer.reason.split("Нет:")[1]


def test_two_phones_are_one_kind(brochure):
    assert CHECK(brochure("\n".join(PHONES)), Stage.ADOPTED).value == 0.5


def test_our_own_beside_the_studios(brochure):
    text = (
        "Министерство финансов, тел. +7 (3822) 51-23-45. Разработка сайта: Пиксель, info@pixel.ru"
    )
    answer = CHECK(brochure(text), Stage.ADOPTED)
    assert (answer.value, "pixel" in str(answer.evidence)) == (0.5, False)
    after = "Разработка сайта: info@pixel.ru. Министерство финансов, тел. +7 (3822) 51-23-45"
    assert CHECK(brochure(after), Stage.ADOPTED).value == 0.5


def test_the_foot_of_a_page_and_tables_are_looked_at(make):
    make.page("")
    table = Table((("Телефон", "+7 (3822) 51-23-45"),), "table=1")
    make.edition(make.file("_ minfin@tomsk.gov.ru", table, role="page", media="text/html"))
    assert CHECK(make.dossier(), Stage.ADOPTED).value == 1


@pytest.mark.parametrize(
    ("href", "text", "value"),
    [
        ("/reception", "Интернет-приёмная", 0.5),
        ("mailto:minfin@tomsk.gov.ru", "написать", 0.5),
        ("mailto:info@pixel.ru", "Веб-студия «Пиксель»", 0),
        ("/vopros/", "Задайте свой вопрос о бюджете", 0.5),
        ("/vopros/", "Вопрос министру", 0.5),
        ("/opros/", "Ответьте на вопросы опроса", 0),
        ("/budget", "Бюджет для граждан", 0),
    ],
)
def test_a_form_counts_as_mail(make, href, text, value):
    make.page("")
    links = (PageLink(href, text, text, "block=1"),)
    make.edition(make.file("Слова о бюджете", role="page", media="text/html", links=links))
    assert CHECK(make.dossier(), Stage.ADOPTED).value == value


@pytest.mark.parametrize(
    ("context", "value"),
    [
        ("Вопросы можно направить через форму.", 0.5),
        ("Заявку на субсидию подают через форму.", 0),
        ("О коррупции сообщайте через форму.", 0),
    ],
)
def test_a_form_is_known_by_what_its_sentence_asks(make, context, value):
    make.page("")
    links = (PageLink("/f/", "через форму", context, "block=1"),)
    make.edition(make.file("Слова о бюджете", role="page", media="text/html", links=links))
    assert CHECK(make.dossier(), Stage.ADOPTED).value == value


def test_contacts_of_a_slide_stand_on_lines_of_their_own(brochure):
    text = """# Спасибо за внимание!
    Минфин Озерья
    г. Озёрск, ул. Набережная, 40
    8 (000) 33-40-40"""
    answer = CHECK(brochure(text), Stage.ADOPTED)
    assert (answer.value, len(answer.evidence)) == (1, 2)


def test_contacts_in_a_cell_of_a_sheet(make):
    make.page("")
    notes = Table((("Управление финансов, bud@gfu.example, 8 (0000) 77-01-14", "", ""),), "sheet=9")
    make.edition(make.file("", notes, role="data", media="text/csv", text_layer_share=None))
    assert CHECK(make.dossier(), Stage.ADOPTED).value == 1


def test_our_own_after_the_place_of_a_hearing(brochure):
    text = (
        "Слушания пройдут в Порече, Соборная площадь, 2. Почтовый адрес: 600100, Порече, Мира, 3."
    )
    answer = CHECK(brochure(text), Stage.ADOPTED)
    assert (answer.value, len(answer.evidence)) == (0.5, 1)
    assert "600100" in answer.evidence[0].quote
