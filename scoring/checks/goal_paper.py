"""Goals that are not the budget's: of the brochure, of a programme, a lesson, a ministry."""

import re
from collections.abc import Sequence

from scoring.language.ru.folded import any_of, folded
from scoring.passages import Passage, Piece
from scoring.remembered import of_text

_PAPER = (
    r"(?:(?:брошюр|издани|публикаци|сборник|справочник|буклет|презентаци|путеводител|книжк|"
    r"книжечк|памятк|листовк|выпуск)\w*|бюджет\w* для граждан|"
    r"(?:настоящ|данн|эт(?:от|ого|ому|им|ой|их)|"
    r"наш(?:его|ему|им|ей))\w* (?:[а-я]+ )?(?:документ|материал|"
    r"раздел|рубрик|портал|сайт|страниц|ресурс|слайд)\w*)"
)
_GOAL = r"(?:цел(?:ь|и|ью|ей|ями|ям)|задач\w*|предназначени\w*|назначени\w*)"
_OF_PAPER = any_of(
    r"\b(?:объяснить|рассказать|показать|познакомить|ознакомить|разъяснить|донести|"
    r"проинформировать|информирование (?:граждан|населения|жителей))\b",
    rf"\b{_PAPER} [^.:]{{0,40}}?\b{_GOAL}\b",
    rf"\b{_GOAL} (?:[а-я]+ ){{0,5}}{_PAPER}",
    rf"\b{_PAPER} (?:[а-я]+ ){{0,3}}(?:подготовл|созда|составл|разработ|издан|выпущ|призван|"
    r"направл|помо[гж]|адресован)",
)
# What is wished of readers: that they know, read and answer.
_READERS = re.compile(
    r"\b(?:информированност|осведомленност|просвещени|знаток|лайк|читател|без скуки|"
    r"(?:просты|понятны|доступны|человечески)м языком|(?:понятной|доступной|простой) форме|"
    r"(?:бюджетн\w+|финансов\w+) (?:[а-я]+ )?грамотност)|"
    r"\bсделать бюджет (?:[а-я]+ )?(?:понятн|доступн|ясн|близ)|"
    r"\bчтобы [^.;]{0,40}\b(?:прочита|понял|поняли|понима|разобра|узна[лт])"
)
# Whose goals they are, if not the budget's.
_ANOTHER = any_of(
    rf"\b{_GOAL} (?:[а-я]+ ){{0,3}}(?:(?:под|гос)?программ(?:ы|а|у|е|ой)?|урок\w*|слушани\w+|"
    r"конкурс\w*|опрос\w*|министерств\w*|департамент\w*|ведомств\w*|субсиди\w+|субвенци\w+|"
    r"дотаци\w+|грант\w*|фонда|заняти\w+|игры|встреч\w*|мероприяти\w+|акции|викторин\w*|"
    r"проверк\w+|ревизи\w+|проект(?:а|ов|у)(?! (?:[а-я]+ ){0,2}(?:бюджет|закон)))\b",
)
_DEFINED = re.compile(
    r"^\W*(?:\d+[.)]\s*)?(?:что такое\b|основные понятия|понятия\b|термин|словар|глоссарий|"
    r"ключевые слова)"
)
_MADE = (
    r"(?:сделали|написали|выпустили|выпускаем|подготовили|придумали|собрали|сочинили|нарисовали|"
    r"рассказываем|публикуем|издаем|издали|пишем|напечатали)"
)
_ABOUT_PAPER = any_of(
    r"^\W*об? (?:этой |этом |нашей |нашем |данном )?"
    r"(?:брошюр|издани|документ|книжк|выпуск|сайт|портал|странице)",
    r"^\W*(?:от|кому) (?:составител|автор|редакци)",
    r"^\W*(?:зачем|для чего|ради чего) (?:нуж\w+ )?(?:эта (?:брошюр|книж|страниц)|"
    r"этот (?:документ|сборник|выпуск)|бюджет для граждан|брошюр)",
    rf"^\W*(?:зачем|для чего|ради чего|почему) (?:мы )?(?:(?:все )?(?:это|ее|его|эт[ау]\w*) )?"
    rf"(?:[а-я]+ )?{_MADE}\b",
    r"^\W*(?:зачем|как) (?:вам |тебе )?(?:это |ее |эту \w+ )?(?:читать|пользоваться|листать)\b",
)
_GOALS_OF_PAPER = re.compile(
    rf"^\W*(?:[а-я]+ )?{_GOAL}(?: и {_GOAL})? (?:[а-я]+ ){{0,3}}\W?{_PAPER}|"
    r"^\W*(?:почему|зачем) (?:важно |нужно |надо |стоит |вам )?(?:знать|читать|интересоваться|"
    r"следить|разбираться)\b"
)
_PRIORITY = re.compile(
    r"\bприоритет(?!н[а-я]+ (?:[а-я]+ )?(?:проект|для\b|объект|инициатив|предложен|"
    r"иде[ияй]\b))|\bполитик"
)
# What residents chose to be built is no goal of budget policy.
_CHOSEN = re.compile(
    r"\bинициативн\w+ (?:бюджетировани|проект)|\bнародн\w+ (?:бюджет|инициатив|проект|выбор)|"
    r"\b(?:местн\w+|школьн\w+) инициатив|\bпредложен\w+ жител|\bжители (?:выбрали|решили|отобрали)|"
    r"\b(?:отобран|выбран|предложен)\w+ (?:самими )?жител|"
    r"\bпроект\w*[ -][^.:]{0,40}(?:победител|победивш)"
)
_OF_BUDGET = re.compile(r"\bприоритет|\bполитик|\bбюджета\b(?! для граждан)")
# The country's goals, and those of a strategy, are no budget's.
_COUNTRYS = re.compile(
    r"^\W*(?:о )?национальн\w+ цел\w+(?: развития)? (?:росси|страны|рф\b)|"
    r"^\W*(?:о )?(?:стратеги[яию](?:\W{1,3}20\d\d| (?:социально|развития|пространственн))|"
    r"указ\w* президента)"
)
_STRATEGYS = re.compile(
    r"^\W*(?:стратегически\w+ |основны\w+ )?(?:приоритет|направлени|цел|задач)\w* "
    r"(?:стратегии|(?:долгосрочного |пространственного )?(?:социально-экономического )?развития\b)"
)
_PROJECTS = re.compile(
    r"\bприоритет\w*(?: направлени\w+| задач\w+)? (?:[а-я]+ )?(?:национальн\w+ проект|нацпроект|"
    r"федеральн\w+ (?:проект|программ)|госпрограмм|подпрограмм)"
)
_WHAT_IS = re.compile(r"^\W*(?:\d+[.)]\s*)?(?:что такое|что значит|что означа|как понимать)")
_THIS_ONE = re.compile(r"20\d\d|\bнаш|\bу нас\b|трехлет|следующ\w+ год")
_POLICY = re.compile(r"\bприоритет|\bполитик")


def of_paper(read: Sequence[Passage], number: int) -> bool:
    """Is it what the brochure is for: by its words, its heading, or the first of its list?

    What another thing is for counts as little, and what a budget is for at all.
    """
    passage = read[number]
    head, plain = next(iter(passage.above[-1:]), ""), folded(passage.text)
    if _is_chosen(" ".join(passage.above[-2:]), plain):
        return True
    if not _POLICY.search(plain) and (_is_of_another(head) or _ANOTHER.search(_lead(plain))):
        return True
    if _is_above_budgets(folded(head), plain):
        return True
    if _is_about_paper(head) and not _OF_BUDGET.search(plain):
        return True
    return _is_for_readers(plain) or _listed_after_it(read, number, plain)


def _is_chosen(over: str, plain: str) -> bool:
    """Under a heading of initiatives, or a lead that says residents chose what it lists."""
    if _heads_chosen(over) and not _PRIORITY.search(plain):
        return True
    return plain.rstrip().endswith(":") and _CHOSEN.search(plain) is not None


@of_text
def _heads_chosen(over: str) -> bool:
    head = folded(over)
    return _CHOSEN.search(head) is not None and _PRIORITY.search(head) is None


@of_text
def _is_about_paper(head: str) -> bool:
    return _ABOUT_PAPER.search(folded(head)) is not None


@of_text
def _is_of_another(head: str) -> bool:
    plain = folded(head)
    return any(p.search(plain) for p in (_ANOTHER, _GOALS_OF_PAPER, _DEFINED))


def _lead(plain: str) -> str:
    return plain.partition(":")[0]


def _is_above_budgets(head: str, plain: str) -> bool:
    """Goals of the country or a strategy, or of any policy at all where it is explained."""
    if _WHAT_IS.match(head) and not _THIS_ONE.search(plain):
        return True
    if _PROJECTS.search(plain):
        return True
    if "бюджет" in plain or "бюджет" in head:
        return False
    return bool(_COUNTRYS.search(head) or (_COUNTRYS.search(plain) or _STRATEGYS.search(plain)))


def _is_for_readers(plain: str) -> bool:
    readers = _READERS.search(plain) is not None and not _POLICY.search(plain)
    return readers or _OF_PAPER.search(plain) is not None


def _listed_after_it(read: Sequence[Passage], number: int, plain: str) -> bool:
    """An item of a list whose first is of the brochure: "рассказать просто; собрать вопросы"."""
    this = read[number]
    if this.piece is not Piece.ITEM or _OF_BUDGET.search(plain):
        return False
    first = number
    while first and read[first - 1].piece is Piece.ITEM and read[first - 1].above == this.above:
        first -= 1
    return first < number and _is_for_readers(folded(read[first].text))
