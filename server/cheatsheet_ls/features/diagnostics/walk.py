"""Every node of a Python file that checks look at, with its scope, block by block.

Statements that do not parse as they stand are left out: somebody is typing there.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from cheatsheet_ls.features.diagnostics.subject import FileSubject, Node
from cheatsheet_ls.language.python.block import Block
from cheatsheet_ls.language.python.module import child_scope, is_inside, opens_scope
from cheatsheet_ls.language.python.scopes import Scope

_IMPORT_ERRORS = frozenset({"ImportError", "ModuleNotFoundError", "AttributeError", "Exception"})
_VERSION = re.compile(r"version|hasattr|TYPE_CHECKING", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Where:
    scope: Scope
    around: tuple[ast.AST, ...] = ()
    guarded: bool = False


def nodes_of(file: FileSubject, block: int) -> Iterator[Node]:
    """The nodes of one block in the order of the source, outer ones first."""
    found = file.module.tree.blocks[block]
    if not is_whole(found):
        return
    where = _Where(file.module.scope)
    stack: list[tuple[ast.AST, _Where]] = [(statement, where) for statement in reversed(found.body)]
    while stack:
        node, where = stack.pop()
        yield Node(file, node, where.scope, block, where.around, where.guarded)
        stack += reversed(list(_inner(node, block, where)))


def is_whole(block: Block) -> bool:
    """Whether it parses as it stands; what was repaired is known only after parsing."""
    _ = block.body
    return not block.repaired


def _inner(node: ast.AST, block: int, where: _Where) -> Iterator[tuple[ast.AST, _Where]]:
    around = (*where.around, node)
    guarded = where.guarded or _guards(node)
    outside = _Where(where.scope, around, guarded)
    inside = outside
    if opens_scope(node):
        inside = _Where(child_scope(where.scope, node, block), around, guarded)
    for child in _children(node):
        yield child, inside if inside is not outside and is_inside(node, child) else outside


def _children(node: ast.AST) -> Iterator[ast.AST]:
    for name, value in node.__dict__.items():
        if name == "members":
            for member in value:
                if not member.repaired:
                    yield from member.body
        elif isinstance(value, list):
            yield from (item for item in value if isinstance(item, ast.AST))
        elif isinstance(value, ast.AST) and value._fields:
            yield value


def _guards(node: ast.AST) -> bool:
    if isinstance(node, ast.Try):
        return any(_catches_imports(handler) for handler in node.handlers)
    if isinstance(node, (ast.If, ast.IfExp)):
        return any(_VERSION.search(word) for word in _words(node.test))
    return False


def _catches_imports(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or bool(_IMPORT_ERRORS & set(_words(handler.type)))


def _words(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Name):
            yield part.id
        elif isinstance(part, ast.Attribute):
            yield part.attr
