"""Names in an admin class that its model does not have, where all of the model is known."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.facts import api
from cheatsheet_ls.features.diagnostics.admin_model import model_of
from cheatsheet_ls.features.diagnostics.classes import MODEL, body_class, is_complete, mro
from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Rule, Severity
from cheatsheet_ls.features.diagnostics.fields import literal_strings
from cheatsheet_ls.features.diagnostics.model_fields import Fields, fields_of
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.language.python import finding
from cheatsheet_ls.language.python.literals import text
from cheatsheet_ls.language.python.resolver import Resolver
from cheatsheet_ls.language.python.values import UserClass

ADMIN = "django.contrib.admin.options.ModelAdmin"

# Option, its code, and whether it may name whatever the model or the admin class has.
OPTIONS = {
    "date_hierarchy": ("admin.E127", False),
    "list_display": ("admin.E108", True),
    "list_filter": ("admin.E116", False),
    "ordering": ("admin.E033", False),
    "readonly_fields": ("admin.E035", True),
}
BY_FIELD = ("date_hierarchy", "list_filter")  # options that know fields by their own names alone
_BY_CODE = {
    code: Rule(
        code,
        Severity.ERROR,
        "The admin site looks the name up in the model"
        + (" and in the class itself" if anything else "")
        + ": a name that is not there stops every command.",
        f"django.contrib.admin.ModelAdmin.{option}",
    )
    for option, (code, anything) in OPTIONS.items()
}
RULES = tuple(_BY_CODE.values())
NODES = (ast.Assign,)


def check(at: Node) -> Iterator[Diagnostic]:
    node = at.node
    assert isinstance(node, ast.Assign)
    target = node.targets[0]
    if not isinstance(target, ast.Name) or target.id not in OPTIONS or at.guarded:
        return
    cls = body_class(at)
    if cls is None or at.around[-1] is not cls.node or ADMIN not in mro(at, cls):
        return
    model = model_of(at, cls) if is_complete(at, cls) else None
    fields = fields_of(at, model) if model is not None else None
    if model is None or fields is None:
        return
    code, anything = OPTIONS[target.id]
    for one in _names(target.id, node.value):
        name = str(one.value)
        if name == "pk" and target.id in BY_FIELD:
            message = "pk is no field: name the primary key as the model does."
            yield _BY_CODE[code].at(at.span(one), message, at.release)
        elif not _is_there(at, cls, model, fields, name.removeprefix("-"), anything=anything):
            message = f"{model.node.name} has no {name.removeprefix('-')}."
            yield _BY_CODE[code].at(at.span(one), message, at.release)


def _names(option: str, value: ast.expr) -> list[ast.Constant]:
    if option == "date_hierarchy":
        return [value] if isinstance(value, ast.Constant) and text(value) else []
    return list(literal_strings(value))


def _is_there(
    at: Node, cls: UserClass, model: UserClass, fields: Fields, name: str, *, anything: bool
) -> bool:
    """In doubt it is: paths over relations, names by which other models are reached, and what
    Django makes of fields.
    """
    if "__" in name or name in ("", "?", "pk", "_order") or not name.isidentifier():
        return True
    if name in fields.columns or name in fields.many:
        return True
    relations = at.file.workspace.relations()
    if name.lower() in relations or f".{name}" in relations or name.endswith("_set"):
        return True
    if not anything:
        return False
    if name in fields.others or name.startswith("get_") or api.find_member(MODEL, name):
        return True
    return _has(at, cls, name)


def _has(at: Node, cls: UserClass, name: str) -> bool:
    r = Resolver(at.file.module)
    return any(finding.find(r, cls, one) is not None for one in (name, "__getattr__"))
