"""Does it explain what a budget is, or how it is drawn up and adopted?"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from pydantic import Field

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.steps import told
from scoring.checks.texts import TextCheck
from scoring.language.ru.definitions import definitions
from scoring.language.ru.folded import folded
from scoring.language.ru.words import words
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence
from scoring.passages import Passage, Piece, passages
from scoring.remembered import of_text

_BUDGET = re.compile(
    r"^\W*(?:(?:област|краев|республиканск|региональн|государственн|окружн)\w+ )?бюджет\W*$|"
    r"^\W*бюджетный процесс\W*$|^\W*бюджет [а-я]+\W*$"
)
# The Budget Code's own words, copied into a glossary, tell a citizen nothing; a compliment neither.
_CODE = re.compile(
    r"\bформа образования и расходования|\bрегламентиру(?:емая|ющаяся) (?:\w+ )?законодательств"
)
_COMPLIMENT = re.compile(
    r"(?:\bэто|\bбюджет(?: [а-я]+)? -) (?:прежде всего |и |ваши? |наши? |в первую очередь )?"
    r"(?:не (?:только|просто)|забот|люди|довери|шанс|надежд|будущ|инвестиции в|ответственност|"
    r"бюджет [а-я]+\W*$|зеркал|мы\b|вы\b|сердце|лицо|судьб|уверенност|фундамент|основа (?:развит|"
    r"благополуч|жизн)|"
    r"(?:[а-я-]+ ){0,2}инструмент\w* (?:[а-я-]+ ){0,2}(?:политик|управлени|развити|регулирован)\w*"
    r"(?: [а-я]+)?\W*$)"
)
_ASKED = re.compile(r"\bчто (?:же |это )?такое\W{1,3}(?:\w+ )?бюджет(?:,? \w+){0,5}\W*(?:$|\?)")
_PLAN = re.compile(
    r"\bбюджет(?: [а-я]+){0,3}(?: \([^)]*\))?\s?(?::|-|,)? (?:это )?(?:[а-я]+,? ){0,4}"
    r"(?:план|смета|роспись|список|перечень|кошелек|копилка|расписание|мешок|котел|касса|"
    r"таблица|чемодан|корзина|сундук|договор|счет|подсчет|расчет|баланс)\b[^.!?]*"
    r"\b(?:доход|расход|трат|потрат|деньг|денег|средств|придет|получ|налог|плат[яи]т|платим)"
)
_ALIKE = re.compile(
    r"\bбюджет(?: \w+){0,2} (?:очень )?(?:похож|напоминает|сродни|можно сравнить|устроен как|"
    r"устроен так же)\b|\bбюджетом (?:[а-я]+ )?(?:называ(?:ют|ется|ем)|зовут|зовется)\b|"
    r"\bу (?:[а-я]+ )?бюджета (?:есть )?две (?:стороны|части|половины|чаши|колонки)\b|"
    r"\bпо сути, бюджет\b|"
    r"\bназыва(?:ется|ют|ем) (?:\w+ )?бюджетом\b|\bпод (?:\w+ )?бюджетом (?:\w+ ){0,2}понима|"
    r"\bбюджет (?:\w+ )?(?:складывается|состоит) из (?:двух|доход|доходов)|"
    r"\bполуч(?:ится|ается|им) (?:и )?(?:наш )?бюджет\b|"
    r"\bбюджет (?:\w+ )?нужен,? чтобы [^.!?]*\b(?:сколько|откуда|доход|трат|деньг|денег)|"
    r"\b(?:составить|принять|сверстать) (?:\w+ )?бюджет - (?:это )?значит\b|"
    r"\bбюджет\w* (?:\w+ )?(?:принима|утвержда|рассматрива|составля)\w+ в (?:два|три|несколько) "
    r"(?:этап|чтени|шаг|приём|прием)\w*[^.!?]{0,20}\bсначала\b|"
    r"\bбюджет\w*(?: [а-я]+){0,3} (?:можно )?(?:представить|представьте|понять|вообразить|"
    r"вообразите) (?:себе )?(?:как|так|в виде)\b|"
    r"\bпредставьте бюджет(?: [а-я]+){0,2} (?:как|в виде)|"
    r"\bсемейн\w+ бюджет\w*[^.!?]{0,60}\b(?:похож\w*|так же|то же самое|одинаков\w*)\b|"
    r"\bбюджет(?: [а-я]+){0,2} = |"
    r"\b(?:это )?и есть (?:наш )?(?:\w+ый )?бюджет(?: [а-я]+)?(?: на год)?\s*(?:[,.!]|$)"
)
# "Каждый год принимают бюджет. По сути это план: ...": the sentence before names it.
_IT_IS = re.compile(
    r"^\W*(?:(?:по сути|попросту|проще говоря|если (?:коротко|просто)|на деле|"
    r"на самом деле|коротко|иначе говоря|говоря просто|а),?\s)?(?:это|он)\s?-?\s?(?:[а-я]+,? ){0,3}"
    r"(?:план|смета|роспись|список|перечень|кошелек|копилка|расписание)"
    r"(?:\s?[:,(-]| (?:всех |наших )?(?:доход|расход|поступлени|трат|того|всего)\w*)[^!?]*"
    r"\b(?:доход|расход|трат|потрат|деньг|денег|средств|придет|поступ)"
)
# "Главный финансовый документ" names a rank, not a meaning: money comes or goes, or is planned.
_MEANS = re.compile(
    r"\b(?:план|смет|роспис|перечен|список|кошел|копилк|касс[аеуы]|казн|мешок|мешк|свод|фонд)|"
    r"доход|расход|\bтрат|потрат|\bден[её]ж|\bденьг|\bденег|\bсредств|\bналог|\bсобира|\bсобра|"
    r"\bполуча|\bплат|\bприход|\bпоступ|\bфинансировани|\bраспредел|\bсумм|\bскольк|"
    r"\bобщ(?:ие|ий) |\bрубл"
)
_ALONE = re.compile(
    r"^\W*бюджет(?: (?:области|края|республики|региона|округа|субъекта|государства))?\W*$"
)
_BROCHURE = re.compile(r"\bбюджет\w*\W{1,3}для граждан\b")
_NAMED = re.compile(r"\bбюджет(?:а|у|ом|е)?\b")
# Article 172 of the Budget Code: what the draft is drawn up from.
_BASED = re.compile(
    r"\b(?:составлени|формировани|разработк|"
    r"подготовк)\w+ (?:проекта )?(?:\w+ ){0,2}бюджета\b[^.]{0,120}"
    r"\b(?:на основ|основыва|базир)[^.]{0,40}\bпрогноз\w*\b[^.]*\b(?:направлени|программ)"
)
_FEWEST_WORDS = 3


class BudgetProcess(TextCheck):
    """1 when "бюджет" is defined, or ``steps`` steps of the process told in one place; else 0."""

    kind: Literal["budget-process"]
    steps: int = Field(default=3, ge=2)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote the definition, or the passage with the steps."""
        for file in files:
            if proof := [*_defined(file), *_told(file, self.steps)]:
                said = (
                    "Сказано, что такое бюджет или как он составляется и принимается.",
                    "It says what a budget is or how it is drawn up and adopted.",
                )
                return measured(1.0, said, proof)
        none = (
            "Не объяснено ни что такое бюджет, ни как он составляется и принимается.",
            "Neither what a budget is nor how it is drawn up and adopted is explained.",
        )
        return measured(0.0, none, in_files(edition))


def _defined(file: EditionFile) -> Iterator[Evidence]:
    for one in definitions(file.document.legible):
        if _BUDGET.search(folded(one.term)) and _means(folded(one.quote)):
            yield in_file(file, one.locator, one.quote)
    read = passages(file.document.legible)
    for passage in read:
        if passage.piece is not Piece.HEADING and _says_what(passage.text):
            yield in_file(file, passage.locator, passage.text)
    for asked, answer in pairwise(read):
        near = asked.block == answer.block and asked.piece is not Piece.ROW
        named = _names_it(asked.text) and _goes_on(answer.text)
        if near and (named or (_is_name(asked.text) and _is_plan(answer.text))):
            yield in_file(file, answer.locator, f"{asked.text} {answer.text}")
        if _asks(asked.text) and _answers(answer):
            yield in_file(file, answer.locator, f"{asked.text} {answer.text}")


@of_text
def _says_what(text: str) -> bool:
    plain = folded(text)
    return _likens(plain) or _BASED.search(plain) is not None


@of_text
def _names_it(text: str) -> bool:
    return _NAMED.search(folded(text)) is not None


@of_text
def _goes_on(text: str) -> bool:
    return _IT_IS.match(folded(text)) is not None


@of_text
def _is_name(text: str) -> bool:
    """Is it the word and no more: "Бюджет.", as entries of word lists begin?"""
    return _ALONE.search(folded(text)) is not None


@of_text
def _is_plan(text: str) -> bool:
    return not re.search(r"\d", text) and _PLAN.search(f"бюджет {folded(text)}") is not None


@of_text
def _asks(text: str) -> bool:
    plain = folded(text)
    return _ASKED.search(plain) is not None and _BROCHURE.search(plain) is None


def _likens(plain: str) -> bool:
    """Does it say "бюджет похож на кошелёк", or "бюджет: смета доходов и расходов"?"""
    plan = _PLAN.search(plain) and not _says_nothing(plain)
    return bool(plan) or _ALIKE.search(plain) is not None


def _means(plain: str) -> bool:
    return _MEANS.search(plain) is not None and not _says_nothing(plain)


def _says_nothing(plain: str) -> bool:
    return _CODE.search(plain) is not None or _COMPLIMENT.search(plain) is not None


def _answers(passage: Passage) -> bool:
    """A sentence under the question; figures under it answer nothing.

    The Code's words do, where they are asked for: there they are no entry of a glossary.
    """
    if passage.piece is Piece.HEADING or _COMPLIMENT.search(folded(passage.text)):
        return False
    said = len(words(passage.text)) >= _FEWEST_WORDS and not re.search(r"\d", passage.text)
    return said and not passage.text.rstrip().endswith("?")


def _told(file: EditionFile, steps: int) -> Iterator[Evidence]:
    """The first place where enough steps of the process are told."""
    for place in told(passages(file.document.legible), steps):
        yield in_file(file, place[0].locator, " ".join(p.text for p in place))
        return
