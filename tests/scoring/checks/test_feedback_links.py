"""A link by which one may speak, called by what it is or by the sentence it stands in."""

import pytest

from scoring.checks.feedback import Feedback
from scoring.model import PageLink, Stage


@pytest.mark.parametrize(
    ("text", "context", "value"),
    [
        ("через форму", "Вопросы можно направить через форму.", 1.0),
        ("сюда", "Замечания к бюджету присылайте сюда.", 1.0),
        ("по этой ссылке", "Оставьте отзыв о брошюре по этой ссылке.", 1.0),
        ("в электронную приёмную", "Предложения направляйте в электронную приёмную.", 1.0),
        ("анкету", "Поделитесь мнением: заполните анкету.", 1.0),
        ("таблицы к разделу", "Вопросы можно направить позже. Открыть таблицы к разделу.", 0.5),
        ("форму заявления", "На пособие подайте форму заявления.", 0.0),
        ("здесь", "Закон о бюджете опубликован здесь.", 0.0),
    ],
)
def test_a_link_in_a_sentence_that_asks_is_a_way_to_answer(make, text, context, value):
    links = (PageLink("/vopros/", text, context, "block=1"),)
    make.edition(make.file(context, path="bdg/", role="page", media="text/html", links=links))
    assert Feedback(kind="feedback")(make.dossier(), Stage.ADOPTED).value == value
