"""Names of fields and models that lookups could not tell apart: Django's system checks."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics.calls import is_constant
from cheatsheet_ls.features.diagnostics.classes import is_model
from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix, Rule, Severity
from cheatsheet_ls.features.diagnostics.edit_calls import with_argument
from cheatsheet_ls.features.diagnostics.fields import Field, field_at
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.language.python.values import UserClass
from cheatsheet_ls.model import Span

ENDS = Rule(
    "fields.E001",
    Severity.ERROR,
    "Lookups join names by two underscores: the end would be unclear.",
)
DOUBLE = Rule(
    "fields.E002", Severity.ERROR, "Lookups join names by two underscores: the name would be cut."
)
PK = Rule(
    "fields.E003", Severity.ERROR, "`pk` means the primary key in every model, whatever its name."
)
ID = Rule(
    "models.E004",
    Severity.ERROR,
    "Django adds a primary key called `id`; another field of that name must be it.",
)
MODEL_ENDS = Rule(
    "models.E023",
    Severity.ERROR,
    "Lookups name a model, too, and join names by two underscores.",
)
MODEL_DOUBLE = Rule(
    "models.E024", Severity.ERROR, "Lookups name a model, too, and would cut it at the underscores."
)
KEYS = Rule(
    "models.E026",
    Severity.ERROR,
    "A table has one primary key; what belongs together is named in `UniqueConstraint`.",
)
RULES = (ENDS, DOUBLE, PK, ID, MODEL_ENDS, MODEL_DOUBLE, KEYS)
NODES = (ast.Call, ast.ClassDef)


def check(at: Node) -> Iterator[Diagnostic]:
    if isinstance(at.node, ast.ClassDef):
        yield from _model(at, at.node)
        return
    field = field_at(at)
    if field is None or field.kind == "GenericForeignKey":
        return
    span = _target(field)
    if field.constant("primary_key") is True and _has_other_key(field):
        yield field.problem(
            KEYS, "The model has another primary key.", field.span_of("primary_key")
        )
    if field.name.endswith("_"):
        yield field.problem(ENDS, "The name of a field must not end in an underscore.", span)
    elif "__" in field.name:
        message = "The name of a field must not hold two underscores in a row."
        yield field.problem(DOUBLE, message, span)
    elif field.name == "pk":
        yield field.problem(PK, "A field cannot be called pk.", span)
    elif field.name == "id" and field.constant("primary_key") in (..., False):
        yield from _id(field, span)


def _has_other_key(field: Field) -> bool:
    """Whether a field above it in the same class is the primary key, too."""
    body = getattr(field.at.scope.node, "body", [])
    for statement in body[: body.index(field.at.around[-1])]:
        call = statement.value if isinstance(statement, ast.Assign) else None
        for one in call.keywords if isinstance(call, ast.Call) else ():
            if one.arg == "primary_key" and is_constant(one.value, True):
                return True
    return False


def _id(field: Field, span: Span) -> Iterator[Diagnostic]:
    if not field.kind.endswith("Field") or "primary_key" in field.given:
        return
    if field.kind in ("ManyToManyField", "AutoField", "BigAutoField", "SmallAutoField"):
        return
    if "primary_key" in ast.unparse(field.at.scope.node or field.call):
        return  # another field is the key
    last = [*field.call.args, *field.call.keywords][-1:]
    edit = with_argument(field.at, field.call, "primary_key=True", last[0] if last else None)
    message = "A field called id must be the primary key."
    yield field.problem(ID, message, span, Fix("Add primary_key=True", (edit,), safe=False))


def _target(field: Field) -> Span:
    statement = field.at.around[-1]
    start = field.at.span(statement).start
    return Span(start, start + len(field.name))


def _model(at: Node, node: ast.ClassDef) -> Iterator[Diagnostic]:
    name = node.name
    wrong = name.startswith("_") or name.endswith("_")
    if not (wrong or "__" in name) or at.scope.kind != "module":
        return
    cls = UserClass(node, at.scope, at.block)
    if not is_model(at, cls) or _is_abstract(node):
        return
    rule = MODEL_ENDS if wrong else MODEL_DOUBLE
    words = "begin or end with an underscore" if wrong else "hold two underscores in a row"
    start = at.file.document.text.index(name, at.span().start + len("class"))
    message = f"The name of a model must not {words}."
    yield rule.at(Span(start, start + len(name)), message, at.release)


def _is_abstract(node: ast.ClassDef) -> bool:
    return any("abstract" in ast.unparse(one) for one in node.body if isinstance(one, ast.ClassDef))
