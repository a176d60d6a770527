"""Code keeps to 88 characters, as Django's own does."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.model import Entry, Problem

NAME = "line-length"
REASON = "Longer lines wrap in a float and fail the reader's own linter once inserted."

LONGEST = 88


def check(entry: Entry) -> Iterator[Problem]:
    for example in entry.examples:
        for line in example.code.splitlines():
            if len(line) > LONGEST:
                message = f"{example.title!r}: a line of {len(line)} characters, at most {LONGEST}"
                yield Problem(entry.origin.page, example.line, NAME, message)
