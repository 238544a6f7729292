"""The words for things of budgets, written by people: one YAML a subject, topic by topic."""

from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scoring.language.ru.lists import read
from scoring.language.ru.topics import Topics


class Topic(BaseModel):
    """What readers call it, and the phrases that mean it; ``…`` stands for a few other words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ru: str = Field(min_length=1)
    en: str = Field(min_length=1)
    phrases: tuple[str, ...] = Field(min_length=1)


class Lexicon:
    """The topics of one subject by id, in the order they are written."""

    def __init__(self, name: str, topics: dict[str, Topic]) -> None:
        self.name = name
        self.topics = topics
        self.words = Topics({id_: topic.phrases for id_, topic in topics.items()})

    def titles(self, ids: "tuple[str, ...] | list[str]") -> tuple[str, str]:
        """What the topics are called, in Russian and in English, joined by commas."""
        told = [self.topics[i] for i in ids]
        return ", ".join(t.ru for t in told), ", ".join(t.en for t in told)


@cache
def lexicon(name: str) -> Lexicon:
    """The lexicon ``name``; raises ValueError naming the file and the place that is wrong."""
    path = files(__package__).joinpath(f"{name}.yaml")
    written = read(path)
    if not isinstance(written, dict) or not written:
        raise ValueError(f"{path}: write topics, each with ru, en and phrases")
    try:
        return Lexicon(name, {id_: Topic.model_validate(topic) for id_, topic in written.items()})
    except ValidationError as wrong:
        raise ValueError(f"{path}: {wrong}") from wrong
