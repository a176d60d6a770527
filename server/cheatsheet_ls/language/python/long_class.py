"""Long classes and functions: a statement of the body is parsed when somebody asks for it.

A hover in a test class of two thousand lines costs the method it stands in, and a keystroke there
the one statement that changed. Each statement is parsed alone, at its line in the block; one that
does not parse is repaired without its neighbours. Statements of the last version are taken over,
from both ends as long as they are the same text; what stands between is cut anew.
"""

from __future__ import annotations

import ast
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter

from cheatsheet_ls.language.python.binders import binds
from cheatsheet_ls.language.python.blocks import cut, goes_on
from cheatsheet_ls.language.python.nodes import move_lines

LONG = 3_000  # characters from which this pays
EMPTY_LINES = 1_500  # from here on moving nodes costs less than reading empty lines
_OPENS = re.compile(r"(?:@[^\n]*\n)*(?:class|def|async[ \t]+def)[ \t]")
_BODY = re.compile(r":[ \t]*(?:#[^\n]*)?\n(?:[ \t]*(?:#[^\n]*)?\n)*([ \t]+)(?=\S)")

Parse = Callable[[str], tuple[list[ast.stmt], bool]]


class Member:
    """A statement of the body (several after a repair) and the line of the block it begins at."""

    __slots__ = ("_binds", "_body", "_parse", "_repaired", "line", "text")

    def __init__(self, text: str, line: int, parse: Parse) -> None:
        self.text = text
        self.line = line
        self._parse = parse
        self._body: list[ast.stmt] | None = None
        self._repaired = False
        self._binds: dict[str, bool] = {}

    @property
    def body(self) -> list[ast.stmt]:
        if self._body is None:
            self._body = self._parsed()
        return self._body

    @property
    def repaired(self) -> bool:
        """Whether it did not parse as it stands."""
        return not self.body or self._repaired

    def _parsed(self) -> list[ast.stmt]:
        """Parsed behind as many empty lines as stand above it: cheaper than moving its nodes."""
        above = min(self.line - 2, EMPTY_LINES)
        body, self._repaired = self._parse("\n" * above + "if 1:\n" + self.text)
        found = body[0].body if body and isinstance(body[0], ast.If) else []
        _move(found, self.line - 2 - above)
        return found

    def binds(self, name: str) -> bool:
        """Whether it may bind the name; kept, for every keystroke asks all members again."""
        found = self._binds.get(name)
        if found is None:
            found = self._binds[name] = binds(self.text, name)
        return found

    def move(self, line: int) -> None:
        """A member serves the newest version of a file only, so its nodes are moved in place."""
        if self._body is not None:
            _move(self._body, line - self.line)
        self.line = line


def _move(statements: Iterable[ast.stmt], count: int) -> None:
    if count:
        for statement in statements:
            move_lines(statement, count)


class Long(ast.AST):
    """What the node of a long class or function has besides: `members`, and a `body` on demand."""

    members: list[Member]

    @property
    def body(self) -> list[ast.stmt]:
        """All of it, parsed."""
        return [statement for member in self.members for statement in member.body]

    def member_at(self, line: int) -> Member | None:
        """The member that reaches over a line of the block."""
        index = bisect_right(self.members, line, key=attrgetter("line")) - 1
        return self.members[index] if index >= 0 else None


class LongClass(Long, ast.ClassDef):  # type: ignore[override]  # `body` is read only here
    """A class whose body is parsed on demand."""


class LongFunction(Long, ast.FunctionDef):  # type: ignore[override]
    """A function whose body is parsed on demand."""


class LongAsyncFunction(Long, ast.AsyncFunctionDef):  # type: ignore[override]
    """A coroutine whose body is parsed on demand."""


_LONG: dict[type[ast.AST], type[Long]] = {
    ast.ClassDef: LongClass,
    ast.FunctionDef: LongFunction,
    ast.AsyncFunctionDef: LongAsyncFunction,
}
Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def body_around(node: ast.AST, line: int) -> Iterable[object]:
    """The fields of a node in which its child on a line of the block is to be found."""
    if not isinstance(node, Long):
        return node.__dict__.values()
    member = node.member_at(line)
    return [*node.__dict__.values(), member.body if member else []]


def first_statement(node: Definition) -> ast.stmt:
    if isinstance(node, Long):
        return next(member.body[0] for member in node.members if member.body)
    return node.body[0]


def body_where(node: Definition, wanted: Callable[[Member], bool]) -> Iterator[ast.stmt]:
    """The statements of the body, of a long one only those of the members that are `wanted`."""
    if not isinstance(node, Long):
        yield from node.body
        return
    for member in node.members:
        if wanted(member):
            yield from member.body


def parse_long(source: str, parse: Parse, known: list[Member]) -> tuple[Long, bool] | None:
    """The definition and whether its head was repaired; None where the block is no long one.

    `known` are the members of the block's last version.
    """
    if len(source) < LONG or not _OPENS.match(source):
        return None
    first = _BODY.search(source)
    if first is None:
        return None
    header, broken = parse(source[: first.start(1)] + first.group(1) + "pass")
    node = header[-1] if len(header) == 1 else None
    if not isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
        return None
    if len(node.body) != 1 or (broken and not isinstance(node, ast.ClassDef)):
        return None
    members = _members(source, first.start(1), first.group(1), parse, known)
    last = next((member.body[-1] for member in reversed(members) if member.body), None)
    return (_long(node, members, last), broken) if last is not None else None


def _long(node: Definition, members: list[Member], last: ast.stmt) -> Long:
    kind = _LONG[type(node)]
    long: Long = kind.__new__(kind)
    fields = {name: value for name, value in node.__dict__.items() if name != "body"}
    end = {"end_lineno": last.end_lineno, "end_col_offset": last.end_col_offset}
    long.__dict__.update({**fields, **end, "members": members})
    return long


def _members(
    source: str, start: int, indent: str, parse: Parse, known: list[Member]
) -> list[Member]:
    """All members in order, each at its line."""
    head = _same_head(source, start, known)
    begin = start + sum(len(member.text) for member in known[:head])
    tail = _same_tail(source, begin, known[head:])
    kept = known[len(known) - tail :] if tail else []
    end = len(source) - sum(len(member.text) for member in kept)
    spans = cut(source[:end], begin, indent)
    if kept and spans and goes_on(source[slice(*spans[-1])], kept[0].text, indent):
        kept, tail = [], 0
        spans = cut(source, begin, indent)
    left = {member.text: member for member in known[head : len(known) - tail]}
    members = known[:head]
    line = source.count("\n", 0, begin) + 1
    for left_at, right_at in spans:
        text = source[left_at:right_at]
        members.append(left.pop(text) if text in left else Member(text, line, parse))
        line += text.count("\n")
    members += kept
    line = source.count("\n", 0, start) + 1
    for member in members:
        member.move(line)
        line += member.text.count("\n")
    return members


def _same_head(source: str, at: int, known: list[Member]) -> int:
    """How many members begin the body as before; the last may go on into what was typed."""
    count = 0
    for member in known:
        if not source.startswith(member.text, at):
            break
        at += len(member.text)
        count += 1
    return max(0, count - 1)


def _same_tail(source: str, begin: int, known: list[Member]) -> int:
    """How many members end the body as before; what was typed may reach into the first."""
    count, end = 0, len(source)
    for member in reversed(known[1:]):
        start = end - len(member.text)
        if start < begin or not source.startswith(member.text, start):
            break
        end, count = start, count + 1
    return max(0, count - 1)
