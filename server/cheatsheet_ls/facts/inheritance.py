"""The order in which Python looks through a class and its ancestors."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def linearise(path: str, bases_of: Callable[[str], Sequence[str]]) -> tuple[str, ...]:
    """C3 over paths. Where the bases allow no order (or run in a circle), depth first."""
    try:
        return tuple(_c3(path, bases_of, ()))
    except ValueError:
        return tuple(_depth_first(path, bases_of))


def _c3(path: str, bases_of: Callable[[str], Sequence[str]], below: tuple[str, ...]) -> list[str]:
    if path in below:
        raise ValueError(path)
    bases = list(bases_of(path))
    lists = [_c3(base, bases_of, (*below, path)) for base in bases] + [bases]
    return [path, *_merge(lists)]


def _merge(lists: list[list[str]]) -> list[str]:
    merged: list[str] = []
    while lists := [rest for rest in lists if rest]:
        tails = {path for rest in lists for path in rest[1:]}
        head = next((rest[0] for rest in lists if rest[0] not in tails), None)
        if head is None:
            raise ValueError("no order")
        merged.append(head)
        lists = [rest[1:] if rest[0] == head else rest for rest in lists]
    return merged


def _depth_first(path: str, bases_of: Callable[[str], Sequence[str]]) -> list[str]:
    found: dict[str, None] = {}
    todo = [path]
    while todo:
        current = todo.pop(0)
        if current not in found:
            found[current] = None
            todo = [*bases_of(current), *todo]
    return list(found)
