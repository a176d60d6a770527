"""A further item in a list of the user's file: `INSTALLED_APPS`, `MIDDLEWARE`, `urlpatterns`.

Lists and tuples written out are extended where they stand, whatever is added to them (`[…] + X`,
`NAME += […]`). A list that a call makes (`env.list(…)`) is nobody's to edit.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cheatsheet_ls.features.code.parsed import Parsed, parsed
from cheatsheet_ls.features.drafts import CannotEdit
from cheatsheet_ls.features.edits import indent_unit, line_end, line_start, newline_of

WIDTH = 88


@dataclass(frozen=True, slots=True)
class Literal:
    """A list or tuple written out in a file, and the source of each of its items."""

    file: Parsed
    block: int
    node: ast.List | ast.Tuple
    name: str = ""

    @property
    def items(self) -> list[str]:
        return [self.file.text[slice(*self.file.span(self.block, one))] for one in self.node.elts]

    @property
    def strings(self) -> list[str | None]:
        """The values of the items that are plain strings."""
        found = (one.value if isinstance(one, ast.Constant) else None for one in self.node.elts)
        return [one if isinstance(one, str) else None for one in found]


def literals(file: Parsed, path: str) -> list[Literal]:
    """Every list that goes into the name at the top level, in order; names it is built of are
    followed. `TEMPLATES.OPTIONS.context_processors` are lists under these keys of its items.
    """
    name, *keys = path.split(".")
    found = list(_of_name(file, name, frozenset()))
    for key in keys:
        inner = [
            (one, value) for one in found for item in one.node.elts for value in _under(item, key)
        ]
        if key != keys[-1]:
            found = [replace(one, node=ast.List([value], ast.Load())) for one, value in inner]
        else:
            found = [
                replace(one, node=node) for one, value in inner for node in _written_out(value)
            ]
    return found


def _under(item: ast.expr, key: str) -> Iterator[ast.expr]:
    if isinstance(item, ast.Dict):
        for at, value in zip(item.keys, item.values, strict=True):
            if isinstance(at, ast.Constant) and at.value == key:
                yield value


def _of_name(file: Parsed, name: str, seen: frozenset[str]) -> Iterator[Literal]:
    if name in seen:
        return
    for block, statement in file.mentioning(name):
        if isinstance(statement, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            if any(isinstance(one, ast.Name) and one.id == name for one in targets):
                for node in _written_out(statement.value):
                    yield Literal(file, block, node, name)
                for other in _names_in(statement.value):
                    yield from _of_name(file, other, seen | {name})


def _written_out(value: ast.expr | None) -> list[ast.List | ast.Tuple]:
    if isinstance(value, (ast.List, ast.Tuple)):
        return [value]
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add):
        return [*_written_out(value.left), *_written_out(value.right)]
    return []


def _names_in(value: ast.expr | None) -> Iterator[str]:
    """Names that a list is put together from: `A + B`, `[*A, *B]`."""
    if isinstance(value, ast.Name):
        yield value.id
    elif isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add):
        yield from _names_in(value.left)
        yield from _names_in(value.right)
    elif isinstance(value, (ast.List, ast.Tuple)):
        for item in value.elts:
            if isinstance(item, ast.Starred):
                yield from _names_in(item.value)


def is_written_out(file: Parsed, name: str) -> bool:
    """Whether nothing but lists and names makes the list: a call may put anything into it."""
    for _, statement in file.mentioning(name):
        if isinstance(statement, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            if any(isinstance(one, ast.Name) and one.id == name for one in targets):
                if any(isinstance(node, ast.Call) for node in ast.walk(statement)):
                    return False
    return True


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
    return with_item(text, *_place(found, after, before), quoted(text, item))


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
    if "*" in before:
        return found[0], 0
    one = _for_others(found)
    return one, len(one.node.elts)


_OTHERS = re.compile(r"THIRD|EXTERNAL|VENDOR|PACKAGES")


def _for_others(found: Sequence[Literal]) -> Literal:
    """The list for what comes from packages, where a file keeps one; else the first with items."""
    named = (one for one in found if _OTHERS.search(one.name))
    filled = (one for one in found if any(one.strings))
    return next(named, next(filled, found[0]))


def quoted(text: str, item: str) -> str:
    """The string in the quotes that the file has."""
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
    too_long = _width(text, spans[0][0]) + len(item) + 2 > WIDTH
    if one_line and too_long and text[span[0]] in "[(":  # the arguments of a call keep their line
        return _line_each(text, span, [text[slice(*one)] for one in spans], at, item)
    if at < len(elements):
        start = spans[at][0]
        between = ", " if one_line else "," + newline_of(text) + _indent(text, start)
        if not one_line and not _own_line(text, start):
            between = ", "
        return text[:start] + item + between + text[start:]
    return _at_end(text, spans[-1][1], span[1], item, one_line)


def _width(text: str, offset: int) -> int:
    return line_end(text, offset) - line_start(text, offset)


def _line_each(text: str, span: tuple[int, int], items: list[str], at: int, item: str) -> str:
    """A list that has become too long for its line, with an item a line."""
    start, end = span
    newline = newline_of(text)
    indent = _indent(text, start)
    rows = [*items[:at], item, *items[at:]]
    inside = "".join(f"{indent}{indent_unit(text)}{row},{newline}" for row in rows)
    return text[: start + 1] + newline + inside + indent + text[end - 1 :]


def _at_end(text: str, end: int, close: int, item: str, one_line: bool) -> str:
    """Behind the last item, which ends at `end`; the list ends at `close`."""
    comma = comma_behind(text, end, close)
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


def comma_behind(text: str, start: int, close: int) -> int | None:
    """Where the comma behind an item or argument stands, past comments."""
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
