"""What a mutation is: one word of an example, replaced by a wrong one."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Point:
    """A word that could be broken; `start` counts code points of the code. No `new`: misspell."""

    kind: str
    start: int
    old: str
    new: str | None = None


@dataclass(frozen=True)
class Broken:
    """An example's code after one mutation, and what was done to it."""

    code: str
    kind: str
    line: int
    old: str
    new: str


def break_one(
    code: str, points: Iterable[Point], rng: random.Random, real: frozenset[str] = frozenset()
) -> Broken | None:
    """One mutation: the kinds have equal chances, however often each occurs.

    A slip is never another of the `real` words: `name__startswith` for `name__istartswith` works.
    """
    kinds: dict[str, list[Point]] = {}
    for point in points:
        if point.new is not None or len(point.old) > 2:
            kinds.setdefault(point.kind, []).append(point)
    if not kinds:
        return None
    point = rng.choice(kinds[rng.choice(sorted(kinds))])
    new = misspelt(point.old, rng, code, real) if point.new is None else point.new
    end = point.start + len(point.old)
    line = code.count("\n", 0, point.start) + 1
    return Broken(code[: point.start] + new + code[end:], point.kind, line, point.old, new)


def misspelt(word: str, rng: random.Random, code: str, real: frozenset[str]) -> str:
    """A slip: letters swapped, one left out, one typed twice, an `s` too many or too few."""
    slips = [word[:-1] if word.endswith("s") else f"{word}s"]
    for at in range(1, len(word) - 1):
        if word[at].isalpha() and word[at + 1].isalpha():
            slips += [word[:at] + word[at + 1] + word[at] + word[at + 2 :]]
            slips += [word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]]
    words = set(re.findall(r"\w+", code))
    taken = words | real | {word}
    slips = [s for s in slips if s not in taken and not real & set(s.split("__")[1:])]
    return rng.choice(slips or [f"{word}x"])
