"""Python source as blocks of `ast` nodes that survive typing, and the way down to the cursor.

Lines and columns of a node are relative to its block; `Tree` turns them into code-point offsets
of the file. Blocks that did not change between two versions of a file are taken over as they
are.
"""

from __future__ import annotations

import ast
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from operator import attrgetter

from cheatsheet_ls.language.python.block import Block
from cheatsheet_ls.language.python.blocks import cut, goes_on
from cheatsheet_ls.language.python.long_class import Long, body_around

MANY = 32  # statements


class Tree:
    """All blocks of one version of a file."""

    __slots__ = ("_binders", "blocks", "starts", "text")

    def __init__(self, text: str, previous: Tree | None = None, *, parts: bool = True) -> None:
        """`parts`: a long block that changed takes over the parts of it that did not."""
        self.text = text
        self.blocks: list[Block] = []
        self.starts: list[int] = []
        self._binders: dict[str, list[int]] = {}
        self._build(previous, parts)

    def _build(self, previous: Tree | None, parts: bool) -> None:
        begin = 1 if self.text.startswith("\ufeff") else 0
        head = tail = 0
        if previous is not None:
            head, begin = self._same_head(previous, begin)
            tail = self._same_tail(previous, head, begin)
        kept = previous.blocks[len(previous.blocks) - tail :] if previous and tail else []
        end = len(self.text) - sum(len(block.text) for block in kept)
        middle = self.text[:end]
        spans = cut(middle, begin)
        if kept and spans and goes_on(middle[slice(*spans[-1])], kept[0].text):
            kept, tail, middle = [], 0, self.text
            spans = cut(middle, begin)
        gone = previous.blocks[head : len(previous.blocks) - tail] if previous else []
        same = {block.text: block for block in gone}
        donors = {
            _first_line(block.text, 0): block.donor for block in gone if parts and block.donor
        }
        blocks = previous.blocks[:head] if previous else []
        for start, stop in spans:
            known = same.pop(middle[start:stop], None)
            donor = None if known else donors.pop(_first_line(middle, start), None)
            blocks.append(known or Block(middle[start:stop], donor))
        self.blocks = blocks + kept
        first = 1 if self.text.startswith("\ufeff") else 0
        lengths = (len(block.text) for block in self.blocks)
        self.starts = list(accumulate(lengths, initial=first))[:-1]
        if previous is not None:
            self._take_over_binders(previous, head, tail)

    def _same_head(self, previous: Tree, begin: int) -> tuple[int, int]:
        count = 0
        for block in previous.blocks:
            if not self.text.startswith(block.text, begin):
                break
            begin += len(block.text)
            count += 1
        if count:  # the last equal block may now go on into what was typed after it
            count -= 1
            begin -= len(previous.blocks[count].text)
        return count, begin

    def _same_tail(self, previous: Tree, head: int, begin: int) -> int:
        count, end = 0, len(self.text)
        for block in reversed(previous.blocks[head + 1 :]):
            start = end - len(block.text)
            if start < begin or not self.text.startswith(block.text, start):
                break
            end, count = start, count + 1
        if count:  # a piece in front of the first kept block may belong to it (decorators)
            count -= 1
        return count

    @property
    def parsed(self) -> int:
        """How many characters of it are kept as nodes."""
        return sum(len(block.text) for block in self.blocks if block.is_parsed)

    def forget_nodes(self) -> None:
        """The statements stay; their nodes are made again when somebody asks."""
        self.blocks = [Block(block.text) for block in self.blocks]

    def binders(self, name: str) -> list[int]:
        """The indexes of the blocks that may bind a name."""
        found = self._binders.get(name)
        if found is None:
            found = [index for index, block in enumerate(self.blocks) if block.binds(name)]
            self._binders[name] = found
        return found

    def _take_over_binders(self, previous: Tree, head: int, tail: int) -> None:
        """Of the last version's answers only the blocks between are looked at again."""
        new = range(head, len(self.blocks) - tail)
        if len(new) > MANY:
            return
        moved = len(self.blocks) - len(previous.blocks)
        kept = len(previous.blocks) - tail
        for name, found in previous._binders.items():
            before = found[: bisect_left(found, head)]
            between = [index for index in new if self.blocks[index].binds(name)]
            after = [index + moved for index in found[bisect_left(found, kept) :]]
            self._binders[name] = before + between + after

    def block_at(self, offset: int) -> int:
        """Index of the block that holds the offset; -1 in an empty file."""
        return max(0, bisect_right(self.starts, offset) - 1) if self.starts else -1

    def is_repaired_at(self, offset: int) -> bool:
        """Whether the block there (in a long one the statement) did not parse as it stands."""
        index = self.block_at(offset)
        if index < 0:
            return False
        block = self.blocks[index]
        node = block.body[0] if block.body else None
        if isinstance(node, Long) and not block.repaired:
            member = node.member_at(block.position(offset - self.starts[index])[0])
            return member is not None and member.repaired
        return block.repaired

    def span(self, index: int, node: ast.AST) -> tuple[int, int]:
        """Offsets in the file of a node of block `index`."""
        block, start = self.blocks[index], self.starts[index]
        line, column = node.lineno, node.col_offset  # type: ignore[attr-defined]
        end_line = node.end_lineno or line  # type: ignore[attr-defined]
        end_column = node.end_col_offset or column  # type: ignore[attr-defined]
        return start + block.offset(line, column), start + block.offset(end_line, end_column)

    def path_at(self, offset: int) -> tuple[int, list[ast.AST]]:
        """The block index and the nodes around an offset, outermost first."""
        index = self.block_at(offset)
        if index < 0:
            return -1, []
        block = self.blocks[index]
        where = block.position(offset - self.starts[index])
        path: list[ast.AST] = []
        found = _holding(block.body, where)
        while found is not None:
            path.append(found)
            found = _holding(body_around(found, where[0]), where)
        return index, path


def _first_line(text: str, start: int) -> str:
    end = text.find("\n", start)
    return text[start : end if end >= 0 else len(text)]


def _holding(parts: Iterable[object], where: tuple[int, int]) -> ast.AST | None:
    """The first positioned node around `where` in the values of a node's fields, reaching through
    lists and nodes without a position (arguments, comprehensions …).
    """
    for part in parts:
        if isinstance(part, list):
            found = _holding(_from_line(part, where[0]), where)
        elif not isinstance(part, ast.AST):
            continue
        elif (end_line := getattr(part, "end_lineno", None)) is None:
            found = _holding(part.__dict__.values(), where)
        else:
            found = part if end_line >= where[0] and _holds(part, where) else None
        if found is not None:
            return found
    return None


def _from_line(nodes: list[ast.AST], line: int) -> list[ast.AST]:
    """Of many statements those that do not end above the line."""
    if len(nodes) < MANY or not isinstance(nodes[0], ast.stmt):
        return nodes
    return nodes[bisect_left(nodes, line, key=attrgetter("end_lineno")) :]


def _holds(node: ast.AST, where: tuple[int, int]) -> bool:
    start = (node.lineno, node.col_offset)  # type: ignore[attr-defined]
    if start > where:
        for decorator in getattr(node, "decorator_list", ()):
            start = min(start, (decorator.lineno, max(0, decorator.col_offset - 1)))
    return start <= where <= (node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]
