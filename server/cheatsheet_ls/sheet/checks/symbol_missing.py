"""An entry without a symbol is found by search alone, which is right for prose only."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.model import Entry, Problem

NAME = "symbol-missing"
REASON = "Options, versions and documentation of an entry belong to a name; the hover needs it."


def check(entry: Entry) -> Iterator[Problem]:
    tells = entry.options or entry.versions.removed or entry.versions.since
    if not entry.symbols and tells:
        message = f"{entry.title}: options or versions, but no Symbol they are about"
        yield Problem(entry.origin.page, entry.origin.line, NAME, message)
