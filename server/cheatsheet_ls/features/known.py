"""What the facts know of one symbol, in the words of a card."""

from __future__ import annotations

from dataclasses import dataclass, field

from cheatsheet_ls.model import Symbol, Versions


@dataclass(frozen=True, slots=True)
class Known:
    """`kind` ends with the default where one is known."""

    symbol: Symbol
    title: str
    kind: str
    sentence: str = ""
    rows: tuple[str, ...] = ()
    versions: Versions = field(default_factory=Versions)
