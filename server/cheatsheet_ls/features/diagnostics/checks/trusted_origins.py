"""`CSRF_TRUSTED_ORIGINS` without a scheme, which Django 4.0 and later refuse."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix, Rule, Severity
from cheatsheet_ls.features.diagnostics.lists import setting_at, texts
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.features.diagnostics.versions import where_versions_count
from cheatsheet_ls.features.edits import TextEdit
from cheatsheet_ls.model import Span

RULE = Rule(
    "4_0.E001",
    Severity.ERROR,
    "An origin begins with its scheme: without it no command works.",
    "setting:CSRF_TRUSTED_ORIGINS",
)
RULES = (RULE,)
NODES = (ast.Assign,)


def check(at: Node) -> Iterator[Diagnostic]:
    if setting_at(at) != "CSRF_TRUSTED_ORIGINS" or not where_versions_count(at):
        return
    node = at.node
    assert isinstance(node, ast.Assign)
    if not at.file.django.is_past("4.0"):
        return
    for one in texts(node.value):
        origin = str(one.value)
        if "://" not in origin:
            span = at.span(one)
            text = at.text(span)
            opening = span.start + text.index(text[-1])
            edit = TextEdit(Span(opening + 1, opening + 1), "https://")
            fix = Fix("Add https://", (edit,), safe=False)
            message = f'"{origin}" needs a scheme, such as https://.'
            yield RULE.at(span, message, at.release, (fix,))
