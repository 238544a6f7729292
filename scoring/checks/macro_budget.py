"""Lines of the budget that sound like indicators of the economy."""

import re

from scoring.language.ru.folded import folded
from scoring.remembered import of_text

# Lines of the budget that sound like the economy: wages it pays, investment it makes.
_OF_BUDGET = re.compile(
    r"бюджетн\w+ инвестиц|расход|выплат|\bна (?:заработн|зарплат|оплат|инвестиц|капитальн)|"
    r"ассигнован|"
    r"\bк (?:зарплат|заработ)|доплат|надбавк|"
    r"\bставк|облага|"
    r"налог|субсиди|программ|бюджетник|педагог|учител|врач|работник\w+ (?:культуры|бюджетн)|"
    r"инвестиц\w* в (?!основн|экономик|наш|регион|област|кра[йе]|республик|капитал|20\d\d)|"
    r"\bдоходы (?:бюджет|област)|фонд\w* поддержки|строительств|пособи|ниже прожиточн|доход\w* ниже"
)


@of_text
def is_of_budget(text: str) -> bool:
    """Is it what the budget pays or collects, and nothing of the economy's?"""
    return _OF_BUDGET.search(folded(text)) is not None
