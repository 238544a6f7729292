"""How much is remembered: every check, year and stage asks of the same words and documents.

Decorators for functions of nothing but their arguments. What was asked longest ago is forgotten
first, so that memory is bounded, whatever is read.
"""

from functools import lru_cache

of_text = lru_cache(maxsize=16_384)
"""A label, a heading, a sentence: two brochures of a hundred pages have about so many."""
of_words = lru_cache(maxsize=16_384)
"""What is said of a figure: the years of a row, and more than one question, ask what it is of."""
of_cell = lru_cache(maxsize=32_768)
"""What a cell of a table holds."""
of_document = lru_cache(maxsize=64)
"""The files of a region, and some of the next."""
