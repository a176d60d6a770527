"""What a file already imports, and which other names its top level binds."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cheatsheet_ls.features.imports.wanted import Import, imports_of
from cheatsheet_ls.language.python.tree import Tree
from cheatsheet_ls.model import Span


@dataclass(frozen=True, slots=True)
class Name:
    """One imported name inside a `from` statement."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """An import at the top level, not inside a block."""

    span: Span
    imports: tuple[Import, ...]
    names: tuple[Name, ...]

    @property
    def module(self) -> str:
        return self.imports[0].module

    @property
    def is_from(self) -> bool:
        return self.imports[0].name is not None


@dataclass(frozen=True, slots=True)
class Head:
    """The first statements of a file: where its imports end and what comes first after them."""

    statements: tuple[Statement, ...]
    docstring: Span | None
    first: Span | None  # the first statement that is neither import nor docstring
    first_is_block: bool = False


class Bound:
    """What the top level of a file binds: names to the dotted paths they are imported from.

    Only blocks that may import are read for it; a name the file defines itself is looked for when
    asked about.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.imported: dict[str, tuple[str, ...]] = {}
        for block in tree.blocks:
            if "import" in block.text and not block.defines:
                for one in _imports_in(block.body):
                    paths = self.imported.get(one.bound, ())
                    self.imported[one.bound] = (*paths, one.target)

    def paths(self, name: str) -> tuple[str, ...]:
        """The dotted paths of a name; "" for what the file defines itself."""
        imported = self.imported.get(name, ())
        return (*imported, "") if self._defines(name) else imported

    def _defines(self, name: str) -> bool:
        return any(
            name in _defined(statement)
            for index in self._tree.binders(name)
            for statement in _flat(self._tree.blocks[index].body)
        )


def _imports_in(body: Iterable[ast.stmt]) -> Iterator[Import]:
    for statement in _flat(body):
        yield from imports_of(statement)


def head(tree: Tree) -> Head:
    """The head of a file; of the rest nothing is parsed."""
    statements: list[Statement] = []
    docstring: Span | None = None
    for index, block in enumerate(tree.blocks):
        for node in block.body:
            span = Span(*tree.span(index, node))
            imports = tuple(imports_of(node))
            if imports:
                statements.append(Statement(span, imports, _names(tree, index, node)))
            elif docstring is None and not statements and _is_docstring(node):
                docstring = span
            elif not isinstance(node, (ast.If, ast.Try)) or not statements:
                first = Span(_first_offset(tree, index, node), span.end)
                is_block = isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
                return Head(tuple(statements), docstring, first, is_block)
    return Head(tuple(statements), docstring, None)


def _first_offset(tree: Tree, index: int, node: ast.stmt) -> int:
    start = tree.span(index, node)[0]
    for decorator in getattr(node, "decorator_list", ()):
        start = min(start, tree.span(index, decorator)[0] - 1)
    return start


def _names(tree: Tree, index: int, node: ast.stmt) -> tuple[Name, ...]:
    if not isinstance(node, ast.ImportFrom):
        return ()
    return tuple(Name(alias.name, Span(*tree.span(index, alias))) for alias in node.names)


def _is_docstring(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _flat(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """Statements of the top level and of `if` and `try` blocks there."""
    for statement in body:
        yield statement
        if isinstance(statement, (ast.If, ast.Try, ast.With)):
            yield from _flat(statement.body)
            yield from _flat(getattr(statement, "orelse", ()))
            for handler in getattr(statement, "handlers", ()):
                yield from _flat(handler.body)


def _defined(statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield statement.name
    elif isinstance(statement, (ast.Assign, ast.AnnAssign)):
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        for target in targets:
            for node in ast.walk(target):
                if isinstance(node, ast.Name):
                    yield node.id
