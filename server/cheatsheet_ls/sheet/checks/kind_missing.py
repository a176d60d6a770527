"""A dotted path may be anything, so its entry has to say what it is."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.model import Entry, Problem
from cheatsheet_ls.sheet.symbols import is_path

NAME = "kind"
REASON = "The kind stands in brackets in the first line of every card."


def check(entry: Entry) -> Iterator[Problem]:
    page, line = entry.origin.page, entry.origin.line
    if entry.symbols and is_path(entry.symbols[0]) and not entry.kind:
        yield Problem(page, line, NAME, f"{entry.title}: a dotted symbol needs the fact Kind")
    elif len(entry.kind.split()) > 4:
        yield Problem(page, line, NAME, f"{entry.title}: Kind is two or three words")
