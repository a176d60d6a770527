"""A page as plain blocks: what the readers of both formats work on, without Markdown's tokens.

A page becomes a flat tuple of blocks in reading order; only the items of a list hold further
blocks. Lines are 1-based and count as editors count them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from cheatsheet_ls.model import Problem


class What(str, Enum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    FENCE = "fence"
    TABLE = "table"
    QUOTE = "quote"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Item:
    """One bullet: its own first paragraph and what is nested below it."""

    line: int
    text: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """`text` is the content without its marks, `source` the lines as written."""

    what: What
    line: int
    text: str = ""
    source: str = ""
    level: int = 0  # of a heading
    info: str = ""  # of a fence
    items: tuple[Item, ...] = ()
    rows: tuple[Row, ...] = ()  # of a table, the header first


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, up to the next heading of its level or a higher one."""

    heading: Block | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Page:
    name: str
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Problems:
    """Collects what is wrong with one page while it is read."""

    page: str
    found: list[Problem] = field(default_factory=list)

    def add(self, line: int, rule: str, message: str) -> None:
        self.found.append(Problem(self.page, line, rule, message))


def sections(blocks: Iterable[Block], level: int) -> Iterator[Section]:
    """Cut at headings of `level`; a heading above it ends a section and opens one of its own."""
    heading: Block | None = None
    inside: list[Block] = []
    for block in blocks:
        if block.what is What.HEADING and block.level <= level:
            if heading or inside:
                yield Section(heading, tuple(inside))
            heading, inside = block, []
        else:
            inside.append(block)
    if heading or inside:
        yield Section(heading, tuple(inside))


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, those inside list items after the list they stand in."""
    for block in blocks:
        yield block
        for item in block.items:
            yield from walk(item.blocks)
