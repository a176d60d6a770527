"""`DEFAULT_FILE_STORAGE` and `STATICFILES_STORAGE` written as the one setting `STORAGES`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics.statements import whole_lines
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.features.edits import TextEdit, indent_unit, newline_of
from cheatsheet_ls.language.python.scopes import Binding
from cheatsheet_ls.model import Span

# Alias, old setting, Django's own storage.
_ALIASES = (
    ("default", "DEFAULT_FILE_STORAGE", "django.core.files.storage.FileSystemStorage"),
    ("staticfiles", "STATICFILES_STORAGE", "django.contrib.staticfiles.storage.StaticFilesStorage"),
)


def in_storages(at: Node) -> tuple[TextEdit, ...]:
    """Both settings become one, where the statement stands; none where that is not certain."""
    scope = at.file.module.scope
    if scope.find("STORAGES") or scope.stars:
        return ()
    bound = {name: scope.find(name) for _, name, _ in _ALIASES}
    if any(len(found) > 1 or _is_nested(at, found) for found in bound.values()):
        return ()
    text = at.file.document.text
    newline, unit = newline_of(text), indent_unit(text)
    lines = ["STORAGES = {"]
    for alias, name, standard in _ALIASES:
        value = bound[name][0][1].value if bound[name] else None
        written = at.text(_span(at, bound[name][0][0], value)) if value else f'"{standard}"'
        lines.append(f'{unit}"{alias}": {{"BACKEND": {written}}},')
    lines.append("}")
    return (TextEdit(at.span(), newline.join(lines)), *_others(at, bound))


def _is_nested(at: Node, found: list[tuple[int, Binding]]) -> bool:
    """In a condition, or not a plain text: what holds then is not known."""
    for block, binding in found:
        plain = isinstance(binding.value, ast.Constant) and isinstance(binding.value.value, str)
        if not plain or binding.node not in at.file.module.tree.blocks[block].body:
            return True
    return False


def _span(at: Node, block: int, node: ast.AST) -> Span:
    return Span(*at.file.module.tree.span(block, node))


def _others(at: Node, bound: dict[str, list[tuple[int, Binding]]]) -> Iterator[TextEdit]:
    for found in bound.values():
        for block, binding in found:
            if binding.node is not at.node:
                other = Node(at.file, binding.node, at.scope, block, (), False)
                yield TextEdit(whole_lines(other), "")
