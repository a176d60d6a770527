"""How much a name is used in open-source projects: an order of magnitude to rank completions by."""

from __future__ import annotations

from functools import lru_cache

from cheatsheet_ls.facts.table import table


def level(symbol: str) -> int:
    """The power of two that its uses reach; 0 for what is used rarely or not known."""
    found = table("usage").get(symbol, 0)
    return found if isinstance(found, int) else 0


@lru_cache(maxsize=4096)
def best(symbols: tuple[str, ...]) -> int:
    """The level of the name among them that is used most."""
    return max(map(level, symbols), default=0)
