"""One top-level statement of a file: its text, and its nodes once somebody asks.

Lines and columns of the nodes are relative to the block, so that it outlives edits above it.
"""

from __future__ import annotations

import ast
import re
import sys
from bisect import bisect_right
from collections import Counter
from typing import cast

from cheatsheet_ls.language.lines import line_starts
from cheatsheet_ls.language.python.binders import binds
from cheatsheet_ls.language.python.fstrings import flatten_fstrings
from cheatsheet_ls.language.python.long_class import Member, parse_long
from cheatsheet_ls.language.python.repair import parse_quietly, parse_tolerant

HUGE = 400_000  # characters of one statement that takes too long to parse while somebody types

_CAPITALISED = re.compile(r"\b[A-Z][A-Za-z0-9]+\b")
# A class or function binds its own name alone, however much text it holds.
_DEFINES = re.compile(
    r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n]|@[^\r\n]*[\r\n])*"
    r"(?:class|(?:async[ \t]+)?def)[ \t]+(\w+)"
)


class Block:
    """One top-level statement (or several after a repair); parsed when first asked for."""

    __slots__ = (
        "_body", "_capitalised", "_defines", "_donor", "_lines", "bindings", "members",
        "repaired", "text",
    )  # fmt: skip

    def __init__(self, text: str, donor: Block | None = None) -> None:
        self.text = text
        self._donor = donor
        self.members: list[Member] = []  # of a long class or function
        self._body: list[ast.stmt] | None = None
        self._lines: list[int] | None = None
        self._defines: str | None = None
        self._capitalised: Counter[str] | None = None
        self.repaired = False

    @property
    def body(self) -> list[ast.stmt]:
        if self._body is None:
            source = self.text
            if "\r" in source:
                source = source.replace("\r\n", "\n").replace("\r", "\n")
            known = self._donor.members if self._donor is not None else []
            long = parse_long(source, _parse, known)
            if long is not None:
                node, self.repaired = long
                self._body, self.members = [cast("ast.stmt", node)], node.members
            else:
                self._body, self.repaired = _parse(source)
            self._donor = None
        return self._body

    @property
    def is_parsed(self) -> bool:
        return self._body is not None

    @property
    def donor(self) -> Block | None:
        """Whose members the next version of this block may take over; not always parsed itself."""
        return self if self.members else self._donor

    @property
    def defines(self) -> str:
        """The class or function it is, told without parsing it; "" for other statements."""
        if self._defines is None:
            found = _DEFINES.match(self.text)
            self._defines = found[1] if found else ""
        return self._defines

    @property
    def capitalised(self) -> Counter[str]:
        """How often each name that begins as a class's does stands in it."""
        if self._capitalised is None:
            self._capitalised = Counter(_CAPITALISED.findall(self.text))
        return self._capitalised

    def binds(self, name: str) -> bool:
        """Whether it may bind the name in the module, told without parsing it."""
        if self.defines:
            return self.defines == name
        return len(self.text) <= HUGE and binds(self.text, name)

    @property
    def lines(self) -> list[int]:
        """Offsets in the block at which its lines begin."""
        if self._lines is None:
            self._lines = line_starts(self.text)
        return self._lines

    def offset(self, line: int, column: int) -> int:
        """Offset in the block of a node's position (1-based line, UTF-8 column)."""
        if line > len(self.lines):
            return len(self.text)
        start = self.lines[line - 1]
        end = self.lines[line] if line < len(self.lines) else len(self.text)
        row = self.text[start:end]
        if row.isascii():
            return start + min(column, len(row))
        return start + len(row.encode("utf-8", "surrogatepass")[:column].decode("utf-8", "ignore"))

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and UTF-8 column of an offset in the block."""
        line = bisect_right(self.lines, offset)
        row = self.text[self.lines[line - 1] : offset]
        return line, len(row) if row.isascii() else len(row.encode("utf-8", "surrogatepass"))


def _parse(source: str) -> tuple[list[ast.stmt], bool]:
    if len(source) > HUGE:
        return [], True
    if sys.version_info < (3, 12):
        flat = flatten_fstrings(source)
        if flat is not source:
            try:
                return parse_quietly(flat).body, False
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                pass
    return parse_tolerant(source)
