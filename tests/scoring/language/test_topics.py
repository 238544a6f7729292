"""Topics are found in any form of their words; a longer phrase hides the shorter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.language.ru.forms import forms
from scoring.language.ru.lexicon import lexicon
from scoring.language.ru.topics import Topics

WORDS = Topics(
    {
        "debt": ["государственный долг", "долг"],
        "service": ["обслуживание … долга"],
        "opened": ["открыть"],
        "orphans": ["дети-сироты"],
    }
)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Государственным долгом", {"debt"}),
        ("ГОСУДАРСТВЕННЫЙ  ДОЛГ", {"debt"}),
        ("расходы на обслуживание государственного долга", {"service"}),
        ("обслуживание одного два три четыре пять долга", {"debt"}),
        ("Обслуживание закончено. Долга нет", {"debt"}),
        ("Откроются школы", {"opened"}),
        ("детям-сиротам", {"orphans"}),
        ("дети и сироты", set()),
        ("долгий путь", set()),
        ("", set()),
    ],
)
def test_topics_in_any_form(text, topics):
    assert WORDS.named(text) == topics


def test_no_phrase_goes_over_from_one_text_to_the_next():
    assert WORDS.named_in(("Долг", "открыли школу", "")) == {"debt", "opened"}
    assert WORDS.named_in(("обслуживание", "долга")) == {"debt"}
    assert WORDS.named_in(()) == frozenset()


def test_where_a_topic_stands():
    assert WORDS.head("Долг области") == ("debt",)
    assert WORDS.head("У области долг") == ()
    assert WORDS.head("У области долг", within=2) == ("debt",)


def test_reflexive_verbs_are_of_their_plain_ones():
    assert {"открыть", "открыться"} <= forms("откроются")


@pytest.mark.parametrize(
    "name",
    [
        "debt",
        "groups",
        "initiatives",
        "macro",
        "municipal",
        "objects",
        "policy",
        "process",
        "results",
        "revenue",
        "sections",
        "transfers",
        "voice",
    ],
)
def test_every_phrase_of_a_lexicon_finds_its_topic(name):
    book = lexicon(name)
    for id_, topic in book.topics.items():
        for phrase in topic.phrases:
            plain = phrase.replace("…", "")
            assert book.words.named(plain), (id_, phrase)


@given(st.text(max_size=200))
def test_any_text_can_be_asked(text):
    for mention in WORDS.found(text):
        assert 0 <= mention.first < mention.last
