"""One symbol, one entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cheatsheet_ls.model import Entry, Problem

NAME = "duplicate-symbol"
REASON = "Only the first entry of a symbol is ever shown."


def check(entries: Sequence[Entry], elsewhere: Sequence[Entry] = ()) -> Iterator[Problem]:
    """A team's entry may well have the symbol of a shipped one: it is then shown in its place."""
    first: dict[str, str] = {}
    for entry in entries:
        for symbol in entry.symbols:
            if symbol in first:
                message = f"{entry.title}: {symbol} is the symbol of {first[symbol]} already"
                yield Problem(entry.origin.page, entry.origin.line, NAME, message)
            first.setdefault(symbol, entry.id)
    yield from _options(entries)


def _options(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Two rows of one entry for one name; rows in several entries are fine: the first is shown."""
    for entry in entries:
        seen: set[str] = set()
        for option in entry.options:
            if option.symbol in seen:
                message = f"{entry.title}: a second row for {option.symbol}"
                yield Problem(entry.origin.page, option.line, NAME, message)
            seen.add(option.symbol)
