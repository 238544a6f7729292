"""The vocabulary of budgets: is a word or phrase one of its terms?"""

import re
from functools import lru_cache

from scoring.language.ru.folded import folded
from scoring.language.ru.words import dictionary

_STEMS = re.compile(
    r"\b(?:бюджет|доход|расход|дефицит|профицит|дотаци|субсиди|субвенци|поступлени|"
    r"(?:гос)?долг(?:\b|а\b|ом\b|ов)|заимствован|гаранти|ассигнован|обязательств|"
    r"государственн\w+ программ|"
    r"муниципальн\w+ программ|государственн\w+ задани|акциз|налог|неналогов|кредит|казначей|"
    r"^программ[аы]$|финансирован|софинансирован|распорядител|администратор|роспись|сальдо|"
    r"валовой региональный продукт|врп\b|инфляци|индекс потребительских цен|прожиточн|"
    r"планов\w{2,3} период|финансов\w+ год|резервн\w+ фонд|дорожн\w+ фонд|внебюджетн|"
    r"национальн\w+ проект|"
    r"(?:ндфл|мбт|ндс|усн|ндпи|грбс|кбк)\b|непрограммн|"
    r"межбюджетн|трансферт|инициативн\w+ |публичн\w+ (?:слушани|обязательств)|лимит|"
    r"государственн\w+ закупк|госзакупк|госпрограмм|контрактн\w+ систем|ценн\w+ бумаг)"
)
_SENTENCE = re.compile(
    r"\d|[?!%,]|\b(?:на|за|в|во|с|со|к|по|от|до|из|над|что|как|кто|куда|почему|зачем|мы|вы|наш\w*|"
    r"ваш\w*|каждый|каждая|весь|все|главн\w+|цель|цели|задач\w+|приоритет\w*|"
    r"составля\w+|состав(?:ит|ил\w*|ят)|будет|будут|это|для|не)\b"
)
# «Более девяти десятых долга — бюджетные кредиты»: so much of a thing is no name of it.
_SO_MUCH = re.compile(
    r"^(?:более|менее|больше|меньше|половина|треть|четверть|почти|около|свыше|остальн\w+|"
    r"большинство|(?:больш|меньш|остальн)\w+ часть|(?:две|три) (?:трети|четверти))\b| - "
)
_ALLOWED = re.compile(
    r"\b(?:бюджет для граждан|дотаци\w+ на выравнивание(?: [а-я]+){0,4}|"
    r"налог\w* на [а-я]+(?: [а-я]+){0,3}|"
    r"закон\w* о бюджете|на душу населения|дефицит\w* и профицит\w*|администратор\w* доходов|"
    r"главн\w+ (?:распорядител|администратор)\w*|по обязательствам)\b"
)
_NO_TERM = re.compile(
    r"^(?:в|во|на|за|с|по|к|от|из|для|при|это|мы|вы|он\w?|все|каждый|каждая|здесь|ниже|такой|такие|"
    r"чтобы|если|когда|где|как|что)\b|[\d?!%]|"
    r"^(?:\w+ )?(?:словар|глоссари|термин\w*$)"
)
_WORD_LIST = re.compile(r"(?:[а-я]+ ){0,2}(?:словар|глоссари)")
_MOST_WORDS = 7
_PREDICATES = ("VERB", "ADJS", "PRTS")


def is_term(phrase: str, *, glossary: bool = False) -> bool:
    """Is the phrase a name of something in budgets, and not a sentence about it?

    Under the heading of a glossary any short name is a term.
    """
    plain = " ".join(folded(phrase).split()).strip(' "-:.,()•')
    if not plain or len(plain.split()) > _MOST_WORDS or not plain[0].isalpha():
        return False
    if _WORD_LIST.match(plain) or _SO_MUCH.search(plain):
        return False
    if glossary and not _NO_TERM.search(plain):
        return not _says(plain)
    known = _STEMS.search(plain) is not None
    return known and not _SENTENCE.search(_ALLOWED.sub(" ", plain)) and not _says(plain)


@lru_cache(maxsize=4096)
def _says(plain: str) -> bool:
    """A sentence, not a name: "бюджет края принят", "бюджет семьи знаком каждому"."""
    words = plain.split()
    return len(words) > 2 and any(_predicate(word) for word in words[1:] if word.isalpha())


def _predicate(word: str) -> bool:
    """A verb or a short form and nothing else, whatever else the letters may spell."""
    return all(reading.tag.POS in _PREDICATES for reading in dictionary().parse(word))
