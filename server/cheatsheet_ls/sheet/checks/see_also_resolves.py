"""Each name under "See also" leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cheatsheet_ls.model import Entry, Problem
from cheatsheet_ls.sheet.symbols import last_part

NAME = "see-also"
REASON = "A reference that leads nowhere sends the reader away for nothing."


def check(entries: Sequence[Entry], elsewhere: Sequence[Entry] = ()) -> Iterator[Problem]:
    known = _names([*entries, *elsewhere])
    for entry in entries:
        for name in entry.see_also:
            if name.strip("@").split("(", 1)[0] not in known:
                message = f"{entry.title}: {name!r} is no title, option or symbol of the sheet"
                yield Problem(entry.origin.page, entry.origin.line, NAME, message)


def _names(entries: Sequence[Entry]) -> set[str]:
    known: set[str] = set()
    for entry in entries:
        known |= {entry.id, entry.title, *entry.symbols, *map(last_part, entry.symbols)}
        for option in entry.options:
            known |= {option.name, option.symbol, last_part(option.symbol)}
    return known
