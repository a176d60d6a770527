"""The routes of a project: which view each leads to, and the full name that reverses it.

Only what is written out is known; URLconfs that code builds contribute nothing.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cheatsheet_ls.language.project.apps import url_namespace
from cheatsheet_ls.language.python.literals import text
from cheatsheet_ls.language.python.module import Module
from cheatsheet_ls.language.python.resolver import Resolver
from cheatsheet_ls.language.python.values import UserModule
from cheatsheet_ls.language.workspace import Workspace

MAX_FILES = 200  # URLconfs of one project
_CALLS = frozenset({"path", "re_path", "url"})
_PARAMETER = re.compile(r"<(?:(\w+):)?(\w+)>")
_GROUP = re.compile(r"\(\?P<(\w+)>")


@dataclass(frozen=True, slots=True)
class Route:
    """One `path()`: its pattern as written, the last name of its view (`BookListView`), and its
    name with its namespaces; `file` is where it stands.
    """

    pattern: str
    view: str
    name: str | None
    namespaces: tuple[str, ...]
    file: Path
    is_regex: bool = False

    @property
    def full_name(self) -> str | None:
        return ":".join((*self.namespaces, self.name)) if self.name else None

    @property
    def parameters(self) -> dict[str, str]:
        """The name of each parameter and its converter."""
        if self.is_regex:
            return dict.fromkeys(_GROUP.findall(self.pattern), "str")
        return {name: kind or "str" for kind, name in _PARAMETER.findall(self.pattern)}


@dataclass(frozen=True, slots=True)
class Urls:
    """`files` are all the URLconfs with their namespaces, `reached` those the root leads to."""

    routes: tuple[Route, ...] = ()
    files: Mapping[Path, tuple[str, ...]] = field(default_factory=dict)
    reached: frozenset[Path] = frozenset()

    def of_view(self, name: str, folder: Path) -> Route | None:
        """The route of a view of the app in `folder`; its own URLconf may lie elsewhere."""
        found = [one for one in self.routes if one.view == name]
        near = [one for one in found if folder in one.file.parents]
        return next(iter(near or found), None)


def urls_of(workspace: Workspace, root: Path | None, *others: Path) -> Urls:
    """All that the root URLconf leads to, and the others where they are not among it."""
    files: dict[Path, tuple[str, ...]] = {}
    routes: list[Route] = []
    if root is not None:
        _read(workspace, root, (), True, files, routes)
    reached = frozenset(files)
    for path in others:
        _read(workspace, path, (), False, files, routes)
    return Urls(tuple(routes), files, reached)


def _read(
    workspace: Workspace,
    path: Path,
    around: tuple[str, ...],
    is_root: bool,
    files: dict[Path, tuple[str, ...]],
    routes: list[Route],
) -> None:
    module = workspace.read_module(path)
    if module is None or path in files or len(files) >= MAX_FILES:
        return
    own = None if is_root else url_namespace(module.tree.text)
    namespaces = (*around, own) if own else around
    files[path] = namespaces
    for call, block in _calls(module):
        included = _include(call)
        if included is None:
            routes.append(_route(call, namespaces, path))
            continue
        target, named = _target(module, included, block)
        if target is not None:
            inner = (*namespaces, named) if named else namespaces
            _read(workspace, target, inner, bool(named), files, routes)


def _calls(module: Module) -> Iterator[tuple[ast.Call, int]]:
    for index, block in enumerate(module.tree.blocks):
        if "path(" in block.text or "url(" in block.text:
            for statement in block.body:
                for node in ast.walk(statement):
                    if isinstance(node, ast.Call) and _name(node.func) in _CALLS and node.args:
                        yield node, index


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _include(call: ast.Call) -> ast.Call | None:
    view = call.args[1] if len(call.args) > 1 else None
    is_include = isinstance(view, ast.Call) and _name(view.func) == "include" and view.args
    return view if is_include and isinstance(view, ast.Call) else None


def _target(module: Module, include: ast.Call, block: int) -> tuple[Path | None, str | None]:
    """The file an `include()` leads to, and the namespace that a tuple gives it."""
    what: ast.expr = include.args[0]
    named: str | None = None
    if isinstance(what, ast.Tuple) and len(what.elts) == 2:
        named = text(what.elts[1])
        what = what.elts[0]
    dotted = text(what)
    if dotted is not None:
        found = module.workspace.find_module(dotted, module.path)
        return (found.path if found else None), named
    value = Resolver(module).evaluate(what, module.scope, block)
    return (value.module.path if isinstance(value, UserModule) else None), named


def _route(call: ast.Call, namespaces: tuple[str, ...], path: Path) -> Route:
    name = next((text(one.value) for one in call.keywords if one.arg == "name"), None)
    if name is None and len(call.args) > 3:
        name = text(call.args[3])
    pattern, is_regex = text(call.args[0]) or "", _name(call.func) != "path"
    return Route(pattern, _view(call), name, namespaces, path, is_regex)


def _view(call: ast.Call) -> str:
    """`BookListView` of `views.BookListView.as_view()`, also inside a decorator's call."""
    view = next((one.value for one in call.keywords if one.arg == "view"), None)
    view = call.args[1] if len(call.args) > 1 else view
    while isinstance(view, ast.Call):
        if isinstance(view.func, ast.Attribute) and view.func.attr == "as_view":
            return _name(view.func.value)
        view = view.args[0] if view.args else None
    return _name(view) if view is not None else ""
