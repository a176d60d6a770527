"""One parsed source, kept so that an entry is only decoded when somebody asks for it.

The bytes are lines: a header with a checksum, the tables (symbol, scope, id to entry numbers),
the heads that search reads, the problems, then one line an entry. What does not add up is no
store: `None`.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from cheatsheet_ls.model import Entry, Problem, Scope
from cheatsheet_ls.sheet import codec
from cheatsheet_ls.sheet.symbols import is_path

NO_OPTION = -1
_BEFORE_ENTRIES = 4  # lines

# Where a symbol, a scope's example or an id is found: entry number, and option or example number.
Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Head:
    """What search reads of an entry without decoding it."""

    id: str
    title: str
    symbols: tuple[str, ...]
    summary: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Store:
    """`strong` symbols are defined by an entry or option, `weak` ones only mentioned."""

    strong: Mapping[str, Spot]
    weak: Mapping[str, Spot]
    scopes: Mapping[str, Sequence[Spot]]
    ids: Mapping[str, int]
    recipes: Sequence[int]  # numbers of the entries that are one
    lines: Sequence[bytes]
    heads_line: bytes
    problems: tuple[Problem, ...] = ()
    root: Path | None = None  # the folder the names of its pages start from
    _decoded: dict[int, Entry] = field(default_factory=dict, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.lines)

    def entry(self, number: int) -> Entry:
        """Decoded once; two threads may do it both, to the same result."""
        entry = self._decoded.get(number)
        if entry is None:
            entry = self._decoded[number] = codec.entry_from_line(self.lines[number])
        return entry

    @cached_property
    def heads(self) -> tuple[Head, ...]:
        return tuple(
            Head(id_, title, tuple(symbols), summary, tuple(options))
            for id_, title, symbols, summary, options in json.loads(self.heads_line)
        )

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The entries' lines in lower case, for search in the text."""
        return tuple(line.decode().lower() for line in self.lines)


def build(entries: Iterable[Entry], problems: Iterable[Problem] = ()) -> bytes:
    """The bytes of a store; `opened` reads them."""
    kept = list(entries)
    lines = [
        codec.dumps(_tables(kept)),
        codec.dumps([_head(entry) for entry in kept]),
        codec.dumps([codec.problem_to_raw(problem) for problem in problems]),
        *(codec.entry_to_line(entry) for entry in kept),
    ]
    # A lone surrogate may stand in a sheet that was not UTF-8 and cannot be written as it is.
    body = "\n".join(lines).encode("utf-8", errors="replace")
    header = codec.dumps({"format": codec.FORMAT, "crc": zlib.crc32(body), "entries": len(kept)})
    return header.encode() + b"\n" + body


def opened(data: bytes) -> Store | None:
    header, _, body = data.partition(b"\n")
    try:
        told = json.loads(header)
        if told["format"] != codec.FORMAT or told["crc"] != zlib.crc32(body):
            return None
        lines = body.split(b"\n")
        tables, problems = json.loads(lines[0]), json.loads(lines[2])
        if told["entries"] != len(lines) - _BEFORE_ENTRIES + 1:
            return None
        return _store(tables, lines, tuple(map(codec.problem_from_raw, problems)))
    except (ValueError, TypeError, KeyError, IndexError):
        return None


def of(entries: Iterable[Entry], problems: Iterable[Problem] = ()) -> Store:
    """A store in memory, by the same way as one from the disk."""
    store = opened(build(entries, problems))
    assert store is not None
    return store


def _store(tables: dict[str, Any], lines: list[bytes], problems: tuple[Problem, ...]) -> Store:
    return Store(
        strong=tables["strong"],
        weak=tables["weak"],
        scopes=tables["scopes"],
        ids=tables["ids"],
        recipes=tables["recipes"],
        lines=lines[_BEFORE_ENTRIES - 1 :],
        heads_line=lines[1],
        problems=problems,
    )


def _head(entry: Entry) -> list[object]:
    names = [option.name for option in entry.options]
    return [entry.id, entry.title, entry.symbols, entry.summary, names]


def _tables(entries: Sequence[Entry]) -> dict[str, object]:
    strong: dict[str, Spot] = {}
    weak: dict[str, Spot] = {}
    scopes: dict[str, list[Spot]] = {}
    for number, entry in enumerate(entries):
        for symbol in entry.symbols:
            (weak if entry.weak else strong).setdefault(symbol, (number, NO_OPTION))
        for at, example in enumerate(entry.examples):
            if example.scope is not Scope.TEXT:
                scopes.setdefault(example.scope.value, []).append((number, at))
    for number, entry in enumerate(entries):
        for at, option in enumerate(entry.options):
            strong.setdefault(option.symbol, (number, at))
    # Rows of an entry for several classes count for each of them, where no other row says more.
    for number, entry in enumerate(entries):
        for name, at in _of_other_classes(entry):
            strong.setdefault(name, (number, at))
    ids = {entry.id: number for number, entry in enumerate(entries)}
    recipes = [number for number, entry in enumerate(entries) if entry.recipe is not None]
    return {"strong": strong, "weak": weak, "scopes": scopes, "ids": ids, "recipes": recipes}


def _of_other_classes(entry: Entry) -> Iterable[tuple[str, int]]:
    if len(entry.symbols) < 2 or not is_path(entry.symbols[0]):
        return
    first = entry.symbols[0]
    for at, option in enumerate(entry.options):
        kind, colon, path = option.symbol.rpartition(":")
        if path == f"{first}.{option.name}":
            for other in entry.symbols[1:]:
                yield f"{kind}{colon}{other}.{option.name}", at
