"""One Python file of the user: its tree, its scopes and its place among the packages."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cheatsheet_ls.language.python.scopes import Comprehension, FunctionNode, Scope
from cheatsheet_ls.language.python.tree import Tree

if TYPE_CHECKING:
    from cheatsheet_ls.language.workspace import Workspace


class Module:
    """A version of a file; `memo` keeps what was evaluated in it until anything in the workspace
    changes.
    """

    __slots__ = ("_name", "_scope", "generation", "memo", "path", "tree", "workspace")

    def __init__(self, path: Path | None, tree: Tree, workspace: Workspace) -> None:
        self.path = path
        self.tree = tree
        self.workspace = workspace
        self.memo: dict[object, Any] = {}
        self.generation = -1
        self._name: str | None = None
        self._scope: Scope | None = None

    def forget(self) -> None:
        """Drop what was evaluated."""
        self.memo.clear()
        self._scope = None

    @property
    def scope(self) -> Scope:
        if self._scope is None:
            self._scope = Scope("module", None, None, self, 0)
        return self._scope

    @property
    def name(self) -> str:
        """Dotted name as the package's own files would import it; "" where it cannot be told."""
        if self._name is None:
            self._name = self.workspace.dotted_name(self.path) if self.path else ""
        return self._name

    @property
    def package(self) -> str:
        """What a relative import of one dot starts from."""
        if self.path is not None and self.path.name == "__init__.py":
            return self.name
        return self.name.rpartition(".")[0]

    def scope_at(self, block: int, path: list[ast.AST]) -> Scope:
        """The scope that names at the end of `path` (outermost node first) are looked up in."""
        scope = self.scope
        for node, inner in zip(path, [*path[1:], None], strict=False):
            if opens_scope(node) and inner is not None and is_inside(node, inner):
                scope = child_scope(scope, node, block)
        return scope


def child_scope(parent: Scope, node: ast.AST, block: int) -> Scope:
    """The scope that `node` opens, made once per module version."""
    memo = parent.module.memo
    key = ("scope", id(node))
    if key not in memo:
        memo[key] = Scope(_kind(node), node, parent, parent.module, block)
    return memo[key]  # type: ignore[no-any-return]


def opens_scope(node: ast.AST) -> bool:
    return isinstance(node, (ast.ClassDef, ast.Lambda, *FunctionNode, *Comprehension))


def _kind(node: ast.AST) -> str:
    if isinstance(node, ast.ClassDef):
        return "class"
    return "comprehension" if isinstance(node, Comprehension) else "function"


def is_inside(node: ast.AST, inner: ast.AST) -> bool:
    """Whether `inner`, a child of `node`, is evaluated in the scope that `node` opens."""
    if isinstance(node, ast.ClassDef):
        return isinstance(inner, ast.stmt)
    if isinstance(node, FunctionNode):
        return isinstance(inner, (ast.stmt, ast.arg))
    if isinstance(node, ast.Lambda):
        return inner is node.body
    first = node.generators[0].iter  # type: ignore[attr-defined]
    return inner is not first
