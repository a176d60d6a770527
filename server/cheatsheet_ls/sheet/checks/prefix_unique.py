"""A prefix belongs to one example of the whole sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cheatsheet_ls.model import Entry, Problem

NAME = "prefix"
REASON = "Whoever types a prefix wants one example, not a choice."

_FORM = re.compile(r"dj-[a-z0-9]+(?:-[a-z0-9]+)*")


def check(entries: Sequence[Entry], elsewhere: Sequence[Entry] = ()) -> Iterator[Problem]:
    first = {
        example.prefix: f"{entry.id}/{example.id}"
        for entry in elsewhere
        for example in entry.examples
        if example.prefix
    }
    for entry in entries:
        for example in entry.examples:
            prefix = example.prefix
            if prefix is None:
                continue
            if not _FORM.fullmatch(prefix):
                message = f"{prefix!r}: write dj- and lower-case words with hyphens"
                yield Problem(entry.origin.page, example.line, NAME, message)
            if prefix in first:
                message = f"prefix {prefix!r} is taken by {first[prefix]}"
                yield Problem(entry.origin.page, example.line, NAME, message)
            first.setdefault(prefix, f"{entry.id}/{example.id}")
