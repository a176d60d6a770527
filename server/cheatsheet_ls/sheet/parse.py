"""Markdown pages become entries and problems; the one place that knows the Markdown library.

`parse` never fails: what cannot be read is a problem with its line, and the rest is served. Each
`##` section is read by its own shape, so a page may mix ours (`own.py`) with any other
(`loose.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from cheatsheet_ls.model import Entry, Problem
from cheatsheet_ls.sheet import loose, own
from cheatsheet_ls.sheet.blocks import Block, Item, Problems, Row, What, sections
from cheatsheet_ls.sheet.chunks import Chunk, chunks, lines_of
from cheatsheet_ls.sheet.effort import LONGEST, Effort
from cheatsheet_ls.sheet.frontmatter import without_front_matter
from cheatsheet_ls.sheet.slug import Unique

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_QUOTE_MARK = re.compile(r"^\s*> ?", re.M)

DEEPEST = 60  # levels of lists and quotes; markdown-it drops what is deeper, without a word

_ENDS = {"bullet_list_open": What.LIST, "ordered_list_open": What.LIST}
_PLAIN = {
    "heading_open": What.HEADING,
    "paragraph_open": What.PARAGRAPH,
    "table_open": What.TABLE,
    "blockquote_open": What.QUOTE,
}


@dataclass(frozen=True, slots=True)
class Parsed:
    """`own` holds the ids of entries in our own format: only they are held to its rules."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    own: frozenset[str] = frozenset()


def parse(text: str, page: str, effort: Effort | None = None) -> Parsed:
    """`page` is the page's path below its folder: `models/fields.md`."""
    problems, unique = Problems(page), Unique()
    lines = lines_of(text)
    if not any(line.strip() for line in lines):
        problems.add(1, "empty", "the sheet is empty")
        return Parsed((), tuple(problems.found))
    blocks = _blocks(without_front_matter(lines, problems), problems, effort or Effort())
    entries, own_ids = _entries(blocks, page, own.is_own_page(text), problems, unique)
    found = sorted(problems.found, key=lambda problem: problem.line)
    return Parsed(tuple(entries), tuple(found), frozenset(own_ids))


def _entries(
    blocks: Iterator[Block], page: str, own_page: bool, problems: Problems, unique: Unique
) -> tuple[list[Entry], list[str]]:
    entries: list[Entry] = []
    own_ids: list[str] = []
    title: Block | None = None
    for section in sections(blocks, 2):
        if own.is_own(section, own_page):
            entry = own.read(section, page, problems, unique)
            entries.append(entry)
            own_ids.append(entry.id)
        elif not (own_page and (section.heading is None or section.heading.level == 1)):
            entries += loose.read(section, title, page, problems, unique)
        if section.heading and section.heading.level == 1:
            title = section.heading
    return entries, own_ids


def _blocks(lines: list[str], problems: Problems, effort: Effort) -> Iterator[Block]:
    for chunk in chunks(lines):
        if effort.is_over():
            problems.add(chunk.first, "time", "reading takes too long: the sheet ends here")
            return
        tokens = _markdown().parse("\n".join(chunk.lines))
        if chunk.open_fence is not None:
            problems.add(chunk.open_fence, "fence", "this code block is never closed")
        yield from _Reader(tokens, chunk, problems).read()


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    """Block structure only: inline text stays as written, and links are not resolved."""
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table")
    markdown.disable(["inline", "text_join", "reference", "html_block"])
    return markdown


def _unquoted(block: Block) -> str:
    """A block without the marks of the quote around it."""
    return block.text if block.what is What.PARAGRAPH else _QUOTE_MARK.sub("", block.source)


class _Reader:
    """Turns the library's flat tokens into blocks."""

    def __init__(self, tokens: list[Token], chunk: Chunk, problems: Problems) -> None:
        self.tokens, self.chunk, self.problems = tokens, chunk, problems
        self.at = 0
        self.too_deep = False

    def read(self) -> tuple[Block, ...]:
        return self._until(None)

    def _until(self, end: str | None) -> tuple[Block, ...]:
        found: list[Block] = []
        while self.at < len(self.tokens) and self.tokens[self.at].type != end:
            found.append(self._block())
        self.at += 1
        return tuple(found)

    def _block(self) -> Block:
        token = self.tokens[self.at]
        self._mind_depth(token)
        if token.type in _ENDS:
            return self._list(token)
        if token.type in _PLAIN:
            return self._plain(token, _PLAIN[token.type])
        self.at += 1
        if token.type == "fence":
            return self._made(token, What.FENCE, token.content.removesuffix("\n"))
        return self._made(token, What.OTHER, token.content)

    def _plain(self, token: Token, what: What) -> Block:
        if what is What.TABLE:
            return self._table(token)
        if what is What.QUOTE:
            self.at += 1
            inside = self._until("blockquote_close")
            return self._made(token, what, "\n\n".join(_unquoted(block) for block in inside))
        text = self._short(self.tokens[self.at + 1])
        self.at += 3
        return self._made(token, what, text)

    def _list(self, token: Token) -> Block:
        end = token.type.replace("open", "close")
        items: list[Item] = []
        self.at += 1
        while self.at < len(self.tokens) and self.tokens[self.at].type != end:
            items.append(self._item())
        self.at += 1
        return self._made(token, What.LIST, items=tuple(items))

    def _item(self) -> Item:
        line = self._line(self.tokens[self.at])
        self.at += 1
        blocks = self._until("list_item_close")
        if blocks and blocks[0].what is What.PARAGRAPH:
            return Item(line, blocks[0].text, blocks[1:])
        return Item(line, "", blocks)

    def _table(self, token: Token) -> Block:
        rows: list[Row] = []
        while self.tokens[self.at].type != "table_close":
            current = self.tokens[self.at]
            if current.type == "tr_open":
                rows.append(Row(self._line(current), ()))
            elif current.type == "inline":
                rows[-1] = Row(rows[-1].line, (*rows[-1].cells, self._short(current)))
            self.at += 1
        self.at += 1
        return self._made(token, What.TABLE, rows=tuple(rows))

    def _made(
        self,
        token: Token,
        what: What,
        text: str = "",
        items: tuple[Item, ...] = (),
        rows: tuple[Row, ...] = (),
    ) -> Block:
        level = int(token.tag[1]) if what is What.HEADING else 0
        source = self._source(token)
        return Block(what, self._line(token), text, source, level, token.info, items, rows)

    def _short(self, token: Token) -> str:
        """What a card cannot show need not be read either."""
        if len(token.content) > LONGEST:
            self.problems.add(self._line(token), "length", f"cut after {LONGEST} characters")
        return token.content[:LONGEST]

    def _line(self, token: Token) -> int:
        return self.chunk.first + (token.map[0] if token.map else 0)

    def _source(self, token: Token) -> str:
        if token.map is None:
            return token.content
        return "\n".join(self.chunk.lines[token.map[0] : token.map[1]]).rstrip()

    def _mind_depth(self, token: Token) -> None:
        if token.level >= DEEPEST - 2 and not self.too_deep:
            self.too_deep = True
            self.problems.add(
                self._line(token), "nesting", f"nested more than {DEEPEST} levels deep: not read"
            )
