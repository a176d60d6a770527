"""A bullet's text in two: the code it begins with, and what it says about it.

`DateField`, `DateTimeField`: For dates.    ->  ["DateField", "DateTimeField"], "For dates."
Use meaningful names.                       ->  [], "Use meaningful names."
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cheatsheet_ls.model import Symbol
from cheatsheet_ls.sheet.symbols import last_part

TITLE = 60  # characters of a bullet that names nothing

_SPAN = r"(?:\*\*|__|\[)?(?<!`)(`+)(?!`)(.+?)(?<!`)\{n}(?!`)(?:\*\*|__|\]\([^)]*\))?"
CODE = re.compile(_SPAN.replace("{n}", "1"))
_BETWEEN = re.compile(r"\s*(?:,\s*(?:and|or)?|/|&|\+|\band\b|\bor\b)\s*")
_AFTER = re.compile(r"\s*(?:\*\*\s*)?(?::|–|—|-|=>|→|=)(?:\*\*)?\s+|\s*$")


def lead(text: str) -> tuple[list[str], str]:
    """The code a bullet begins with and what it says about it; nothing where it is a sentence."""
    names: list[str] = []
    at = 0
    while found := CODE.match(text, at):
        names.append(found[2].strip())
        at = found.end()
        between = _BETWEEN.match(text, at)
        if between is None or not CODE.match(text, between.end()):
            break
        at = between.end()
    after = _AFTER.match(text, at) if names else None
    return (names, text[after.end() :]) if after else ([], text)


def title_of(names: Sequence[str], symbols: Sequence[Symbol], text: str) -> str:
    if symbols:
        return ", ".join(dict.fromkeys(last_part(symbol) for symbol in symbols))
    if names:
        return ", ".join(names)
    plain = " ".join(text.split()).replace("`", "").replace("**", "")
    start = plain.split(": ", 1)[0]
    if len(start) <= TITLE:
        return start.rstrip(".")
    space = start.rfind(" ", TITLE // 2, TITLE)
    return start[: space if space > 0 else TITLE].rstrip(" ,;(") + "…"
