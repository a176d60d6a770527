"""Which snippet comes first: a team's own, what is called as typed, then what is used most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cheatsheet_ls.facts import usage
from cheatsheet_ls.features.scopes import is_at_home
from cheatsheet_ls.model import Entry, Example, Scope

if TYPE_CHECKING:
    from cheatsheet_ls.sheet.index import Index

Key = tuple[int, int, int, int]

# Nobody begins a line with these: they stand inside of what is written, or are looked up when
# something went wrong.
_INSIDE = frozenset({"argument", "function", "translation function"})
_TROUBLE = frozenset({"system check", "exception", "advice"})


def key(index: Index, typed: str, scope: Scope, entry: Entry, example: Example) -> Key:
    """Sorts the offers of one place; equal ones stay in the order of the sheet."""
    used = -usage.best(entry.symbols)
    own = 0 if index.is_own(entry) else 1
    if not typed:
        return _relevance(scope, entry, example), own, used, 0
    likeness, length = _likeness(typed.lower(), entry, example)
    return likeness, own, used, length


def _relevance(scope: Scope, entry: Entry, example: Example) -> int:
    if entry.kind in _TROUBLE:
        return 3
    if entry.kind in _INSIDE or example is not entry.examples[0]:
        return 2
    return 0 if is_at_home(entry, scope) else 1


def _likeness(typed: str, entry: Entry, example: Example) -> tuple[int, int]:
    """0 where the name begins as typed; the length tells `Model` from `ModelForm`."""
    title = entry.title.rpartition(".")[2].lower()
    if title.startswith(typed) or (example.prefix or "").startswith(typed):
        return (0 if example is entry.examples[0] else 1), len(title)
    single = "\n" not in example.body.strip()
    return (2 if single and example.body.lower().startswith(typed) else 3), 0
