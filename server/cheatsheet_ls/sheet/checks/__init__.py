"""What a page in our own format has to keep to, one rule a file: its name, its reason, its check.

Rules here read entries. What cannot become part of an entry (an unknown label, a scope nobody
knows, a row with too many cells) is reported by the reader itself, for every sheet and in the
running server too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from cheatsheet_ls.model import Entry, Problem
from cheatsheet_ls.sheet.checks import (
    docs_link,
    duplicate_symbol,
    example_length,
    example_missing,
    example_title,
    fence_language,
    kind_missing,
    line_length,
    prefix_unique,
    recipe_steps,
    see_also_resolves,
    summary_sentences,
    symbol_missing,
    too_many_examples,
    versions_in_order,
)


class EntryRule(Protocol):
    """A module with a rule about one entry."""

    NAME: str
    REASON: str

    def check(self, entry: Entry) -> Iterable[Problem]: ...


class SheetRule(Protocol):
    """A module with a rule about all entries together; `elsewhere` are shipped ones."""

    NAME: str
    REASON: str

    def check(
        self, entries: Sequence[Entry], elsewhere: Sequence[Entry] = ()
    ) -> Iterable[Problem]: ...


ENTRY_RULES: tuple[EntryRule, ...] = (
    summary_sentences,
    symbol_missing,
    kind_missing,
    versions_in_order,
    docs_link,
    example_title,
    example_length,
    too_many_examples,
    fence_language,
    line_length,
    example_missing,
    recipe_steps,
)
SHEET_RULES: tuple[SheetRule, ...] = (duplicate_symbol, prefix_unique, see_also_resolves)


def check(entries: Sequence[Entry], elsewhere: Sequence[Entry] = ()) -> Iterator[Problem]:
    """Everything that is wrong with entries in our own format, page by page."""
    for entry in entries:
        for rule in ENTRY_RULES:
            yield from rule.check(entry)
    for sheet_rule in SHEET_RULES:
        yield from sheet_rule.check(entries, elsewhere)
