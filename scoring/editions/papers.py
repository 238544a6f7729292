"""Other papers about a budget: laws, notes, annexes, orders, contests, by title and by text."""

import re
from dataclasses import dataclass

from scoring.editions.clues import Clues
from scoring.editions.lookalikes import NotEdition, line_at, named_on_cover
from scoring.editions.naming import naming
from scoring.editions.stages import marks
from scoring.editions.witnesses import introduced, retold
from scoring.language.ru.folded import folded


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of look-alike: how its title begins and what its text is full of.

    ``features`` are counted once each; with ``enough`` of them the title's claim to be an
    edition is not believed ("Положение о конкурсе «Бюджет для граждан»").
    """

    reason: NotEdition
    title: re.Pattern[str]
    features: tuple[re.Pattern[str], ...]
    enough: int


def _kind(reason: NotEdition, title: str, features: tuple[str, ...] = (), enough: int = 99) -> Kind:
    compiled = tuple(re.compile(feature, re.M) for feature in features)
    return Kind(reason, re.compile(title, re.M), compiled, enough)


KINDS = (
    _kind(
        NotEdition.OTHER_PAPER,
        r"докладчик|(?:презентаци|слайд|материал)\w*\s+(?:к\s+)?доклад|\bк\s+(?:отчетно\w+\s+)?докладу|"
        r"(?:презентаци|слайд)[^\n]{0,120}(?:заседани|коллеги|депутат|слушани)|"
        r"^\W{0,20}(?:заседание|(?:расширенная\s+)?коллегия)\b",
        (
            r"спасибо\s+за\s+внимание|благодар(?:ю|им)\s+за\s+внимание",
            r"^\W{0,20}(?:докладчик\W|(?:первый\s+)?(?:заместитель\s+)?(?:министр|директор\s+департамент|"
            r"руководител|начальник)\w*\b)[^\n!?]{0,90}$",
            r"уважаем\w+\s+(?:депутат|коллег|председател|участник)",
            r"\bзаседани|\bколлеги[яи]\b",
            r"^\W{0,20}(?:основные\s+)?задачи\s+(?:министерства\s+)?на\s+20\d\d",
        ),
        2,
    ),
    _kind(
        NotEdition.DECREE,
        r"^\W{0,20}(?:(?:министерств|департамент|управлени|правительств|администраци|"
        r"губернатор|комитет)[^\n]*\n+){0,3}\W{0,20}(?:проект\W{1,20})?(?:приказ|распоряжени|"
        r"постановлени|указ|решени|протокол)\w?\b",
        (
            r"приказыва|постановля|п\s+о\s+с\s+т\s+а\s+н\s+о\s+в|обязыва|\bрешил[аи]?\b",
            r"^\W{0,20}(?:\d\.\s*)?(?:утвердить|внести|признать\s+утратившим)",
            r"контроль\s+за\s+(?:ис|вы)полнением",
            r"вступает\s+в\s+силу",
            r"во\s+исполнение|руководствуясь|в\s+соответствии\s+с(?:о)?\s+(?:стать|пункт)",
        ),
        3,
    ),
    _kind(
        NotEdition.CONTEST,
        r"\bконкурс|номинаци|победител|викторин|олимпиад|квест|чемпионат|"
        r"настольн\w+\s+игр",
        (
            r"номинаци",
            r"жюри",
            r"участник\w*\s+(?:конкурс|викторин|олимпиад)",
            r"заявк",
            r"конкурсн\w+\s+(?:комисс|работ|проект|отбор|матери)",
            r"победител|призер|диплом",
            r"положени\w+\s+о\s+конкурс",
            r"прием\w*\s+(?:работ|заяв)",
        ),
        3,
    ),
    _kind(
        NotEdition.ESSAYS,
        r"сочинени|\bэссе\b|рисунк|глазами\s+(?:детей|школьник|молод)|"
        r"творческ\w+\s+работ|ученик|школьник",
        (
            r"сочинени|эссе",
            r"я\s+(?:считаю|думаю|хочу|узнал)|мне\s+кажется",
            r"мо[йяи]\s+(?:семь|мам|пап|класс|учител)",
            r"ученик|ученица|\d\s?\"?[а-г]?\"?\s+класс",
            r"лице[йя]|гимнази|мбоу|сош",
            r"рисун",
        ),
        3,
    ),
    _kind(
        NotEdition.EVENT,
        r"\bурок\b|семинар|\bлекци|вебинар|мастер-класс|рейтинг|мониторинг|\bопрос|анкет|"
        r"обучающ|тренинг|круглый\s+стол",
        (
            r"участник",
            r"спикер|лектор|модератор|ведущ",
            r"школьник|студент|учащ",
            r"респондент|анкет|опрош",
            r"балл|рейтинг\w*\s+мест|заняла?\s+\d+\s+место",
        ),
        3,
    ),
    _kind(
        NotEdition.METHOD,
        r"методическ\w+\s+рекомендаци|"
        r"рекомендаци\w+\s+по\s+(?:составлени|подготовк|представлени|формировани)|"
        r"методик|регламент|"
        r"поряд\w+\s+(?:составлени|формировани|подготовк|разработк|размещени|опубликовани)",
        (
            r"настоящ\w+\s+(?:методическ|рекомендаци|порядок|регламент)",
            r"рекоменду(?:ется|ем)",
            r"финансов\w+\s+орган\w+\s+(?:субъект|муницип|рекоменд)",
            r"при\s+(?:составлении|подготовке|формировании)\s+\"?бюджета\s+для\s+граждан",
            r"ответственн\w+\s+(?:исполнител|за)",
            r"должн\w+\s+(?:содержать|включать|быть)",
        ),
        3,
    ),
    _kind(
        NotEdition.NOTE,
        r"пояснительн\w+\s+записк|финансово-экономическ\w+\s+обосновани",
        (
            r"пояснительн\w+\s+записк",
            r"в\s+соответствии\s+с(?:о)?\s+(?:стать|пункт)\w+\s+\d+",
            r"бюджетн\w+\s+кодекс",
            r"администратор\w*\s+доход",
            r"методик\w+\s+прогнозирован",
        ),
        4,
    ),
    _kind(
        NotEdition.LAW,
        r"^\W{0,20}(?:(?:министерств|департамент|управлени|правительств|администраци|"
        r"губернатор|комитет)[^\n]*\n+){0,3}\W{0,20}(?:проект\W{1,20})?(?:вносится\W[^\n]*\n\W{0,20})?(?:"
        r"[а-я-]{1,30}\s+)?закона?\b(?!\s+(?:и|в|прост|понятн)\w*)(?![^\n]{0,160}\b(?:принят\w*\.|утвердил|предусматрива|определ(?:ил|яет)|установил))|"
        r"^\W{0,20}об?\s+(?:[а-я-]{1,30}\s+){0,2}бюджете\s[^\n]{0,120}\bна\s+20\d\d|"
        r"^\W{0,20}о\s+внесении\s+изменений\s+в\s+закон|"
        r"^\W{0,20}об\s+исполнении\s[^\n]{0,120}бюджета[^\n]{0,80}за\s+20\d\d\s+год\W{0,20}$",
        (
            r"^\W{0,20}статья\s+1\b",
            r"^\W{0,20}статья\s+[2-9]\b",
            r"вступает\s+в\s+силу",
            r"настоящ\w+\s+закон",
            r"^\W{0,20}(?:1\.\s*)?утвердить\s+(?:основные|отчет|прилаг|в\s+состав)",
            r"приложени\w+\s+\d+\s+к\s+настоящему",
            r"^\W{0,20}(?:губернатор|глава\s+республики|председатель\s+законодательн)[^\n]{0,60}$",
            r"принят\w?\s+(?:законодательн|областн|государственн|народн|думой)",
        ),
        4,
    ),
    _kind(
        NotEdition.ANNEX,
        r"^\W{0,20}(?:проект\W{1,20})?приложени[ея]\s*(?:№|n|\d|к\s(?!\W{0,3}(?:[а-я]+\s+)?"
        r"(?:брошюр|буклет|издани|бюджету\s+для))|\n)",
        (
            r"код\w*\s+(?:бюджетной|главн|дохода|вида)|\bкбк\b|\bгрбс\b|\bцср\b",
            r"целев\w+\s+стат\w+\s+расход",
            r"распределение\s+бюджетных\s+ассигнований",
            r"ведомственн\w+\s+структур",
        ),
        3,
    ),
    _kind(
        NotEdition.EXECUTION_TABLES,
        r"^\W{0,20}(?:[а-я]+\s+)?(?:отчет|сведения|информация|справка|данные|показатели|"
        r"оперативн\w+\s+отчет)\w*\s+(?:об?\s+)?(?:ход\w*\s+)?исполнени|"
        r"форма\s+(?:по\s+окуд\s+)?0?503|код\s+формы",
        (
            r"0503\d{3}",
            r"код\s+по\s+окпо|форма\s+по\s+окуд",
            r"неисполненн\w+\s+назначени",
            r"код\s+дохода\s+по\s+бюджетной|код\s+расхода\s+по\s+бюджетной",
            r"кассовое\s+исполнение|исполнено,\s+всего",
        ),
        2,
    ),
    _kind(
        NotEdition.OTHER_PAPER,
        r"^\W{0,20}(?:отчет|информаци|сведени|справк)\w?\s+об?\s+(?:[а-я]+\s+){0,2}(?:реализаци|"
        r"выполнени(?!\w*\s+(?:[а-я]+\s+)?бюджета)|проведени|размещени|повышени|продел|достижени|"
        r"подготовк|мероприяти)",
        (
            r"мероприяти|заседани|встреч|уроков|семинар",
            r"размещен\w*\s+(?:на\s+сайте\s+)?(?:\d|материал|брошюр)|подготовлен\w*\s+и\s+размещен",
            r"проведен\w*\s+\d|заняла?\s+\d+|место\s+в\s+рейтинг",
            r"соцсет|социальных\s+сет|общественн\w+\s+совет",
        ),
        2,
    ),
    _kind(
        NotEdition.OTHER_PAPER,
        r"^\W{0,20}(?:проект\W{1,20})?(?:техническ\w+\s+задани|(?:государственн\w+\s+)?контракт|"
        r"договор|извещени|смет[аы]\s|план-график|коммерческ\w+\s+предложени)",
        (
            r"исполнител\w{0,3}\s|подрядчик",
            r"заказчик",
            r"(?:цена|стоимость)\s+(?:договор|контракт|услуг|работ)|неустойк|аванс",
            r"тираж|экземпляр",
            r"оказани\w+\s+услуг|выполнени\w+\s+работ",
        ),
        3,
    ),
    _kind(
        NotEdition.OTHER_PAPER,
        r"бюджетн\w+\s+прогноз|"
        r"основные\s+направления\s+(?:бюджетной|налоговой|долговой)|прогноз\s+социально|"
        r"паспорт(?:а)?\s+(?:государственн|программ|национальн)|"
        r"реестр\s+(?:источников|расходн)|перечень|"
        r"заключение\s+(?:контрольно|на\s+проект|о\s+результат|к-?с)|"
        r"^\W{0,20}(?:итогов\w+\s+документ|резолюци|рекомендаци\w+\s+(?:публичн|участник))|аналитическ\w+\s+записк|"
        r"план\s+мероприятий|сводн\w+\s+бюджетн\w+\s+роспис|стенограмм|"
        r"бюджетное\s+послание|долгов\w+\s+(?:политик|книг)|"
        r"^\W{0,20}(?:(?:публичн|годов|ежегодн|итогов|сводн)\w+\s+)?(?:доклад|отчет)\b"
        r"(?:[^\n]{0,60}\n\W{0,20})?\s{0,3}о\s+(?:[а-я]+\s+){0,2}(?:деятельност|работ)|"
        r"^\W{0,20}(?:(?:публичн|ежегодн|итогов|сводн)\w+\s+)?доклад|"
        r"государственн\w+\s+программ\w+\s+\"|публичн\w+\s+декларац",
    ),
)


_OTHER_SUBJECT = re.compile(
    r"\b(?:брошюр|буклет|памятк|издани|справочник|пособи|гид|листовк)\w*\s+(?:для\s+[а-я]+\s+)?"
    r"(?:об?|по)\s+(?:[а-я]+\s+){0,2}"
    r"(?:инициативн|вычет|финансов\w+ грамотн|закупк|самозанят|пенси|льгот|субсиди|мер\w* поддержк|"
    r"кредит|ипотек|банкротств|мошенни)\w*"
)
"""A leaflet for citizens on one thing: how to propose a project, how to get a tax back."""
_OFTEN_RETOLD = (NotEdition.LAW, NotEdition.EXECUTION_TABLES)
_SURE = 3
_TWO_MARKS = 2
_FOUR_MARKS = 4


def paper(clues: Clues, *, explains: int) -> tuple[NotEdition, str] | None:
    """The kind of another paper this one is by its title and text, with the words that tell."""
    named = named_on_cover(clues)
    claimed = (named is not None and named.itself and named.strength >= 2) or introduced(clues)
    linked = naming(clues.link_text)
    vouched = linked is not None and linked.itself and linked.strength == _SURE
    title, body = folded(clues.cover_text), clues.plain
    if (other := _OTHER_SUBJECT.search(title)) and not marks(clues.cover_text):
        return NotEdition.OTHER_PAPER, line_at(clues.cover_text, other.start())
    for kind in KINDS:
        match = _titled(kind, title)
        # The marks of a kind are looked for in all of a text: only where they can decide.
        if match is None and (claimed or explains):
            continue
        count = sum(1 for feature in kind.features if feature.search(body))
        agreed = _titled_so(kind, clues.link_text) or _entitled(kind, clues)
        # A quiz or a law that cover and link both call an edition is one told in that manner.
        meant = claimed and vouched and count < _TWO_MARKS and explains >= _TWO_MARKS
        beaten = meant or (claimed and not agreed and (count < kind.enough or explains >= count))
        # A cover that is a picture leaves its name to the link: "Отчёт об исполнении за 2025 год".
        beaten = beaten or (vouched and not agreed and not count and explains >= _TWO_MARKS)
        # A sheet or a text that bears no mark of a form is what the link calls it.
        beaten = beaten or (vouched and not count and kind.reason is NotEdition.EXECUTION_TABLES)
        # A cover may name the law it tells in plain words.
        retelling = kind.reason in _OFTEN_RETOLD and not count and retold(clues.cover_text)
        beaten = beaten or (retelling and not agreed)
        # A chapter of the citizens' section may bear the plain title of a report.
        told = kind.reason is NotEdition.EXECUTION_TABLES and not count and explains >= _FOUR_MARKS
        full_of_it = not claimed and not explains and count > kind.enough
        if full_of_it or (match and not (beaten or told)):
            start = match.start() if match else 0
            return kind.reason, line_at(clues.cover_text, start)
    return None


def _entitled(kind: Kind, clues: Clues) -> bool:
    """Does the title the file gives itself tell the kind?

    A program takes any line of the first page or sheet for a title: "к закону о бюджете" under the
    name of an edition says no more there than on the page.
    """
    repeated = clues.title in clues.cover_text.split("\n") and kind.reason in _OFTEN_RETOLD
    return not repeated and _titled_so(kind, clues.title)


def _titled_so(kind: Kind, text: str) -> bool:
    named = naming(text)
    edition = named is not None and named.itself and named.strength >= 2
    return not edition and _titled(kind, folded(text)) is not None


def _titled(kind: Kind, plain: str) -> re.Match[str] | None:
    """Its title, unless that promises a retelling: "Закон о бюджете человеческим языком"."""
    match = kind.title.search(plain)
    again = match and kind.reason in _OFTEN_RETOLD and retold(line_at(plain, match.start()))
    return None if again else match


def titled(text: str) -> NotEdition | None:
    """The kind of another paper a link's text or a file name tells, when it names no edition."""
    return next((kind.reason for kind in KINDS if _titled_so(kind, text)), None)
