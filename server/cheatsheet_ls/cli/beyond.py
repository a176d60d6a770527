"""Names that no entry answers for, but the generated facts know: settings, tags, classes,
functions.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from cheatsheet_ls.model import Symbol

# Kinds of names the facts list, as the symbols have them.
KINDS = (
    "setting",
    "tag",
    "filter",
    "command",
    "lookup",
    "library",
    "variable",
    "converter",
    "check",
    "env",
    "url",
    "permission",
)


def symbols_called(name: str) -> list[Symbol]:
    """The symbols that `name` is, or is the last part or parts of; the shortest path first."""
    from cheatsheet_ls.features.facts_card import known
    from cheatsheet_ls.sheet.symbols import spelled

    spelling = spelled(name)
    if spelling is not None and (":" in spelling or "." in spelling) and known(spelling):
        return [spelling]
    plain = name.removeprefix("@").split("(", 1)[0]
    ends = ("." + plain, ":" + plain)
    found = [symbol for symbol in _all() if symbol.endswith(ends)]
    return _known_once(sorted(found, key=lambda symbol: (symbol.count("."), len(symbol))), 10)


def summaries(words: str, limit: int, shown: Collection[str]) -> list[dict[str, Any]]:
    """Names that hold all the words, as `search` shows entries."""
    from cheatsheet_ls.features.facts_card import known

    wanted = words.lower().split()
    fitting = [symbol for symbol in _all() if all(word in symbol.lower() for word in wanted)]
    fitting.sort(key=lambda symbol: (len(symbol.rpartition(".")[2]), len(symbol)))
    found: list[dict[str, Any]] = []
    for symbol in _known_once([one for one in fitting if one not in shown], limit):
        fact = known(symbol)
        assert fact is not None
        found.append(
            {
                "id": f"facts#{symbol}",
                "title": fact.title,
                "summary": fact.sentence,
                "kind": fact.kind.replace(" ", "_"),
                "symbols": [symbol],
                "origin": None,
            }
        )
    return found


def card(symbol: Symbol) -> str:
    from cheatsheet_ls.features.django import Django
    from cheatsheet_ls.features.search import entry

    found = entry(None, f"facts#{symbol}", Django())
    return str(found["markdown"]) if found else ""


def _known_once(symbols: list[Symbol], limit: int) -> list[Symbol]:
    """Each thing by its public path only, the first `limit`."""
    from cheatsheet_ls.facts import api
    from cheatsheet_ls.features.facts_card import known

    found: dict[str, Symbol] = {}
    for symbol in symbols:
        canonical = symbol if ":" in symbol else api.canonical(symbol)
        if canonical is None or canonical in found or known(symbol) is None:
            continue
        found[canonical] = symbol if ":" in symbol else Symbol(api.public(canonical))
        if len(found) == limit:
            break
    return list(found.values())


def _all() -> Iterator[Symbol]:
    from cheatsheet_ls.facts import api, names

    for kind in KINDS:
        for name in names.names(kind):
            yield Symbol(f"{kind}:{name}")
    yield from map(Symbol, api.all_paths())
