"""What would raise the score, where to do it, and by how many points of the total."""

from scoring.checks.absence import NOUNS, YEAR_RU
from scoring.checks.cycle import CycleCheck
from scoring.model import Edition, Finding, Status
from scoring.rubric import Criterion, Rubric

# Troubles a publisher can end, and how. At the others (our own limits, a line that was down)
# advice would be about us, not about the edition.
_MEND = {
    "no-text-layer": (
        "Страницы сохранены картинками, их не прочесть. Выложите файл с текстовым слоем.",
        "The pages are pictures and cannot be read. Publish the file with a text layer.",
    ),
    "encrypted": (
        "Файл закрыт паролем. Выложите его без пароля.",
        "The file is locked with a password. Publish it without one.",
    ),
    "torn": (
        "Файл повреждён и не открывается. Проверьте его и выложите заново.",
        "The file is damaged and does not open. Check it and publish it again.",
    ),
    "empty": (
        "Файл пуст. Выложите его заново.",
        "The file is empty. Publish it again.",
    ),
    "no-date": (
        "Нельзя узнать, когда издание опубликовано. Напишите рядом с ним день публикации.",
        "It cannot be told when the edition was published. State the day of publication beside it.",
    ),
}
_LEAST = 0.05  # below this the number would be printed as nought


def advise(
    finding: Finding,
    criterion: Criterion,
    edition: Edition | None,
    rubric: Rubric,
    gain: float | None = None,
) -> tuple[str, str]:
    """Advice in Russian and English, ("", "") for full marks and for what only we can mend.

    ``gain`` is what full marks would add to the region's total (scoring.score.gain); without
    it, the share of the rubric's weight that is missing.
    """
    answer = finding.answered
    if answer.value == 1 or answer.status in (Status.NOT_APPLICABLE, Status.ERROR):
        return "", ""
    mend = _MEND.get(answer.reason)
    if answer.status is Status.UNKNOWN:
        place = _where(finding, criterion, edition)
        return (place[0] + mend[0], place[1] + mend[1]) if mend and edition else ("", "")
    if gain is None:
        missing = 1 - (answer.value or 0.0)
        gain = 100 * rubric.weighs(criterion, finding.stage) * missing / rubric.weight
    ru, en = criterion.remedy.ru, criterion.remedy.en
    if edition is not None or isinstance(criterion.check, CycleCheck):
        ru, en = f"{answer.reason} {ru}", f"{answer.reason_en} {en}"
    places, points = _where(finding, criterion, edition), _points(gain)
    return f"{places[0]}{ru}{points[0]}", f"{places[1]}{en}{points[1]}"


def _where(finding: Finding, criterion: Criterion, edition: Edition | None) -> tuple[str, str]:
    """The edition meant; one that is missing has to come before anything in it can be mended."""
    if isinstance(criterion.check, CycleCheck):
        return "", ""  # its answer says itself which edition it means
    ru, en = NOUNS[finding.stage]
    if edition is not None:
        url = edition.main.capture.final_url
        when = f"{YEAR_RU[finding.stage]} {edition.fiscal_year} год"
        return f"Издание {ru} {when} ({url}). ", (
            f"The edition {en} for {edition.fiscal_year} ({url}). "
        )
    if criterion.check.kind == "edition-published":
        return f"Нет издания {ru}. ", f"There is no edition {en}. "
    return (
        f"Издания {ru} нет. Когда оно появится, понадобится вот что. ",
        f"There is no edition {en}. Once there is one, this will be needed. ",
    )


def _points(gain: float) -> tuple[str, str]:
    if gain < _LEAST:
        return "", ""
    number = f"{gain:.1f}"
    whole = number.endswith(".0")
    ru = number.removesuffix(".0").replace(".", ",")
    word = _plural(int(gain + 0.05)) if whole else "балла"
    many = "point" if number == "1.0" else "points"
    return (
        f" Это дало бы ещё {ru} {word} из 100.",
        f" That would add {number.removesuffix('.0')} {many} of 100.",
    )


def _plural(number: int) -> str:
    if number % 10 == 1 and number % 100 != 11:
        return "балл"
    few = number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14)
    return "балла" if few else "баллов"
