"""An example has a title of its own, short enough for a menu."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.model import Entry, Problem

NAME = "example-title"
REASON = "The title is what the light bulb and the completion list show."

LONGEST = 60


def check(entry: Entry) -> Iterator[Problem]:
    for example in entry.examples:
        if example.title == entry.title:
            message = f"{entry.title}: a code block needs a ### title of its own"
            yield Problem(entry.origin.page, example.line, NAME, message)
        elif len(example.title) > LONGEST or example.title.endswith("."):
            message = f"{example.title!r}: at most {LONGEST} characters, no full stop"
            yield Problem(entry.origin.page, example.line, NAME, message)
