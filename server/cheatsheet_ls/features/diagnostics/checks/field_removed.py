"""Model fields of former times, of which a system check is all that is left."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.facts import api
from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix, Rule, Severity
from cheatsheet_ls.features.diagnostics.edit_calls import with_argument
from cheatsheet_ls.features.diagnostics.fields import Field, field_at
from cheatsheet_ls.features.diagnostics.replacements import REMOVED_FIELDS
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.features.edits import TextEdit
from cheatsheet_ls.features.imports import Spelling

_BY_PATH = {
    path: Rule(
        code,
        Severity.ERROR,
        "Django keeps the class for old migrations only: a model that uses it stops every command.",
        path,
    )
    for path, code in REMOVED_FIELDS.items()
}
RULES = tuple(_BY_PATH.values())
NODES = (ast.Call,)

# Old field → the new one, and the arguments it needs besides.
NEW = {
    "fields.E900": ("GenericIPAddressField", ""),
    "fields.E903": ("BooleanField", "null=True"),
    "fields.E904": ("JSONField", ""),
}


def check(at: Node) -> Iterator[Diagnostic]:
    field = field_at(at)
    rule = _BY_PATH.get(field.path) if field is not None else None
    if field is None or rule is None or not at.file.django.known:
        return
    versions = api.versions(field.path)
    if not at.file.django.is_past(versions.removed):
        return
    instead = (versions.instead or "").replace("`", "")
    message = f"{field.kind} was removed in Django {versions.removed}: use {instead}."
    yield field.problem(rule, message, None, _fix(field, rule.code))


def _fix(field: Field, code: str) -> Fix | None:
    new, argument = NEW.get(code, ("", ""))
    if not new or (argument and (field.call.args or "null" in field.given)):
        return None
    document, tree = field.at.file.document, field.at.file.module.tree
    spelled = Spelling(document.text, tree).adapt(
        ("from django.db import models",), f"models.{new}"
    )
    edits = [*spelled.edits, TextEdit(field.at.span(field.call.func), spelled.body)]
    if argument:
        edits.append(with_argument(field.at, field.call, argument, None))
    return Fix(f"Use {new}", tuple(edits), safe=code == "fields.E903")
