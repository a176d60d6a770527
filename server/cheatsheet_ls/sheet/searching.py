"""Which entries fit some words best: by title, symbol, summary, then text. All words have to be
there.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence

from cheatsheet_ls.sheet import codec
from cheatsheet_ls.sheet.store import Head, Store
from cheatsheet_ls.sheet.symbols import last_part
from cheatsheet_ls.sheet.usage import usage

Place = tuple[int, int]  # store, entry


def best(stores: Sequence[Store], query: str, limit: int) -> list[Place]:
    """Best first; of what is equally good the more used, then in the order of the sheet."""
    words = query.lower().split()
    if not words or limit < 1:
        return []
    scored = _scored(stores, words, " ".join(words))
    top = heapq.nsmallest(limit, scored)
    return [(which, number) for _, _, which, number in top]


def _scored(
    stores: Sequence[Store], words: Sequence[str], whole: str
) -> Iterator[tuple[int, int, int, int]]:
    written = [codec.dumps(word)[1:-1] for word in words]  # as JSON has quotes and backslashes
    for which, store in enumerate(stores):
        heads, folded = store.heads, store.folded
        for number, text in enumerate(folded):
            if all(word in text for word in written):
                head = heads[number]
                yield -_score(head, words, whole), _usage(head), which, number


def _usage(head: Head) -> int:
    return usage(head.symbols[0] if head.symbols else "")


def _score(head: Head, words: Sequence[str], whole: str) -> int:
    names = {head.title.lower(), *(last_part(symbol).lower() for symbol in head.symbols)}
    ways = {whole, whole.replace(" ", "_"), whole.replace(" ", "")}  # "max length", "char field"
    score = 0 if ways.isdisjoint(names) else 1000
    score += 400 if whole in (symbol.lower() for symbol in head.symbols) else 0
    score += 0 if ways.isdisjoint(option.lower() for option in head.options) else 200
    return score + sum(_score_of(word, head, names) for word in words)


def _score_of(word: str, head: Head, names: set[str]) -> int:
    """What one word is worth, by the best place it stands in."""
    if word in names:
        return 300
    if any(name.startswith(word) for name in names):
        return 120
    if any(word in name for name in names):
        return 80
    if any(word in symbol.lower() for symbol in head.symbols):
        return 50
    if any(word == option.lower() for option in head.options):
        return 40
    return 20 if word in head.summary.lower() else 1
