"""`ForeignKey` and `OneToOneField` without `on_delete`: the file cannot even be imported."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics.calls import called, is_constant, is_open, keywords
from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix, Rule, Severity
from cheatsheet_ls.features.diagnostics.edit_calls import with_argument
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.features.imports import Spelling

RELATIONS = {
    "django.db.models.fields.related.ForeignKey": "ForeignKey",
    "django.db.models.fields.related.OneToOneField": "OneToOneField",
}
RULE = Rule(
    "missing-on-delete",
    Severity.ERROR,
    "Without `on_delete` Python raises `TypeError` when the file is imported, so no command and no "
    "page works.",
    "kwarg:django.db.models.ForeignKey.on_delete",
)
RULES = (RULE,)
NODES = (ast.Call,)


def check(at: Node) -> Iterator[Diagnostic]:
    call = at.node
    assert isinstance(call, ast.Call)
    if is_open(call) or len(call.args) > 1 or "on_delete" in keywords(call):
        return
    name = RELATIONS.get(called(at) or "")
    if name is None or not (call.args or "to" in keywords(call)):
        return  # nothing between the brackets: somebody is typing
    ways = ["CASCADE", "PROTECT"]
    if is_constant(keywords(call).get("null"), True):
        ways.insert(0, "SET_NULL")
    fixes = tuple(_fix(at, call, way) for way in ways)
    message = f"{name} needs on_delete: what happens to this row when the other one is deleted."
    yield RULE.at(at.span(call.func), message, at.release, fixes)


def _fix(at: Node, call: ast.Call, way: str) -> Fix:
    to = call.args[0] if call.args else next(one for one in call.keywords if one.arg == "to")
    document, tree = at.file.document, at.file.module.tree
    spelled = Spelling(document.text, tree).adapt(
        ("from django.db import models",), f"models.{way}"
    )
    argument = with_argument(at, call, f"on_delete={spelled.body}", to)
    return Fix(f"Add on_delete={way}", (*spelled.edits, argument), safe=False)
