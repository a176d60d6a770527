"""Parse a long class member by member, so that a keystroke in it costs one method.

Each member is parsed behind as many empty lines as stand above it, which gives its nodes their
lines in the block without touching them. A member that does not parse is repaired without its
neighbours.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable

from cheatsheet_ls.language.python.blocks import cut

LONG = 3_000  # characters from which this pays
_CLASS = re.compile(r"(?:@[^\n]*\n)*class[ \t]")
_BODY = re.compile(r":[ \t]*(?:#[^\n]*)?\n(?:[ \t]*(?:#[^\n]*)?\n)*([ \t]+)(?=\S)")

Members = dict[tuple[int, str], tuple[list[ast.stmt], bool]]
Parse = Callable[[str], tuple[list[ast.stmt], bool]]


def parse_class(
    source: str, parse: Parse, known: Members, fresh: Members
) -> tuple[list[ast.stmt], bool] | None:
    """The class statement and whether it was repaired; None where the block is no long class.

    `known` holds members of the block's last version, `fresh` takes those of this one.
    """
    if len(source) < LONG or not _CLASS.match(source):
        return None
    first = _BODY.search(source)
    if first is None:
        return None
    header, _ = parse(source[: first.start(1)] + first.group(1) + "pass")
    node = header[-1] if len(header) == 1 else None
    if not isinstance(node, ast.ClassDef) or len(node.body) != 1:
        return None
    body: list[ast.stmt] = []
    repaired = False
    line = source.count("\n", 0, first.start(1)) + 1
    for begin, end in cut(source, first.start(1), first.group(1)):
        text = source[begin:end]
        member = known.get((line, text)) or _parse_member(text, line, parse)
        fresh[line, text] = member
        body += member[0]
        repaired = repaired or member[1]
        line += text.count("\n")
    if body:
        node.body = body
        node.end_lineno, node.end_col_offset = body[-1].end_lineno, body[-1].end_col_offset
    return [node], repaired


def _parse_member(text: str, line: int, parse: Parse) -> tuple[list[ast.stmt], bool]:
    body, repaired = parse("if 1:" + "\n" * (line - 1) + text)
    found = body[0].body if body and isinstance(body[0], ast.If) else []
    return found, repaired or not found
