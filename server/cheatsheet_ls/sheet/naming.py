"""The names people type for symbols: the last part, the last parts, a title; the most used
first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from cheatsheet_ls.model import Symbol
from cheatsheet_ls.sheet.store import NO_OPTION, Spot, Store
from cheatsheet_ls.sheet.symbols import last_part, spelled
from cheatsheet_ls.sheet.usage import usage

Answer = tuple[int, Spot, str]  # store, spot, symbol


class Names:
    """Looks names up in the strong symbols of all stores, then in titles, then in weak symbols."""

    def __init__(self, stores: Sequence[Store]) -> None:
        self.stores = stores

    def find(self, name: str) -> list[Answer]:
        """The answers, one for each entry or option, the most used first."""
        name = name.strip()
        ways = (
            self._exact(name),
            self._by_last_parts(name, self._strong),
            self._by_title(name),
            self._by_last_parts(name, self._weak),
        )
        return next((answers for answers in map(_once, ways) if answers), [])

    def nearest(self, name: str, limit: int) -> tuple[str, ...]:
        import difflib

        last = name.rpartition(".")[2].rpartition(":")[2].lower()
        folded = {key.lower(): key for key in reversed(self._strong)}
        close = difflib.get_close_matches(last, list(folded), n=limit, cutoff=0.6)
        return tuple(folded[key] for key in close)

    def _exact(self, name: str) -> Iterator[Answer]:
        symbol = spelled(name) or Symbol(name)
        for which, store in enumerate(self.stores):
            for table in (store.strong, store.weak):
                if symbol in table:
                    yield which, table[symbol], symbol
                    return

    def _by_last_parts(self, name: str, table: Mapping[str, list[Answer]]) -> list[Answer]:
        plain = name.removeprefix("@").split("(", 1)[0].removeprefix("Meta.")
        last = last_part(plain if ":" not in plain else plain.partition(":")[2])
        answers = table.get(last) or _folded(table, last)
        fitting = [one for one in answers if _ends_with(one[2], plain, last)]
        if name.startswith("Meta."):
            fitting = [one for one in fitting if one[2].startswith("meta:")]
        return sorted(fitting, key=lambda one: _rank(one[2], one[1]))

    def _by_title(self, name: str) -> Iterator[Answer]:
        for which, store in enumerate(self.stores):
            for number, head in enumerate(store.heads):
                if head.title.lower() == name.lower():
                    yield which, (number, NO_OPTION), head.symbols[0] if head.symbols else ""

    @cached_property
    def _strong(self) -> dict[str, list[Answer]]:
        return _by_last([store.strong for store in self.stores])

    @cached_property
    def _weak(self) -> dict[str, list[Answer]]:
        return _by_last([store.weak for store in self.stores])


def _by_last(tables: Sequence[Mapping[str, Spot]]) -> dict[str, list[Answer]]:
    found: dict[str, list[Answer]] = {}
    for which, table in enumerate(tables):
        for symbol, spot in table.items():
            found.setdefault(last_part(symbol), []).append((which, spot, symbol))
    return found


def _folded(table: Mapping[str, list[Answer]], last: str) -> list[Answer]:
    """Names that differ in case only; few ask so, so the table is not kept a second time."""
    last = last.lower()
    return [answer for key, answers in table.items() if key.lower() == last for answer in answers]


def _ends_with(symbol: str, name: str, last: str) -> bool:
    """`models.CharField` is the end of `django.db.models.CharField`, at a whole part."""
    if name == last:
        return True
    name, symbol = name.lower(), symbol.lower()
    before = symbol[: -len(name)]
    return symbol.endswith(name) and (not before or before[-1] in ".: ")


def _rank(symbol: str, spot: Spot) -> tuple[bool, int]:
    return spot[1] != NO_OPTION, usage(symbol)


def _once(answers: Iterable[Answer]) -> list[Answer]:
    """One answer for each thing: an entry with five symbols is listed once."""
    seen: dict[tuple[int, Spot], Answer] = {}
    for which, spot, symbol in answers:
        seen.setdefault((which, (spot[0], spot[1])), (which, (spot[0], spot[1]), symbol))
    return list(seen.values())
