"""Are amounts given for named state programmes?"""

import re
from typing import ClassVar, Literal

from pydantic import Field

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.figures import Told, context, is_change, is_sum, told
from scoring.checks.parts import counted, step
from scoring.checks.programme_lists import NO_PROGRAMME, OTHER, listed
from scoring.checks.subject import says_something
from scoring.checks.texts import TextCheck
from scoring.facts import Fact, Form, Unit, Words
from scoring.language.ru.folded import folded
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence
from scoring.remembered import of_text, of_words

_PROGRAMME = re.compile(r"\b(?:гос)?программ[аыуеой]{0,2}\b|\bг\.?п\.?(?= \")")
_STATE = re.compile(
    r"\bгосударственн\w+ программ|\bгоспрограмм|\b(?:област|краев|республиканск)\w+ программ"
)
_QUOTED = re.compile(r'"([^"]{3,160})"')
_PROGRAMMES = re.compile(r"\b(?:гос)?программ")
_OBJECTS = re.compile(r"\bпроект|\bобъект")
_OBJECT = re.compile(
    r"\b(?:реконструкци|строительств|капитальн\w+ ремонт|на \d[\d ]* мест)|\b(?:г|с|пос|"
    r"ул)\. ?[а-я]"
)
# "Госпрограмма развития образования": a name that no quotation marks set apart.
_UNQUOTED = re.compile(
    r"(?:\bгосударственн\w+ |\bгос)программ[аыуеой]{0,2} (?P<name>(?:по )?[а-я]+(?:и[яюей]|ы|"
    r"ств[ауо]|ани[яю]|ени[яю]|"
    r"[ок]и|ой|ей)(?: [а-я]+){1,4}?)(?=\W*(?:$|-|\d|(?:направ|потра|предусм|выдел|состав|израсх|"
    r"получ)))"
)
_LIST_OF_THEM = re.compile(
    r"\b(?:по|крупн\w+|крупнейш\w+|главн\w+|больш\w+|основн\w+|ключев\w+|две|три|четыре|пять|шесть|семь|"
    r"восемь|девять|десять|\d+) (?:гос|государственн\w+ )?программ\w*\b"
)
_NAMELESS = re.compile(
    r"^(?:област|кра[яю]|республик|округ|регион|субъект|росси|федерац|этой|всех|приход|предусм)"
)
_STEM = "программ"
"""Every way to speak of programmes has it: most labels and headings do not."""
_LEAST = 1e5
_SHARE = re.compile(
    r"\bпрограммн\w+|\b(?:гос)?программ(?:ах|ам|ы|ами)?\b|"
    r"\bодн\w+ (?:гос|государственн\w+ )?программ|\b\d+ (?:гос|государственн\w+ )?программ"
)
# "В рамках программы поддержки инициатив" is one of them, and without its name in quotes none.
_ONE_OF_THEM = re.compile(r"\b(?:рамк\w+|услови\w+|участ\w+|сч[её]т\w*|по) программы\b(?!\W*$)")
# Under a bare heading "Программы" what is said of all spending is said of them.
_ALL_OF_THEM = re.compile(
    r"^\W*(?:[\divx]+[.)]?\s)?(?:все |наши |о |про )?(?:гос|государственн\w+ )?программ\w{1,2}\W*$"
)
_SPENDING = re.compile(
    r"\bрасход|\bтрат|\bбюджет|\bзатрат|\bсредств|\bден(?:ег|ьг)|\bними?\b|\bими\b"
)
# "Как исполнены программы, %": of what was planned, not of money.
_FULFILLED = re.compile(r"\b(?:исполн|выполн|освое)\w*[^.]{0,30}(?:,|\(|в) ?(?:%|процент)\w*\W*$")
_NAME = re.compile(r"[^\W\d_]{4,}")
_LONGEST = 250
_MOST_WORDS = 9


class SpendingByProgramme(TextCheck):
    """1 for ``many`` named programmes with amounts, ``some`` for fewer or for their sum only."""

    kind: Literal["spending-by-programme"]
    laid_out: ClassVar[bool] = True
    many: int = Field(default=5, ge=2)
    some: float = Field(default=0.5, gt=0, lt=1)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote the first figure of each programme, or of all of them together."""
        found: dict[str, tuple[str, Evidence]] = {}
        whole: Told | None = None
        for one in told(files):
            name = programme(one.fact)
            if name:
                found.setdefault(_key(name), (name, one.proof))
            elif whole is None and _of_all(one.fact):
                whole = one
        for file in files:
            for passage, name in listed(file):
                proof = in_file(file, passage.locator, passage.text)
                found.setdefault(_key(name), (name, proof))
        if found:
            names = [name for name, _ in found.values()]
            said = counted("Госпрограмм с суммой", "State programmes with an amount", names)
            proofs = [proof for _, proof in found.values()]
            return measured(step(len(found), self.many, self.some), said, proofs)
        if whole is not None:
            said = (
                "Названа только общая сумма или доля программных расходов.",
                "Only the total or the share of programme spending is given.",
            )
            return measured(self.some, said, [whole.proof])
        none = "Сумм по государственным программам нет.", "No amounts by state programme."
        return measured(0.0, none, in_files(edition))


def programme(fact: Fact) -> str:
    """The name of the state programme an amount is of, "" when it is of none."""
    if fact.form is Form.CELL:
        return _named(fact.words) if fact.amount else ""
    large = fact.unit is Unit.MONEY and abs(fact.value) >= _LEAST
    return _named(fact.words) if large else ""


@of_words
def _named(fact: Words) -> str:
    if is_sum(fact) or not (read := _read(fact.label)):
        return ""
    label, plain, quoted, spoken = read
    if spoken and (quoted or (fact.form is Form.CELL and _STATE.search(plain))):
        return label[quoted.start(1) : quoted.end(1)] if quoted else label
    return _told(fact, label, plain, quoted) or _listed(fact, label, plain, quoted)


@of_text
def _read(label: str) -> tuple[str, str, re.Match[str] | None, bool] | None:
    """A label bare and folded, its first name in quotes, and whether it speaks of a programme.

    None of one that names another thing.
    """
    label = label.strip()
    plain = folded(label)
    if len(label) > _LONGEST or OTHER.search(plain):
        return None
    quoted = _QUOTED.search(plain)
    if quoted and NO_PROGRAMME.search(plain[: quoted.start()]):
        return None
    return label, plain, quoted, _PROGRAMME.search(plain) is not None


def _told(fact: Words, label: str, plain: str, quoted: re.Match[str] | None) -> str:
    """The name a sentence gives, in a list or without marks, or the heading over a bare sum."""
    if quoted:
        return label[quoted.start(1) : quoted.end(1)] if _in_a_list(fact, plain, quoted) else ""
    if _STEM in plain and (named := _UNQUOTED.search(plain)) and not _NAMELESS.match(named["name"]):
        return label[named.start("name") : named.end("name")]
    if fact.form is not Form.PROSE:
        return ""
    if listed := _of_a_list(fact, label):
        return listed
    return _alone(fact) or ("" if says_something(label) else _headed(fact))


def _listed(fact: Words, label: str, plain: str, quoted: re.Match[str] | None) -> str:
    """A name in a table or a list under a heading of programmes."""
    over = folded(context(fact))
    if _STEM not in over or _FULFILLED.search(over):
        return ""
    listed = _PROGRAMMES.search(over) and not _OBJECTS.search(folded(fact.above[-1]))
    if not listed or _OBJECT.search(plain) or not _NAME.search(plain) or _PROGRAMMES.search(plain):
        return ""
    if fact.form is Form.PROSE and not (quoted or _is_entry(fact)):
        return ""
    return label[quoted.start(1) : quoted.end(1)] if quoted else label


def _in_a_list(fact: Words, plain: str, quoted: re.Match[str]) -> bool:
    """A name in a sentence that speaks of programmes before it: "по госпрограммам: «Спорт» - 2"."""
    whole = folded(fact.whole)
    before = whole[: max(0, whole.find(quoted[0]))]
    own = plain[: quoted.start()]
    told = _PROGRAMMES.search(f"{own} {before}") and not OTHER.search(before)
    return bool(told) and NO_PROGRAMME.search(before) is None and '"' in plain


def _of_a_list(fact: Words, label: str) -> str:
    """A name without marks in a list of programmes: "Пять программ: школы (14,9 млрд), дороги"."""
    lead, colon, rest = fact.whole.partition(":")
    name = label.rpartition(":")[2].strip()
    if not (colon and name) or not _LIST_OF_THEM.search(folded(lead)) or OTHER.search(folded(lead)):
        return ""
    entry = re.search(rf"(?:^|[,;]|\bи)\s*{re.escape(name)}\s*[(—–-]", rest)
    named = entry and len(name.split()) <= _MOST_WORDS and says_something(name)
    return name if named else ""


def _headed(fact: Words) -> str:
    """The programme a heading names, of a sum whose words say nothing else."""
    head = fact.above[-1] if fact.above else ""
    plain = folded(head)
    quoted = _QUOTED.search(plain)
    if not head or len(head) > _LONGEST or OTHER.search(plain) or _OBJECT.search(plain):
        return ""
    if _PROGRAMME.search(plain) and quoted:
        return head[quoted.start(1) : quoted.end(1)]
    over = folded(" . ".join(fact.above[-3:-1]))
    listed = _PROGRAMMES.search(over) and not _PROGRAMMES.search(plain)
    return head if listed and not _OBJECTS.search(over) and not head.endswith(("?", ":")) else ""


def _alone(fact: Words) -> str:
    """The one name there is: "Программа «Спорт» исполнена на 99 %: израсходовано 2 млрд"."""
    plain = folded(fact.whole)
    names = list(_QUOTED.finditer(plain))
    if len(names) != 1 or not _PROGRAMME.search(plain) or OTHER.search(plain):
        return ""
    return fact.whole[names[0].start(1) : names[0].end(1)]


def _is_entry(fact: Words) -> bool:
    """A name, a sign and its sum, and not more before it: "Забота о людях: 25,7 млрд рублей"."""
    name, rest = fact.label, fact.whole.lstrip(" •–—-✔")
    starts = rest.startswith(name) or re.search(rf"[;:] {re.escape(name)}", rest) is not None
    entry = starts and rest.split(name, 1)[1].lstrip()[:1] in (":", "—", "–", "-", ",", "(")
    told = name[:1].isupper() or not rest.startswith(name)
    return entry and told and len(name.split()) <= _MOST_WORDS


def _of_all(fact: Fact) -> bool:
    """The sum or share of all programmes: "в рамках программ — 95 % расходов"."""
    return fact.sized and _is_all(fact.words) and not is_change(fact)


@of_words
def _is_all(fact: Words) -> bool:
    headed = any(map(_heads_all, fact.above[-1:]))
    if not headed and _STEM not in folded(fact.label) and _STEM not in folded(fact.whole):
        return False
    plain = folded(f"{fact.label} {fact.whole}")
    if OTHER.search(plain.replace("непрограмм", " ")) or _ONE_OF_THEM.search(plain):
        return False
    return _SHARE.search(plain) is not None or (headed and _SPENDING.search(plain) is not None)


@of_text
def _heads_all(head: str) -> bool:
    return _ALL_OF_THEM.match(folded(head)) is not None


def _key(name: str) -> str:
    return " ".join(re.findall(r"\w+", folded(name)))[:60]
