"""A further item in a list of the user's file: `INSTALLED_APPS`, `MIDDLEWARE`, `urlpatterns`.

Lists and tuples written out are extended where they stand, whatever is added to them (`[…] + X`,
`NAME += […]`). A list that a call makes (`env.list(…)`) is nobody's to edit.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass

from cheatsheet_ls.features.code.parsed import Parsed, parsed
from cheatsheet_ls.features.drafts import CannotEdit
from cheatsheet_ls.features.edits import indent_unit, line_end, line_start, newline_of


@dataclass(frozen=True, slots=True)
class Literal:
    """A list or tuple written out in a file, and the source of each of its items."""

    file: Parsed
    block: int
    node: ast.List | ast.Tuple

    @property
    def items(self) -> list[str]:
        return [self.file.text[slice(*self.file.span(self.block, one))] for one in self.node.elts]

    @property
    def strings(self) -> list[str | None]:
        """The values of the items that are plain strings."""
        found = (one.value if isinstance(one, ast.Constant) else None for one in self.node.elts)
        return [one if isinstance(one, str) else None for one in found]


def literals(file: Parsed, name: str) -> list[Literal]:
    """Every list that goes into the name at the top level, in order."""
    found: list[Literal] = []
    for block, statement in file.mentioning(name):
        if isinstance(statement, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            if any(isinstance(one, ast.Name) and one.id == name for one in targets):
                found += [Literal(file, block, one) for one in _written_out(statement.value)]
    return found


def _written_out(value: ast.expr | None) -> list[ast.List | ast.Tuple]:
    if isinstance(value, (ast.List, ast.Tuple)):
        return [value]
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add):
        return [*_written_out(value.left), *_written_out(value.right)]
    return []


def holds(text: str, name: str, item: str) -> bool:
    """Whether one of the lists behind the name has the string already."""
    return any(item in one.strings for one in literals(parsed(text), name))


def with_string(
    text: str, name: str, item: str, *, after: Sequence[str] = (), before: Sequence[str] = ()
) -> str:
    """The string in the list `name`: right behind the last of `after` that it holds, else right
    before the first of `before`, else at its end. Raises CannotEdit where no list is written out,
    or where it stands there already in a place that contradicts these.
    """
    found = literals(parsed(text), name)
    if not found:
        raise CannotEdit(f"{name} is not a list that is written out")
    for one in found:
        if item in one.strings:
            return text
    return with_item(text, *_place(found, after, before), _quoted(text, item))


def _place(
    found: Sequence[Literal], after: Sequence[str], before: Sequence[str]
) -> tuple[Literal, int]:
    for one in reversed(found):
        positions = [at for at, value in enumerate(one.strings) if value in after]
        if positions:
            return one, positions[-1] + 1
    for one in found:
        positions = [at for at, value in enumerate(one.strings) if value in before]
        if positions:
            return one, positions[0]
    first = found[0]
    return first, 0 if before == ("*",) else len(first.node.elts)


def _quoted(text: str, item: str) -> str:
    quote = "'" if text.count("'") > 2 * text.count('"') else '"'
    return quote + item + quote


def with_item(text: str, literal: Literal, at: int, item: str) -> str:
    """`item`, source of one expression, as the item number `at`; comments of others stay theirs."""
    span = literal.file.span(literal.block, literal.node)
    elements = literal.node.elts
    if not elements:
        return _into_empty(text, span, item, isinstance(literal.node, ast.Tuple))
    spans = [literal.file.span(literal.block, one) for one in elements]
    one_line = "\n" not in text[spans[0][0] - 1 : spans[-1][1]] and not _own_line(text, spans[0][0])
    if at < len(elements):
        start = spans[at][0]
        between = ", " if one_line else "," + newline_of(text) + _indent(text, start)
        if not one_line and not _own_line(text, start):
            between = ", "
        return text[:start] + item + between + text[start:]
    return _at_end(text, spans[-1][1], span[1], item, one_line)


def _at_end(text: str, end: int, close: int, item: str, one_line: bool) -> str:
    """Behind the last item, which ends at `end`; the list ends at `close`."""
    comma = _comma(text, end, close)
    if one_line:
        if comma is None:
            return text[:end] + f", {item}" + text[end:]
        return text[: comma + 1] + f" {item}," + text[comma + 1 :]
    newline = newline_of(text)
    first = line_start(text, end)
    indent = text[first : first + len(text[first:end]) - len(text[first:end].lstrip())]
    if comma is None:
        text, close, comma = text[:end] + "," + text[end:], close + 1, end
    stop = min(line_end(text, comma), close - 1)
    below = newline if stop == close - 1 else ""
    return text[:stop] + newline + indent + item + "," + below + text[stop:]


def _comma(text: str, start: int, close: int) -> int | None:
    """The comma behind an item, past comments."""
    at = start
    while at < close:
        if text[at] == ",":
            return at
        at = line_end(text, at) if text[at] == "#" else at + 1
    return None


def _into_empty(text: str, span: tuple[int, int], item: str, is_tuple: bool) -> str:
    inside = text[span[0] + 1 : span[1] - 1]
    if text[span[0]] not in "[(":
        raise CannotEdit("an empty tuple without brackets")
    if inside.strip():  # nothing but comments
        newline, unit = newline_of(text), indent_unit(text)
        head, tail = text[: span[1] - 1].rstrip(), text[span[1] - 1 :]
        return head + newline + unit + item + "," + newline + tail
    return text[: span[0] + 1] + item + ("," if is_tuple else "") + text[span[1] - 1 :]


def _own_line(text: str, offset: int) -> bool:
    return not text[line_start(text, offset) : offset].strip()


def _indent(text: str, offset: int) -> str:
    start = line_start(text, offset)
    line = text[start:offset]
    return line[: len(line) - len(line.lstrip())]
