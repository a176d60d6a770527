"""At most five examples an entry."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.model import Entry, Problem

NAME = "too-many-examples"
REASON = "A menu of more than five is read by nobody."

MOST = 5


def check(entry: Entry) -> Iterator[Problem]:
    if len(entry.examples) > MOST:
        message = f"{entry.title}: {len(entry.examples)} examples, at most {MOST}"
        yield Problem(entry.origin.page, entry.origin.line, NAME, message)
