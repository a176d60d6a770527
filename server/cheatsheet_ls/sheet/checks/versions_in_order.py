"""Something is added, then deprecated, then removed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cheatsheet_ls.model import Entry, Problem, Versions
from cheatsheet_ls.sheet.releases import release_key

NAME = "versions"
REASON = "Releases out of order are a slip of the pen, and the card would tell the opposite."


def check(entry: Entry) -> Iterator[Problem]:
    page = entry.origin.page
    yield from _of(entry.versions, entry.title, page, entry.origin.line)
    for option in entry.options:
        yield from _of(option.versions, option.name, page, option.line)
    for example in entry.examples:
        yield from _of(example.versions, example.title, page, example.line)


def _of(versions: Versions, name: str, page: str, line: int) -> Iterator[Problem]:
    told = [one for one in (versions.since, versions.deprecated, versions.removed) if one]
    keys = [release_key(one) for one in told]
    if any(after < before for before, after in pairwise(keys)):
        yield Problem(page, line, NAME, f"{name}: releases out of order: {', '.join(told)}")
