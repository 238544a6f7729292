"""The invented budgets: every figure of every edition comes from here, so that sums agree.

A figure is base x growth x a small wobble fixed by a hash; nothing is random. Money is in
thousands of roubles, whole numbers, as budget laws write it.
"""

from dataclasses import dataclass
from hashlib import sha256

SECTIONS = {
    "Образование": 0.268,
    "Социальная политика": 0.214,
    "Национальная экономика": 0.187,
    "Здравоохранение": 0.131,
    "Жилищно-коммунальное хозяйство": 0.062,
    "Общегосударственные вопросы": 0.041,
    "Культура, кинематография": 0.029,
    "Физическая культура и спорт": 0.021,
    "Национальная безопасность": 0.013,
    "Охрана окружающей среды": 0.008,
    "Обслуживание государственного долга": 0.006,
    "Межбюджетные трансферты общего характера": 0.020,
}
REVENUE = {
    "Налоговые доходы": {
        "Налог на прибыль организаций": 0.21,
        "Налог на доходы физических лиц": 0.25,
        "Акцизы": 0.085,
        "Налог на имущество организаций": 0.07,
        "Налог по упрощённой системе": 0.045,
        "Транспортный налог": 0.02,
    },
    "Неналоговые доходы": {
        "Доходы от использования имущества": 0.009,
        "Платежи за природные ресурсы": 0.006,
        "Штрафы и иные неналоговые доходы": 0.008,
    },
    "Безвозмездные поступления": {
        "Дотации": 0.13,
        "Субсидии": 0.11,
        "Субвенции и иные трансферты": 0.057,
    },
}


@dataclass(frozen=True)
class Place:
    """What makes one invented region differ from another: size in thousand roubles, and habits."""

    base: int
    population: int
    growth: float
    deficit: dict[tuple[int, str], float]
    programmes: dict[str, float]


PLACES = {
    "lukomorye": Place(
        96_400_000,
        812_400,
        1.061,
        {(2027, "draft"): 0.031, (2026, "law"): 0.027, (2025, "fact"): 0.012},
        {
            "Школа у моря": 0.241,
            "Здоровое Лукоморье": 0.128,
            "Забота о каждом": 0.197,
            "Дороги к дубу зелёному": 0.112,
            "Тёплый дом": 0.051,
            "Культура и сказка": 0.027,
            "Чистый берег": 0.009,
        },
    ),
    "tridevyaty-krai": Place(
        148_900_000,
        1_204_000,
        1.048,
        {(2027, "draft"): 0.044, (2026, "law"): 0.052, (2025, "fact"): 0.038},
        {
            "Развитие образования Тридевятого края": 0.252,
            "Развитие здравоохранения": 0.119,
            "Социальная поддержка граждан": 0.188,
            "Развитие транспортной системы": 0.121,
            "Обеспечение доступным жильём": 0.034,
        },
    ),
    "belovodye": Place(
        54_200_000,
        401_700,
        1.052,
        {
            (2027, "draft"): 0.022,
            (2026, "law"): 0.019,
            (2025, "law"): 0.034,
            (2025, "fact"): 0.009,
            (2024, "fact"): 0.011,
        },
        {
            "Развитие образования": 0.263,
            "Развитие здравоохранения": 0.127,
            "Социальная защита населения": 0.201,
            "Развитие сельского хозяйства": 0.084,
            "Развитие транспортного комплекса": 0.096,
        },
    ),
    "kitezh": Place(
        71_300_000,
        655_200,
        1.045,
        {(2027, "draft"): 0.03, (2026, "law"): 0.035, (2025, "fact"): 0.02},
        {
            "Образование Китежа": 0.255,
            "Здравоохранение Китежа": 0.13,
            "Поддержка семьи": 0.18,
            "Дороги и мосты": 0.11,
            "Светлый берег": 0.03,
        },
    ),
    "buyan": Place(88_700_000, 702_300, 1.044, {(2027, "draft"): 0.036, (2026, "law"): 0.029}, {}),
    "berendeevo": Place(
        38_100_000,
        296_300,
        1.04,
        {(2027, "draft"): 0.028, (2026, "law"): 0.0},
        {
            "Образование": 0.271,
            "Здоровье": 0.125,
            "Социальная поддержка": 0.205,
            "Лесное хозяйство": 0.064,
        },
    ),
    "kiselny-bereg": Place(
        62_700_000,
        548_900,
        1.055,
        {(2027, "draft"): 0.018, (2026, "law"): 0.024, (2025, "fact"): -0.007},
        {
            "Каждому ребёнку — место": 0.248,
            "Врач рядом": 0.133,
            "Семья и забота": 0.204,
            "Хорошая дорога": 0.108,
            "Живая река": 0.019,
            "Свой дом": 0.041,
        },
    ),
}


def wobble(*key: object, width: float = 0.04) -> float:
    """A factor near 1, the same for the same key: 1 - width .. 1 + width."""
    digest = sha256("/".join(map(str, key)).encode()).digest()
    return 1 + width * (int.from_bytes(digest[:4], "big") / 2**31 - 1)


@dataclass(frozen=True)
class Budget:
    """One fiscal year at one moment: ``draft``, ``law``, ``plan`` (as amended) or ``fact``."""

    place: str
    year: int
    moment: str

    def _size(self) -> float:
        place = PLACES[self.place]
        step = {"draft": 0.985, "law": 1.0, "plan": 1.038, "fact": 1.021}[self.moment]
        return place.base * place.growth ** (self.year - 2025) * step

    @property
    def incomes(self) -> dict[str, dict[str, int]]:
        """Revenue by kind and by item."""
        return {
            kind: {
                item: round(self._size() * share * wobble(self.place, item, self.year, self.moment))
                for item, share in items.items()
            }
            for kind, items in REVENUE.items()
        }

    @property
    def kinds(self) -> dict[str, int]:
        """Revenue by kind: tax, non-tax, grants."""
        return {kind: sum(items.values()) for kind, items in self.incomes.items()}

    @property
    def revenue(self) -> int:
        """Total revenue."""
        return sum(self.kinds.values())

    @property
    def expenditure(self) -> int:
        """Total expenditure: revenue plus the year's deficit."""
        rate = PLACES[self.place].deficit.get((self.year, self.moment), 0.025)
        return round(self.revenue * (1 + rate))

    @property
    def balance(self) -> int:
        """Negative for a deficit."""
        return self.revenue - self.expenditure

    @property
    def sections(self) -> dict[str, int]:
        """Expenditure by functional section; the sum is the total."""
        shares = {
            name: share * wobble(self.place, name, self.year // 2, width=0.09)
            for name, share in SECTIONS.items()
        }
        whole = sum(shares.values())
        parts = {name: round(self.expenditure * share / whole) for name, share in shares.items()}
        first = next(iter(parts))
        parts[first] += self.expenditure - sum(parts.values())
        return parts

    @property
    def programmes(self) -> dict[str, int]:
        """Expenditure by named state programme (not the whole of it)."""
        return {
            name: round(self.expenditure * share * wobble(self.place, name, self.year, width=0.03))
            for name, share in PLACES[self.place].programmes.items()
        }

    @property
    def debt(self) -> int:
        """The region's debt at the end of the year."""
        return round(self._size() * 0.21 * wobble(self.place, "debt", self.year))

    @property
    def local(self) -> dict[str, int]:
        """Transfers to local budgets by kind."""
        whole = self.expenditure * 0.27
        shares = {"Субвенции": 0.52, "Субсидии": 0.29, "Дотации": 0.14, "Иные трансферты": 0.05}
        return {kind: round(whole * share) for kind, share in shares.items()}

    @property
    def population(self) -> int:
        """Residents at the beginning of the year."""
        return round(PLACES[self.place].population * (1 + (self.year - 2026) * 0.002) / 100) * 100

    def per_head(self, amount: int) -> int:
        """Whole roubles per resident for ``amount`` in thousands."""
        return round(amount * 1000 / self.population)
