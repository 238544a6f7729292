"""The crosswalk as a section of the methodology: our criteria beside those of other methods."""

from collections.abc import Iterator

from scoring.crosswalk import Crosswalk, Place, Relation, Seen, load
from scoring.rubric import Rubric, Text

_TITLE = Text(ru="Рядом с другими методиками", en="Beside other methods")
_TOLD = Text(
    ru="Знаки: = тот же вопрос, ⊂ один часть другого, ~ близкий. Слова — той методики, на её "
    "языке. Последний столбец — какую сторону совместного создания бюджета показывает критерий.",
    en="Signs: = the same question, ⊂ one is part of the other, ~ related. The words are the "
    "method's own, in its language. The last column is the side of the budget's co-production "
    "that a criterion shows.",
)
_HEADS = Text(ru="критерий", en="criterion")
_LENS = Text(ru="совместное создание", en="co-production")
_SIGNS = {Relation.SAME: "=", Relation.PART: "⊂", Relation.RELATED: "~"}


def section(rubric: Rubric, lang: str) -> Iterator[str]:
    """The lines of the section; a criterion nobody has placed is left out."""
    known = load()
    yield from (f"## {_in(_TITLE, lang)}", "", _in(_TOLD, lang), "")
    for title in known.methods.values():
        yield f"- {_in(title, lang)}"
    heads = [_in(_HEADS, lang), *known.methods, _in(_LENS, lang)]
    yield from ("", f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}")
    for criterion in rubric.criteria:
        if seen := known.criteria.get(criterion.id):
            yield f"| `{criterion.id}` | {' | '.join(_cells(seen, known, lang))} |"
    yield ""


def _cells(seen: Seen, known: Crosswalk, lang: str) -> list[str]:
    places: dict[str, Place] = dict(seen.places())
    cells = [
        f"{_SIGNS[places[m].relation]} {places[m].what}" if m in places else ""
        for m in known.methods
    ]
    return [*cells, ", ".join(_in(known.lens[side], lang) for side in seen.lens)]


def _in(text: Text, lang: str) -> str:
    return text.ru if lang == "ru" else text.en
