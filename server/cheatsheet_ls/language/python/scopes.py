"""Scopes of a Python file and what binds each name in them; pure syntax, nothing is evaluated.

A binding says how a name got its value (an import, a class, an assignment, a parameter …) and from
where on it holds: `order` is (block, line, column) of the end of the binding statement, so that in
`qs = qs.filter()` the right-hand `qs` is the earlier one.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from cheatsheet_ls.language.python.long_class import Long, body_where, first_statement
from cheatsheet_ls.language.python.nodes import walk

if TYPE_CHECKING:
    from cheatsheet_ls.language.python.long_class import Definition
    from cheatsheet_ls.language.python.module import Module

Order = tuple[int, int, int]
FunctionNode = (ast.FunctionDef, ast.AsyncFunctionDef)
Comprehension = (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)


@dataclass(frozen=True, slots=True, eq=False)
class Binding:
    """`how` is import, from, star, class, def, assign, each, with, except, param or other."""

    name: str
    how: str
    node: ast.AST
    line: int
    column: int
    value: ast.expr | None = None
    unpack: tuple[int, ...] = ()
    annotation: ast.expr | None = None


class Scope:
    """A module, class, function, lambda or comprehension; bindings are collected when first asked
    for.
    """

    __slots__ = ("_bindings", "_found", "block", "kind", "module", "node", "parent")

    def __init__(
        self, kind: str, node: ast.AST | None, parent: Scope | None, module: Module, block: int
    ) -> None:
        self.kind = kind
        self.node = node
        self.parent = parent
        self.module = module
        self.block = block
        self._bindings: dict[str, list[tuple[int, Binding]]] | None = None
        self._found: dict[str, list[tuple[int, Binding]]] = {}

    @property
    def bindings(self) -> dict[str, list[tuple[int, Binding]]]:
        """Name → (block, binding) in the order of the source."""
        if self._bindings is None:
            table: dict[str, list[tuple[int, Binding]]] = {}
            for block, binding in self._collect():
                table.setdefault(binding.name, []).append((block, binding))
            self._bindings = table
        return self._bindings

    def _collect(self) -> Iterator[tuple[int, Binding]]:
        if self.kind == "module":
            for index, block in enumerate(self.module.tree.blocks):
                for binding in block_bindings(block):
                    yield index, binding
        elif self.node is not None:
            for binding in scope_bindings(self.node):
                yield self.block, binding

    def find(self, name: str) -> list[tuple[int, Binding]]:
        """The bindings of one name; of a module (or a long class or function) only
        the statements that may bind it are parsed.
        """
        if self.kind != "module" and not isinstance(self.node, Long):
            return self.bindings.get(name, [])
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = [pair for pair in self._near(name) if pair[1].name == name]
        return found

    def _near(self, name: str) -> Iterator[tuple[int, Binding]]:
        """The bindings of the statements that may bind the name, in the order of the source."""
        if isinstance(self.node, Long):
            for binding in long_bindings(self.node, name):
                yield self.block, binding
            return
        tree = self.module.tree
        for index in tree.binders(name):
            for binding in block_bindings(tree.blocks[index]):
                yield index, binding

    @property
    def stars(self) -> list[tuple[int, Binding]]:
        return [(k, binding) for k, binding in self.find("*") if binding.how == "star"]

    def enclosing(self, kind: str) -> Scope | None:
        """The nearest scope of that kind, this one included."""
        scope: Scope | None = self
        while scope is not None and scope.kind != kind:
            scope = scope.parent
        return scope


def block_bindings(block: object) -> list[Binding]:
    """Bindings of a top-level block, kept on the block (it outlives versions of the file)."""
    found = getattr(block, "bindings", None)
    if found is None:
        found = list(bindings_of(block.body))  # type: ignore[attr-defined]
        block.bindings = found  # type: ignore[attr-defined]
    return found


def scope_bindings(node: ast.AST) -> Iterator[Binding]:
    """Bindings made directly in the scope that `node` opens."""
    if isinstance(node, (*FunctionNode, ast.Lambda)):
        yield from _parameters(node)
        if not isinstance(node, ast.Lambda):
            yield from bindings_of(node.body)
    elif isinstance(node, ast.ClassDef):
        yield from bindings_of(node.body)
    elif isinstance(node, Comprehension):
        for generator in node.generators:
            yield from _targets(generator.target, "each", node, generator.iter, generator.target)


def long_bindings(node: Long, name: str) -> Iterator[Binding]:
    """Those that a long class or function may make of one name."""
    if isinstance(node, FunctionNode):
        yield from _parameters(node)
    body = body_where(cast("Definition", node), lambda member: member.binds(name))
    yield from bindings_of(body)


def bindings_of(body: Iterable[ast.stmt]) -> Iterator[Binding]:
    for statement in body:
        yield from _statement(statement)


def _statement(node: ast.stmt) -> Iterator[Binding]:
    if isinstance(node, ast.Import):
        yield from _imports(node)
    elif isinstance(node, ast.ImportFrom):
        for alias in node.names:
            how = "star" if alias.name == "*" else "from"
            yield Binding(alias.asname or alias.name, how, node, *_end(node))
    elif isinstance(node, ast.ClassDef):
        yield Binding(node.name, "class", node, *_before_body(node))
    elif isinstance(node, FunctionNode):
        yield Binding(node.name, "def", node, *_before_body(node))
    elif isinstance(node, ast.Assign):
        for target in node.targets:
            yield from _targets(target, "assign", node, node.value, node)
    elif isinstance(node, ast.AnnAssign):
        if isinstance(node.target, ast.Name):
            yield Binding(
                node.target.id,
                "assign",
                node,
                *_end(node),
                value=node.value,
                annotation=node.annotation,
            )
    elif isinstance(node, (ast.For, ast.AsyncFor)):
        yield from _targets(node.target, "each", node, node.iter, node.iter)
        yield from bindings_of(node.body + node.orelse)
    elif isinstance(node, (ast.With, ast.AsyncWith)):
        for item in node.items:
            if item.optional_vars is not None:
                yield from _targets(
                    item.optional_vars, "with", node, item.context_expr, item.context_expr
                )
        yield from bindings_of(node.body)
    else:
        yield from _nested(node)


def _nested(node: ast.stmt) -> Iterator[Binding]:
    if isinstance(node, (ast.If, ast.While)):
        yield from _walrus(node.test)
        yield from bindings_of(node.body + node.orelse)
    elif isinstance(node, ast.Try) or type(node).__name__ == "TryStar":
        yield from _try(node)
    elif isinstance(node, ast.Match):
        for case in node.cases:
            yield from bindings_of(case.body)
    elif isinstance(node, (ast.Expr, ast.Return)) and node.value is not None:
        yield from _walrus(node.value)
    elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        return  # `x += 1` keeps what x is
    elif type(node).__name__ == "TypeAlias":
        yield Binding(node.name.id, "other", node, *_end(node))  # type: ignore[attr-defined]


def _try(node: ast.stmt) -> Iterator[Binding]:
    yield from bindings_of(node.body)  # type: ignore[attr-defined]
    for handler in node.handlers:  # type: ignore[attr-defined]
        if handler.name:
            where = handler.type or handler
            yield Binding(handler.name, "except", handler, *_end(where), value=handler.type)
        yield from bindings_of(handler.body)
    yield from bindings_of(node.orelse + node.finalbody)  # type: ignore[attr-defined]


def _walrus(node: ast.expr) -> Iterator[Binding]:
    if isinstance(node, (ast.Name, ast.Constant)):
        return
    for part in walk(node):
        if isinstance(part, ast.NamedExpr):
            yield Binding(part.target.id, "assign", part, *_end(part), value=part.value)


def _imports(node: ast.Import) -> Iterator[Binding]:
    for alias in node.names:
        name = alias.asname or alias.name.partition(".")[0]
        yield Binding(name, "import", node, *_end(node))


def _targets(
    target: ast.expr,
    how: str,
    node: ast.AST,
    value: ast.expr,
    until: ast.AST,
    unpack: tuple[int, ...] = (),
) -> Iterator[Binding]:
    if isinstance(target, ast.Name):
        yield Binding(target.id, how, node, *_end(until), value=value, unpack=unpack)
    elif isinstance(target, (ast.Tuple, ast.List)):
        for index, part in enumerate(target.elts):
            yield from _targets(part, how, node, value, until, (*unpack, index))
    elif isinstance(target, ast.Starred):
        yield from _targets(target.value, "other", node, value, until, unpack)


def _parameters(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> Iterator[Binding]:
    arguments = node.args
    plain = [*arguments.posonlyargs, *arguments.args]
    defaults: list[ast.expr | None] = [None] * (len(plain) - len(arguments.defaults)) + list(
        arguments.defaults
    )
    for index, (argument, default) in enumerate(zip(plain, defaults, strict=True)):
        yield _parameter(argument, node, default, (index,))
    for argument, kw_default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        yield _parameter(argument, node, kw_default, ())
    for rest in (arguments.vararg, arguments.kwarg):
        if rest is not None:
            yield Binding(rest.arg, "other", node, rest.lineno, rest.col_offset)


def _parameter(
    argument: ast.arg, node: ast.AST, default: ast.expr | None, index: tuple[int, ...]
) -> Binding:
    return Binding(
        argument.arg, "param", node, argument.lineno, argument.col_offset,
        value=default, unpack=index, annotation=argument.annotation,
    )  # fmt: skip


def _end(node: ast.AST) -> tuple[int, int]:
    return node.end_lineno or 0, node.end_col_offset or 0  # type: ignore[attr-defined]


def _before_body(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> tuple[int, int]:
    first = first_statement(node)
    line = min([first.lineno, *(d.lineno for d in getattr(first, "decorator_list", ()))])
    return line, 0
