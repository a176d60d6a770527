"""The index: which entry or option answers for a symbol, a scope, an id, a name or some words.

An index is built once from one store or several (own sheets before shipped ones) and never changed;
on reload it is replaced whole. Nothing is decoded before it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from cheatsheet_ls.model import Entry, Example, Option, Problem, Scope, Symbol
from cheatsheet_ls.sheet import naming, searching, store
from cheatsheet_ls.sheet.store import NO_OPTION, Store


@dataclass(frozen=True, slots=True)
class Found:
    """`option` where the symbol is a row of the entry's table; `symbol` is the one that
    answered.
    """

    entry: Entry
    option: Option | None
    symbol: Symbol


@dataclass(frozen=True)
class Index:
    stores: tuple[Store, ...] = ()

    @classmethod
    def of(cls, entries: Iterable[Entry], problems: Iterable[Problem] = ()) -> Index:
        """An index of entries at hand."""
        return cls((store.of(entries, problems),))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All of them, own ones first, in the order of their pages."""
        return tuple(one.entry(at) for one in self.stores for at in range(len(one)))

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(problem for one in self.stores for problem in one.problems)

    def __len__(self) -> int:
        return sum(map(len, self.stores))

    def find(self, symbols: Iterable[Symbol]) -> Found | None:
        """What the first of `symbols` that is known leads to; what defines it before what
        mentions it.
        """
        wanted = tuple(symbols)
        return self._first(wanted, weak=False) or self._first(wanted, weak=True)

    def _first(self, symbols: Sequence[Symbol], *, weak: bool) -> Found | None:
        for symbol in symbols:
            for one in self.stores:
                spot = (one.weak if weak else one.strong).get(symbol)
                if spot is not None:
                    return self._found(one, spot, symbol)
        return None

    @staticmethod
    def _found(one: Store, spot: store.Spot, symbol: str) -> Found:
        entry = one.entry(spot[0])
        option = None if spot[1] == NO_OPTION else entry.options[spot[1]]
        return Found(entry, option, Symbol(symbol))

    def entry(self, id_: str) -> Entry | None:
        for one in self.stores:
            if (number := one.ids.get(id_)) is not None:
                return one.entry(number)
        return None

    def is_own(self, entry: Entry) -> bool:
        """Whether a sheet that was added to the shipped one has it."""
        return any(entry.id in one.ids for one in self.stores[:-1])

    def path_of(self, entry: Entry) -> Path | None:
        """The file an entry was written in, for editors that open it."""
        for one in self.stores:
            number = one.ids.get(entry.id)
            if number is not None and one.root is not None and one.entry(number) == entry:
                return one.root / entry.origin.page
        return None

    def examples(self, scope: Scope) -> Sequence[tuple[Entry, Example]]:
        """The examples that may stand in `scope`, with the entries they belong to."""
        found = self._examples.get(scope)
        if found is None:
            found = self._examples[scope] = tuple(
                (one.entry(number), one.entry(number).examples[at])
                for one in self.stores
                for number, at in one.scopes.get(scope.value, ())
            )
        return found

    @cached_property
    def _examples(self) -> dict[Scope, tuple[tuple[Entry, Example], ...]]:
        return {}

    def within(self, module: str) -> Sequence[tuple[str, Entry]]:
        """The names of a module that have an entry, own ones first, in the order of the sheet."""
        spots = self._modules.get(module, {})
        return tuple((name, self.stores[at].entry(number)) for name, (at, number) in spots.items())

    @cached_property
    def _modules(self) -> dict[str, dict[str, tuple[int, int]]]:
        """Module and name to the store and the number of the entry."""
        found: dict[str, dict[str, tuple[int, int]]] = {}
        for at, one in enumerate(self.stores):
            for symbol, (number, option) in chain(one.strong.items(), one.weak.items()):
                module, dot, name = symbol.rpartition(".")
                if dot and ":" not in symbol and option == NO_OPTION:
                    found.setdefault(module, {}).setdefault(name, (at, number))
        return found

    @cached_property
    def decorators(self) -> tuple[Entry, ...]:
        """The entries that are about one."""
        return tuple(entry for entry in self.entries if "decorator" in entry.kind)

    @cached_property
    def recipes(self) -> tuple[Entry, ...]:
        """The entries that set something up, own ones first; of two with one title the first."""
        found: dict[str, Entry] = {}
        for one in self.stores:
            for number in one.recipes:
                entry = one.entry(number)
                if entry.recipe is not None:
                    found.setdefault(entry.recipe.title, entry)
        return tuple(found.values())

    def search(self, query: str, limit: int = 20) -> tuple[Entry, ...]:
        """Entries by title, symbol, summary and text, the best first."""
        spots = searching.best(self.stores, query, limit)
        return tuple(self.stores[which].entry(number) for which, number in spots)

    def by_name(self, name: str) -> tuple[Found, ...]:
        """What somebody means who types `CharField`, `models.CharField`, `for` or an entry's id."""
        if (entry := self.entry(name)) is not None:
            return (Found(entry, None, Symbol(entry.symbols[0] if entry.symbols else "")),)
        found: list[Found] = []
        for which, spot, symbol in self._names.find(name):
            found.append(self._found(self.stores[which], spot, symbol))
        return tuple(found)

    def nearest(self, name: str, limit: int = 5) -> tuple[str, ...]:
        """Names that look like `name`, for "did you mean"."""
        return self._names.nearest(name, limit)

    @cached_property
    def _names(self) -> naming.Names:
        return naming.Names(self.stores)
