"""Where a source may bind a name, told by its characters alone.

A large file mentions `models` in each of its blocks and binds it in one: only that one need be
parsed to follow the name. In doubt a place is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache


def may_bind(text: str, name: str) -> Iterator[int]:
    """Offsets: `models.x` and `models(…)` use the name; all else may bind it, and so do import,
    class and def.
    """
    for pattern in _patterns(name):
        for found in pattern.finditer(text):
            yield found.start()


@lru_cache(maxsize=512)
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    """Each begins with a literal, which lets `re` skip the rest at full speed."""
    if name == "*":
        return (re.compile(r"import[\s\\(]*\*"),)
    word = re.escape(name)
    declared = rf"(?<=[fs][ \t]{word})|(?<=[fs][ \t][ \t]{word})"  # behind `def`, `class`
    return (
        re.compile(rf"{word}(?!\w)(?:(?![ \t]*[.(])|{declared})"),
        re.compile(rf"import[ \t][^\n\r]*?(?<!\w){word}[ \t]*\."),
    )
