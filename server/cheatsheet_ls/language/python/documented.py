"""Does Django's documentation (or a companion's) have a place of its own for a member?"""

from __future__ import annotations

from functools import lru_cache

from cheatsheet_ls.facts import docs


@lru_cache(maxsize=8192)
def is_documented(symbol: str) -> bool:
    """Whether some release documents exactly this symbol, under an anchor."""
    return "#" in (docs.address(symbol, None) or "")
