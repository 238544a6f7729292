"""What stands among goals and states none: where they are written, what policy is, cheers."""

import re

from scoring.checks.wishes import is_readers

# Where goals are written down, and not what they are.
_WRITTEN = re.compile(
    r"\b(?:(?:утвержд|определ|закрепл|излож|установл|подготовл|размещ|привед|представл|перечисл|"
    r"отраж|сформулиров|сформиров|разработ|одобр|опубликов|описа|назва)[ае]?н[аоы]?|принят[аоы]?|"
    r"содерж[иа]тся|соответству[ею]т|вытека[ею]т) "
    r"(?:[а-я]+ ){0,2}?(?:распоряжени|постановлени|указ(?:ом|ами|е|у)\b|"
    r"приказ|с учетом|на основ|в соответствии|исходя|в (?:послани|стратеги|документ|раздел|закон|"
    r"приложени|программ|указ|бюджетном послани)|на (?:сайт|страниц|портал|стр\b)|ниже\b|выше\b|"
    r"далее\b|согласно|законом|решением|документ|из послани|стратеги|послани)"
)
_LATER = re.compile(
    r"^\W*(?:подробн|смотрите|см\.|читайте)|\b(?:фотографи|снимк|рисунк|обложк)\w*|"
    r"\b(?:можно|можете) (?:ознакомиться|прочитать|узнать|найти)"
)
# What the policy is, and not what it wants: "Бюджетная политика определяет цели и задачи".
_IS_POLICY = re.compile(
    r"\bполитик[аи](?: [а-я]+){0,3}(?: - (?:это )?| представляет собой )"
    r"(?:[а-я]+(?:ая|ый|ое|ой) )?(?:систем|совокупност|комплекс|деятельност|часть|"
    r"составн\w+ част|документ|действи|курс государств|инструмент)|"
    r"\bполитик[аи](?: [а-я]+){0,3} (?:ежегодно )?(?:определя|устанавлива|включа|содерж|формулиру|"
    r"отража)[а-я]+ (?:[а-я]+ые )?"
    r"(?:цели|задачи|приоритеты|направления|подходы|принципы|ориентиры)\b|"
    r"^\W*(?:он[аио]?|документ|бюджетная политика(?: [а-я]+)?) (?:[а-я]+ ){0,2}?(?:разрабатыва|"
    r"утвержда|пересматрива|уточня|корректиру|публику|обновля|принима)[а-я]+ся\b"
)
# Who sets the goals, and not what they are: "Приоритеты каждый год утверждает правительство".
_SET_BY = re.compile(
    r"\b(?:цел(?:и|ь)|приоритет\w{0,2}|задачи|(?<!общие )направления)\b(?: (?!-)[а-я]+){0,6}? "
    r"(?:утвержда|определя|устанавлива|разрабатыва|согласовыва|вырабатыва|формулиру|пересматрива)"
    r"(?:[ею]т|[ею]тся)\b"
)
# Papers a budget is drawn up by: "основных направлений бюджетной политики; прогноза".
_PAPER = re.compile(
    r"^\W*(?:(?:ежегодн|государственн|бюджетн|муниципальн|налогов|федеральн|основн)\w+ ){0,2}"
    r"(?:послани|прогноз|программ|указ(?:а|ов|ы)?\b|закон|кодекс|стратеги|"
    r"постановлени|распоряжени|реестр|направлени\w+ (?:[а-я]+ и )?(?:бюджетн|налогов|долгов))"
)
_BY_PAPERS = re.compile(
    r"\b(?:на основ(?:е|ании)|в соответствии с|с учетом|исходя из|руководствуясь|положен[ыа])"
    r"[^.:;]{0,40}:"
)
# "Сделаем область лучше!", "Вместе — вперёд!" promise nothing that could be kept.
_CHEER = re.compile(
    r"\b(?:лучши[ей]|лучшая|лучшее|побед\w*|сила|гордимся|гордость|любим\w*|"
    r"сдела\w+ (?:[а-я]+ ){1,4}лучше|вместе|вперед|успех\w*|процветани\w+)\b"
)
_LONGEST_CHEER = 7


def says_none(plain: str) -> bool:
    """Tells where the goals are to be read, or cheers."""
    cheers = plain.rstrip().endswith("!") and len(plain.split()) <= _LONGEST_CHEER
    written = _WRITTEN.search(plain) is not None and not re.search(r":\s*\S|, - [а-я]", plain)
    defined = _IS_POLICY.search(plain) is not None and not re.search(r":\s*\S", plain)
    return (
        written
        or defined
        or lists_papers(plain)
        or (_SET_BY.search(plain) is not None and ":" not in plain)
        or is_readers(plain)
        or bool(_LATER.search(plain))
        or (cheers and _CHEER.search(plain) is not None)
    )


def lists_papers(plain: str) -> bool:
    """Tells by which papers the budget is drawn up, one of them about the goals."""
    by = _BY_PAPERS.search(plain)
    if by is None:
        return False
    told = [part for part in plain[by.end() :].split(";") if part.strip()]
    return len(told) > 1 and sum(_PAPER.match(part) is not None for part in told) > len(told) // 2
