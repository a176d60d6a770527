"""What a person types deserves an example, unless it is gone."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.model import Entry, Problem

NAME = "example-missing"
REASON = "Code says in a second what a paragraph says in ten."


def check(entry: Entry) -> Iterator[Problem]:
    """Entries that show neither code nor options nor a word of text say too little."""
    says_more = entry.examples or entry.options or entry.text or entry.trap
    if entry.symbols and not says_more and not entry.versions.removed:
        message = f"{entry.title}: neither example nor options nor text"
        yield Problem(entry.origin.page, entry.origin.line, NAME, message)
