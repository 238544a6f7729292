"""Do these words say what a thing is? A meaning names a kind of thing; a sum does not."""

import re

from scoring.language.ru.folded import folded

_SUM = re.compile(
    r"^\W*не\b|"
    r"^\W*(?:(?:около|более|менее|почти|свыше|всего|в сумме|в размере|на|по|до)\s+){0,2}[+-]?\d"
    r"|^\W*(?:сумма|объем|размер|план|факт),? \(?(?:в )?(?:тыс|млн|млрд|руб|процент|%)"
    r"|,\s(?:тыс|млн|млрд|руб|%|чел)[а-я. ]*$"
    r"|\d[\d ,.]*\s*(?:тыс|млн|млрд|трлн|руб|₽)|\bсостав(?:ит|ил\w*|ят|ляет|ляют)\b"
)
_ENDINGS = "(?:ый|ий|ая|яя|ое|ее|ые|ие|ой|ых|ого|ей|го)"
_KINDS = re.compile(
    rf"^\W*(?:[а-я-]+{_ENDINGS},?\s+(?:и\s+)?){{0,3}}(?:"
    r"средств|деньги\b|денег\b|поступлени|превышени|план\b|форма\b|документ|закон\b|совокупност|"
    r"объем|сумм|вид\b|виды\b|част[ьи]\b|трансферт|платеж|плат[аы]\b|обязательств|процесс|прав[оа]\b|"
    r"орган|лиц[оа]\b|кредит|за[еий]м|распределени|смета|роспись|помощь|период|систем|набор|"
    r"подар(?:ок|ки)|все, что|копилк|кошелек|остат|комплекс|"
    r"выплат|налог|сбор|разниц|ситуаци|состояни|когда\b|то,|то\b|те,|способ|показател|расход[ы]?\b|доход[ы]?\b|"
    r"бюджет\b|источник|перечень|лимит|размер|имуществ|бумаг|учреждени|деятельност|механизм|свод\b|"
    r"единиц|код\b|группировк|фонд|резерв|задолженност|долг\b|процедур|инструмент|стоимост|величин|"
    r"норматив|правил|программ|ассигновани|отношени|год\b|срок|вклад|пособи|дотаци|субсиди|субвенци|"
    r"нехватк|недостат|недобор|служб|палата\b|люди\b|граждане\b|организаци|предприяти|возможност|услуг|"
    r"решение\b|соглашени|договор|мер[аы]\b|оценк|список|группа\b|предел|деление\b|передач|покупк|продаж|"
    r"запас|подушк|заначк|кубышк|поддержк|сбережени|вложени|взнос|отчислени|гаранти|расписк|"
    r"обязанност|трат[аы]\b|карман|касс[аы]\b|счет\b|занят|взят|недополучен|излиш|то самое)"
)
_PARTICIPLE = re.compile(
    r"^\W*[а-я-]+(?:емый|емая|емые|емое|имый|имая|имые|ащие|ящие|ющие|ущие|щий|щая|щее|анные|енные|"
    r"анный|енный|енная|анная|анное|енное)(?:ся)?\b"
)
_HALF = re.compile(r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ых|их|ого|его)$|^(?:и|о|об|в|на|для|по|из)$")
_FIRST = re.compile(r"(?<=[а-я])[.!?] ")
_FEWEST, _MOST_TERM = 2, 6


def defines(plain: str, *, named: bool, glossary: bool) -> bool:
    """Is ``plain`` (folded) a meaning? ``named`` after "это", ``glossary`` under such a heading."""
    count = len(re.findall(r"[^\W\d_]{2,}", plain))
    if count < _FEWEST or _SUM.search(_FIRST.split(plain[:90], maxsplit=1)[0]):
        return False
    if named or glossary:
        return True
    return _names_a_kind(plain)


def defines_below(plain: str) -> bool:
    """The same of a line of its own, where nothing but its words tells."""
    return defines(plain, named=False, glossary=False)


def term_apart(text: str) -> int | None:
    """Where a meaning begins that follows its term with no sign between, None when none does.

    Print shops set terms in bold and leave the dash out; in a PDF the bold is lost.
    """
    at = 0
    for _ in range(_MOST_TERM):
        word = text[at:].split(" ", 1)[0]
        at += len(word) + 1
        if at >= len(text) or word[-1:] in ",.;:!?":
            return None
        rest = folded(text[at:])
        apart = text[at].islower() and not _HALF.search(folded(word))
        if apart and defines(rest, named=False, glossary=False):
            return at
    return None


def _names_a_kind(plain: str) -> bool:
    return bool(_KINDS.match(plain) or _PARTICIPLE.match(plain))
