"""Parse a long class or function statement by statement, so that a keystroke in it costs one.

Each statement of the body is parsed alone and then moved to its line in the block. One that does
not parse is repaired without its neighbours. Statements of the last version are taken over, from
both ends as long as they are the same text; what stands between is cut anew.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass

from cheatsheet_ls.language.python.blocks import cut, goes_on

LONG = 3_000  # characters from which this pays
_OPENS = re.compile(r"(?:@[^\n]*\n)*(?:class|def|async[ \t]+def)[ \t]")
_BODY = re.compile(r":[ \t]*(?:#[^\n]*)?\n(?:[ \t]*(?:#[^\n]*)?\n)*([ \t]+)(?=\S)")

Parsed = tuple[list[ast.stmt], bool]
Parse = Callable[[str], Parsed]


@dataclass(slots=True)
class Member:
    """A statement of the body, the line its nodes stand at, and whether it was repaired."""

    text: str
    line: int
    body: list[ast.stmt]
    repaired: bool

    def move(self, line: int) -> None:
        """A member serves the newest version of a file only, so its nodes are moved in place."""
        if line != self.line:
            for node in self.body:
                ast.increment_lineno(node, line - self.line)
            self.line = line


def parse_long(
    source: str, parse: Parse, known: list[Member], fresh: list[Member]
) -> Parsed | None:
    """The statement and whether it was repaired; None where the block is no long one.

    `known` are the members of the block's last version, `fresh` takes those of this one.
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
    fresh += _members(source, first.start(1), first.group(1), parse, known)
    body = [statement for member in fresh for statement in member.body]
    if body:
        node.body = body
        node.end_lineno, node.end_col_offset = body[-1].end_lineno, body[-1].end_col_offset
    return [node], any(member.repaired for member in fresh)


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
    for left_at, right_at in spans:
        text = source[left_at:right_at]
        members.append(left.pop(text) if text in left else _member(text, parse))
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


def _member(text: str, parse: Parse) -> Member:
    body, repaired = parse("if 1:\n" + text)
    found = body[0].body if body and isinstance(body[0], ast.If) else []
    return Member(text, 2, found, repaired or not found)
