"""Does Django's documentation have a place of its own for a member? (A companion's only has
headings.)
"""

from __future__ import annotations

from functools import lru_cache

from cheatsheet_ls.facts import docs


@lru_cache(maxsize=8192)
def is_documented(symbol: str) -> bool:
    """Whether some release documents exactly this symbol, under an anchor."""
    found = docs.address(symbol, None) if symbol.startswith("django.") else None
    return found is not None and found.startswith(docs.SITE) and "#" in found
