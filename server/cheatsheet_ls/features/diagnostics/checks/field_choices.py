"""`max_length` too small for a choice, where the choices are written down."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix, Rule, Severity
from cheatsheet_ls.features.diagnostics.fields import Field, field_at
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.features.edits import TextEdit
from cheatsheet_ls.language.python.scopes import Scope

RULE = Rule(
    "fields.E009",
    Severity.ERROR,
    "The longest choice does not fit into the column: saving it fails or cuts it.",
)
RULES = (RULE,)
NODES = (ast.Call,)


def check(at: Node) -> Iterator[Diagnostic]:
    field = field_at(at)
    length = field.constant("max_length") if field else None
    if field is None or not isinstance(length, int) or isinstance(length, bool):
        return
    longest = max(_lengths(_literal(field)), default=0)
    keyword = field.keyword("max_length")
    if longest <= length or length < 1 or keyword is None:
        return
    fix = Fix(f"Use max_length={longest}", (TextEdit(at.span(keyword.value), str(longest)),))
    message = f"The longest choice has {longest} characters, more than max_length={length}."
    yield field.problem(RULE, message, at.span(keyword), fix)


def _literal(field: Field) -> ast.expr | None:
    """The choices as written in the call, or in the one assignment of the name it gives."""
    node = field.given.get("choices")
    if not isinstance(node, ast.Name):
        return node
    scope: Scope | None = field.at.scope
    while scope is not None:
        found = scope.find(node.id)
        if found:
            binding = found[0][1]
            return binding.value if len(found) == 1 and binding.how == "assign" else None
        scope = scope.parent
    return None


def _lengths(node: ast.expr | None) -> Iterator[int]:
    """Of the stored values; of groups those inside."""
    if isinstance(node, ast.Dict):
        pairs = list(zip(node.keys, node.values, strict=True))
    elif isinstance(node, (ast.List, ast.Tuple)):
        pairs = [
            (one.elts[0], one.elts[1])
            for one in node.elts
            if isinstance(one, (ast.List, ast.Tuple)) and len(one.elts) == 2
        ]
    else:
        return
    for value, shown in pairs:
        if isinstance(shown, (ast.List, ast.Tuple, ast.Dict)):
            yield from _lengths(shown)
        elif isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield len(value.value)
