"""The names people type for symbols: the last part, the last parts, a title; the most used first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from cheatsheet_ls.model import Symbol
from cheatsheet_ls.sheet.store import NO_OPTION, Spot, Store
from cheatsheet_ls.sheet.symbols import last_part, spelled

# Where two things share a name, the one that people write more often: models before forms.
MOST_USED = (
    *("django.db.models.", "django.shortcuts.", "django.urls.", "django.http.", "setting:"),
    *("tag:", "filter:", "meta:model.", "command:", "django.views.", "django.contrib.admin."),
    *("django.forms.", "django.contrib.", "django.", "rest_framework.", "meta:", "lookup:"),
    *("variable:", "kwarg:django.db.models.", "kwarg:", "library:"),
)

Answer = tuple[int, Spot, str]  # store, spot, symbol


class Names:
    """Looks names up in the strong symbols of all stores, then in titles, then in weak symbols."""

    def __init__(self, stores: Sequence[Store]) -> None:
        self.stores = stores

    def find(self, name: str) -> list[Answer]:
        """The answers, one for each entry or option, the most used first."""
        name = name.strip()
        for found in (self._exact(name), self._by_last_parts(name), self._by_title(name)):
            answers = _once(found)
            if answers:
                return answers
        return []

    def nearest(self, name: str, limit: int) -> tuple[str, ...]:
        import difflib

        last = name.rpartition(".")[2].rpartition(":")[2].lower()
        known = {key: key for key in self._by_last}
        folded = {key.lower(): known[key] for key in reversed(list(known))}
        close = difflib.get_close_matches(last, list(folded), n=limit, cutoff=0.6)
        return tuple(folded[key] for key in close)

    def _exact(self, name: str) -> Iterator[Answer]:
        symbol = spelled(name) or Symbol(name)
        for which, store in enumerate(self.stores):
            for table in (store.strong, store.weak):
                if symbol in table:
                    yield which, table[symbol], symbol
                    return

    def _by_last_parts(self, name: str) -> list[Answer]:
        plain = name.removeprefix("@").split("(", 1)[0].removeprefix("Meta.")
        last = last_part(plain if ":" not in plain else plain.partition(":")[2])
        answers = self._by_last.get(last) or self._folded.get(last.lower(), [])
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
    def _by_last(self) -> dict[str, list[Answer]]:
        found: dict[str, list[Answer]] = {}
        for strong in (True, False):
            for which, store in enumerate(self.stores):
                for symbol, spot in (store.strong if strong else store.weak).items():
                    found.setdefault(last_part(symbol), []).append((which, spot, symbol))
        return found

    @cached_property
    def _folded(self) -> dict[str, list[Answer]]:
        found: dict[str, list[Answer]] = {}
        for last, answers in self._by_last.items():
            found.setdefault(last.lower(), []).extend(answers)
        return found


def _ends_with(symbol: str, name: str, last: str) -> bool:
    """`models.CharField` is the end of `django.db.models.CharField`, at a whole part."""
    if name == last:
        return True
    name, symbol = name.lower(), symbol.lower()
    before = symbol[: -len(name)]
    return symbol.endswith(name) and (not before or before[-1] in ".: ")


def _rank(symbol: str, spot: Spot) -> tuple[bool, int]:
    prefixes = (n for n, prefix in enumerate(MOST_USED) if symbol.startswith(prefix))
    return spot[1] != NO_OPTION, next(prefixes, len(MOST_USED))


def _once(answers: Iterator[Answer] | list[Answer]) -> list[Answer]:
    """One answer for each thing: an entry with five symbols is listed once."""
    seen: dict[tuple[int, Spot], Answer] = {}
    for which, spot, symbol in answers:
        seen.setdefault((which, (spot[0], spot[1])), (which, (spot[0], spot[1]), symbol))
    return list(seen.values())
