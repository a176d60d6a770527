"""At most five examples an entry; the steps of a recipe are not counted."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.model import Entry, Problem

NAME = "too-many-examples"
REASON = "A menu of more than five is read by nobody."

MOST = 5


def check(entry: Entry) -> Iterator[Problem]:
    count = sum(example.step is None for example in entry.examples)
    if count > MOST:
        message = f"{entry.title}: {count} examples, at most {MOST}"
        yield Problem(entry.origin.page, entry.origin.line, NAME, message)
