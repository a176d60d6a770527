"""Names imported or read from Django's modules that its releases have dropped or will drop."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.facts import api
from cheatsheet_ls.features.diagnostics import aging, renaming
from cheatsheet_ls.features.diagnostics.aging import Aged
from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix
from cheatsheet_ls.features.diagnostics.replacements import MODULES, NAMES, REMOVED_FIELDS
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.features.diagnostics.versions import told, where_versions_count
from cheatsheet_ls.features.edits import TextEdit
from cheatsheet_ls.language.python.values import Api
from cheatsheet_ls.model import Span

RULES = aging.RULES
NODES = (ast.ImportFrom, ast.Import, ast.Attribute)


def check(at: Node) -> Iterator[Diagnostic]:
    if not where_versions_count(at):
        return
    if isinstance(at.node, ast.ImportFrom):
        yield from _from(at, at.node)
    elif isinstance(at.node, ast.Import):
        for alias in at.node.names:
            if alias.name.startswith("django."):
                yield from _told(at, alias.name, alias.name, at.span(alias), ())
    elif isinstance(at.node, ast.Attribute):
        yield from _attribute(at, at.node)


def _from(at: Node, node: ast.ImportFrom) -> Iterator[Diagnostic]:
    module = node.module or ""
    if node.level or not module.startswith("django"):
        return
    gone = list(_told(at, module, module, _module_span(at, module), _moved(at, node)))
    yield from gone
    for alias in [] if gone else node.names:
        path = f"{module}.{alias.name}"
        found = list(_told(at, path, alias.name, at.span(alias), ()))
        if found:
            new = NAMES.get(path)
            fixes = _fixes(new, renaming.of_import(at, alias, new)) if new else ()
            yield from _told(at, path, alias.name, at.span(alias), fixes)


def _moved(at: Node, node: ast.ImportFrom) -> tuple[Fix, ...]:
    """The same names from the module they are in today."""
    new, span = MODULES.get(node.module or ""), _module_span(at, node.module or "")
    if new is None or at.text(span) != node.module:
        return ()
    return (Fix(f"Import from {new}", (TextEdit(span, new),)),)


def _module_span(at: Node, module: str) -> Span:
    """The words behind `from`; the statement where they stand elsewhere."""
    start = at.span().start + len("from ")
    is_there = at.file.document.text.startswith(module, start)
    return Span(start, start + len(module)) if is_there else at.span()


def _attribute(at: Node, node: ast.Attribute) -> Iterator[Diagnostic]:
    owner = at.value(node.value)
    if not isinstance(owner, Api) or not owner.path.startswith("django"):
        return
    if api.kind(owner.path) != "module" or _is_imported(node):
        return
    path, end = f"{owner.path}.{node.attr}", at.span().end
    span = Span(end - len(node.attr), end)
    if list(_told(at, path, node.attr, span, ())):
        new = NAMES.get(path)
        fixes = _fixes(new, renaming.of_attribute(at, new)) if new else ()
        yield from _told(at, path, node.attr, span, fixes)


def _is_imported(node: ast.Attribute) -> bool:
    """`django.utils.baseconv.x` is told at its `import django.utils.baseconv`."""
    owner: ast.expr = node.value
    while isinstance(owner, ast.Attribute):
        owner = owner.value
    return isinstance(owner, ast.Name) and owner.id == "django"


def _fixes(new: str, edits: tuple[TextEdit, ...]) -> tuple[Fix, ...]:
    return (Fix(f"Use {new.rpartition('.')[2]}", edits),) if edits else ()


def _told(
    at: Node, path: str, title: str, span: Span, fixes: tuple[Fix, ...]
) -> Iterator[Diagnostic]:
    versions = told(path)
    if versions is None:
        return
    if api.canonical(path) in REMOVED_FIELDS and at.file.django.is_past(versions.removed):
        return  # a system check tells it where the field is used
    found = aging.problem(Aged(title, path, versions), span, at.file.django, fixes)
    if found is not None:
        yield found
