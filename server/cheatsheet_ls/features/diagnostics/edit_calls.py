"""Edits of a call: one argument more, one less, another name, in the shape the call has."""

from __future__ import annotations

import ast
import re

from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.features.edits import TextEdit, line_start, newline_of
from cheatsheet_ls.model import Span

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*(?![^\r\n])|\\\r?\n)*")


def with_argument(at: Node, call: ast.Call, text: str, after: ast.AST | None) -> TextEdit:
    """The argument behind another one (None: as the first), on a line of its own where they are."""
    source = at.file.document.text
    if after is None:
        opening = _opening(at, call)
        empty = not (call.args or call.keywords)
        return TextEdit(Span(opening, opening), text if empty else f"{text}, ")
    end = end_of(at, call, after)
    start = at.span(after).start
    line = line_start(source, start)
    own_line = not source[line:start].strip()
    gap = newline_of(source) + source[line:start] if own_line else " "
    return TextEdit(Span(end, end), f",{gap}{text}")


def without_argument(at: Node, call: ast.Call, argument: ast.keyword) -> TextEdit:
    """The call without one of its keyword arguments and one of the commas around it."""
    source = at.file.document.text
    start, end = at.span(argument).start, end_of(at, call, argument)
    behind = _BLANK.match(source, end)
    after = behind.end() if behind else end
    if source[after : after + 1] == ",":
        end = after + 1
        last = _BLANK.match(source, end)
        follower = last.end() if last else end
        if "#" not in source[end:follower] and source[follower : follower + 1] != ")":
            return TextEdit(Span(start, follower), "")
    before = source[:start].rstrip()
    if before.endswith(",") and source[end - 1] != ",":
        return TextEdit(Span(len(before) - 1, end), "")
    return TextEdit(Span(len(before) if before.endswith(",") else start, end), "")


def renamed(at: Node, argument: ast.keyword, name: str) -> TextEdit:
    start = at.span(argument).start
    return TextEdit(Span(start, start + len(argument.arg or "")), name)


def end_of(at: Node, call: ast.Call, argument: ast.AST) -> int:
    """Behind the argument and the brackets that stand around it."""
    source, limit = at.file.document.text, at.span(call).end - 1
    end = at.span(argument).end
    while True:
        blank = _BLANK.match(source, end)
        following = blank.end() if blank else end
        if following >= limit or source[following] != ")":
            return end
        end = following + 1


def _opening(at: Node, call: ast.Call) -> int:
    """Right behind the opening bracket of the call."""
    return at.file.document.text.index("(", at.span(call.func).end) + 1
