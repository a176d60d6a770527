"""Many editors show the first sentence only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cheatsheet_ls.model import Entry, Problem

NAME = "summary"
REASON = "The first sentence must help on its own, and a card has no room for more than two."

_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|etc|vs|cf)\.")
_END = re.compile(r"[.!?…][\"')\]]*(?=\s+[\"'(\[]*[A-Z`0-9])")


def check(entry: Entry) -> Iterator[Problem]:
    page, line = entry.origin.page, entry.origin.line
    if not entry.summary:
        yield Problem(
            page, line, NAME, f"{entry.title}: the first paragraph, its summary, is missing"
        )
    elif sentences(entry.summary) > 2:
        yield Problem(page, line, NAME, f"{entry.title}: the summary has more than two sentences")


def sentences(text: str) -> int:
    plain = _ABBREVIATION.sub("", _CODE.sub("Code", text))
    return len(_END.findall(plain)) + 1
