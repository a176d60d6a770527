"""What belongs together in a template: blocks with their inner and end tags, loaded libraries.

Blocks are found by the words alone: `endx` closes the nearest open `x`, whoever defines `x`. An
inner tag such as `{% else %}` belongs to the block that encloses it directly, or to nobody we know.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from cheatsheet_ls.language.template import known
from cheatsheet_ls.language.template.lexer import Token, TokenKind, lex

MAX_DEPTH = 100  # blocks looked through for the owner of an inner tag

_WORD = re.compile(r"\S+")


class Word(NamedTuple):
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Load(NamedTuple):
    """One `{% load … %}`; `only` holds the names of `{% load name from library %}`."""

    end: int
    libraries: tuple[Word, ...]
    only: tuple[Word, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """Tags are named by their place in `tokens`, -1 being none.

    `owners` maps an end or inner tag to the tag it belongs to, `closed` are the tags that have an
    end tag. For each token, `enclosing` is the innermost block around it, `after` that around the
    text that follows it.
    """

    source: str
    tokens: tuple[Token, ...]
    owners: Mapping[int, int]
    closed: frozenset[int]
    enclosing: tuple[int, ...]
    after: tuple[int, ...]
    loads: tuple[Load, ...]

    def index_at(self, offset: int) -> int:
        """The place of the last token that begins before the offset, -1 before the first."""
        return bisect_right(self.tokens, offset, key=lambda token: token.start) - 1

    def token_at(self, offset: int) -> int | None:
        index = self.index_at(offset)
        return index if index >= 0 and self.tokens[index].holds(offset) else None

    def blocks_around(self, index: int) -> Iterator[int]:
        """The open blocks around a token, innermost first."""
        while (index := self.enclosing[index]) >= 0:
            yield index

    def blocks_after(self, index: int) -> Iterator[int]:
        """The open blocks around the text after a token, innermost first."""
        block = self.after[index] if index >= 0 else -1
        if block >= 0:
            yield block
            yield from self.blocks_around(block)


@lru_cache(maxsize=16)
def parse(source: str) -> Template:
    """The structure of a template; asked again for the same text, it costs nothing."""
    tokens = lex(source)
    blocks = _blocks(tokens)
    loads = tuple(
        load_words(source, token)
        for token in tokens
        if token.kind is TokenKind.TAG and token.name == "load"
    )
    return Template(
        source,
        tokens,
        blocks.owners,
        frozenset(blocks.closed),
        tuple(blocks.enclosing),
        tuple(blocks.after),
        loads,
    )


def load_words(source: str, token: Token) -> Load:
    found = _WORD.finditer(source, token.name_end, token.inner_end)
    words = [Word(word.group(), word.start()) for word in found]
    if len(words) >= 2 and words[-2].text == "from":
        return Load(token.end, (words[-1],), tuple(words[:-2]))
    return Load(token.end, tuple(words), ())


def _blocks(tokens: tuple[Token, ...]) -> _Builder:
    builder = _Builder({opener_of(token.name) for token in tokens if token.name})
    for index, token in enumerate(tokens):
        builder.add(index, token.name)
    return builder


@lru_cache(maxsize=1024)
def opener_of(name: str) -> str:
    """The tag that an end tag closes: `if` for `endif`; empty for other names."""
    return name[3:].lstrip("_") if name.startswith("end") else ""


class _Builder:
    """One pass over the tags with a stack of what is open."""

    def __init__(self, closed_somewhere: set[str]) -> None:
        self.closed_somewhere = closed_somewhere
        self.stack: list[tuple[int, str]] = []
        self.open: Counter[str] = Counter()
        self.owners: dict[int, int] = {}
        self.closed: set[int] = set()
        self.enclosing: list[int] = []
        self.after: list[int] = []

    def add(self, index: int, name: str) -> None:
        opener = opener_of(name) if name else ""
        if opener and self.open[opener]:
            self.owners[index] = self._close(opener)
            self.closed.add(self.owners[index])
        elif name and known.is_inner(name):
            self._belongs(index, name)
        self.enclosing.append(self._innermost())
        if name and (name in self.closed_somewhere or known.closing(name)):
            self.stack.append((index, name))
            self.open[name] += 1
        self.after.append(self._innermost())

    def _innermost(self) -> int:
        return self.stack[-1][0] if self.stack else -1

    def _close(self, opener: str) -> int:
        while True:
            index, name = self.stack.pop()
            self.open[name] -= 1
            if name == opener:
                return index

    def _belongs(self, index: int, name: str) -> None:
        """A block of somebody else's may have an `else` of its own: then we do not know."""
        for owner, opener in reversed(self.stack[-MAX_DEPTH:]):
            if name in known.inner_tags(opener):
                self.owners[index] = owner
                return
            if not known.closing(opener):
                return
