"""The words that lead to a citizens' budget, in Russian, in Latin letters and in English.

Learnt from the names and addresses of the finance bodies' sections in the registry: the same
phrase is spelled byudzhet-dlya-grazhdan, bjudzhet-dlja-grazhdan, budzet-dla-grazdan,
budget-citizens or otkrbudg. Texts come from `crawler.walk.spoken`: lower case,
no punctuation.
"""

import re
from functools import lru_cache

# бюджет in the ways it is put into Latin letters: byudzhet, bjudzhet, biudzhet, budzhet,
# budzet, byudjet, bydzhet, budget, byudj...
_BUD = r"b[yij]?u?d(?:zh|dzh|dj|j|z|g)(?:[eh]t|(?![a-z]))"
_GRA = r"gra(?:zh|j|z|jd|zd)d?an"
_FEW = r"(?:\w+ ){0,7}?"

EDITION, NAMED, BUDGET, NEAR, WAY, NEUTRAL, JUNK = 1.0, 0.85, 0.6, 0.4, 0.25, 0.1, 0.03

_TABLE: tuple[tuple[float, str], ...] = (
    (
        EDITION,
        rf"бюджет\w* {_FEW}для (?:\w+ )?граждан|бюджет\w* {_FEW}(?:глазами|гражданам|граждан)\b"
        rf"|граждан\w* о \w*бюджет|{_BUD}\w* {_FEW}(?:d(?:ly|li|lj|l)a )?{_GRA}"
        r"|budgets? (?:for )?(?:the )?(?:citizens?|people)|citizens? budget|citizenry"
        r"|\bбдг\b|\bbdg\b",
    ),
    (
        NAMED,
        rf"(?:открыт|народн|понятн|доступн|прозрачн|интерактивн)\w* {_FEW}бюджет\w*\b"
        rf"|бюджет\w* {_FEW}(?:в|на) (?:доступн|понятн|простом|ладони)"
        r"|в доступн\w+ (?:для (?:\w+ )?граждан )?форм|(?:путеводител|гид|азбук)\w* по \w*бюджет"
        r"|бюджет\w* (?:просто|понятно|доступно|наглядно)"
        r"|(?:просто|понятно|доступно|наглядно) о бюджет|(?:мой|наш|твой|ваш) бюджет"
        r"|бюджет\w* (?:\w+ ){0,3}?(?:в картинках|для (?:всех|жителей|людей|нас))"
        r"|(?:просты\w+|понятны\w+) (?:слов|язык)\w* о \w*бюджет"
        r"|бюджет\w* (?:\w+ ){0,3}?(?:просты\w+|понятны\w+|доступны\w+) (?:слов|язык)"
        r"|финанс\w* для (?:всех|граждан|жителей)"
        rf"|\b(?:open|people s|public) ?budget|budget (?:open|public)\b"
        rf"|(?:ot(?:k|c)r\w{{0,7}}|narodn\w*|ponyatn\w*|dostupn\w*) ?(?:{_BUD}|bud)|simple budget"
        r"|брошюр\w* .*бюджет|бюджет.* брошюр|broshyur|broshur|broshjur",
    ),
    (
        BUDGET,
        rf"бюджет(?:а|у|е|ом|ы|ов|ам|ах)?\b|\b{_BUD}(?:a|u|e|om|y|ov)?\b|брошюр|буклет|инфографик"
        r"|infograf",
    ),
    (
        NEAR,
        r"бюджет|" + _BUD + r"|финанс|finan|minfin|открыт\w+ данн|open ?data|otkryt\w+ dann"
        # News that bring an edition without its name: "Как прожили 2025 год".
        r"|как (?:\w+ ){0,2}(?:прожил|потратил|закрыл|заработал)\w*"
        r"|(?:отчит|рассказ)\w* (?:\w+ ){0,2}(?:жител|граждан|людям)",
    ),
    (
        WAY,
        r"деятельност|документ|направлени|информаци|граждан|жител|населени|публик|материал"
        r"|презентац|архив|карта сайта|статистик|официальн|отчет|министерств|департамент|комитет"
        r"|управлени|открытост|открыто|раздел|государственн\w+ программ|экономик|законопроект"
        r"|deyateln|dejateln|activit|document|dokument|napravlen|inform|gra(?:zh|j|z)dan|citizen"
        r"|arhiv|archive|prezent|sitemap|site map|statist|ofitsialn|otchet|economic|ekonomi"
        r"|\bdocs?\b|\bopen\b|\bwork(?:ing)?\b|upload|download|files?\b",
    ),
)
_JUNK = (
    r"новост|ваканс|закупк|коррупц|контакт|обращени|прием граждан|приемн|фото|видео|галере|афиш"
    r"|мероприяти|пресс|символик|герб|поздрав|конкурс|кадр|персональн|конфиденциальн|cookie"
    r"|погод|телефон|госуслуг|виртуальн|вопрос|благодарн|награ|профсоюз|противодейств|руководств"
    r"|реклам|объявлени|календар|событи|биограф|слабовидящ|english|подписк|версия для"
    r"|news|novost|press|vacan|vakans|contact|kontakt|photo|foto|video|galler|korrup|zakup"
    r"|obrash|feedback|calendar|events?\b|rss\b|konkurs|kadr|privacy|policy\b"
)
_COMPILED = tuple((score, re.compile(pattern)) for score, pattern in _TABLE)
_JUNK_COMPILED = re.compile(_JUNK)


@lru_cache(maxsize=2_048)
def says(text: str) -> float:
    """How strongly a plain text promises a citizens' budget, 0..1; 0 for no text."""
    if not text:
        return 0.0
    found = next((score for score, pattern in _COMPILED if pattern.search(text)), NEUTRAL)
    # "News of the department": a section's name outweighs the words around it, a budget does not.
    return JUNK if found < BUDGET and _JUNK_COMPILED.search(text) else found


@lru_cache(maxsize=2_048)
def address_says(words: str, last: str) -> float:
    """How strongly an address promises: a budget anywhere in it, lesser words only at its end.

    Every page of a ministry may lie below ``/minfin/``; that names the ministry, not the page.
    """
    whole = says(words)
    return whole if whole >= BUDGET or whole == JUNK else says(last)
