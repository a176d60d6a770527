"""Relations between models as Django's system checks look at them."""

from __future__ import annotations

import ast
import keyword as python
from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix, Rule, Severity
from cheatsheet_ls.features.diagnostics.edit_calls import with_argument, without_argument
from cheatsheet_ls.features.diagnostics.fields import Field, field_at
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.language.python.values import Api

INVALID_NAME = Rule(
    "fields.E306",
    Severity.ERROR,
    "The other model gets an attribute of that name, so it must be a name of Python, or end in `+` "
    "for none.",
)
UNDERSCORE = Rule(
    "fields.E308",
    Severity.ERROR,
    "Lookups join names by two underscores: the end would be unclear.",
)
DOUBLE = Rule(
    "fields.E309", Severity.ERROR, "Lookups join names by two underscores: the name would be cut."
)
NEEDS_NULL = Rule(
    "fields.E320",
    Severity.ERROR,
    "`SET_NULL` empties the column when the other row goes: it must be allowed to be empty.",
)
NEEDS_DEFAULT = Rule(
    "fields.E321", Severity.ERROR, "`SET_DEFAULT` needs a default that it can set."
)
UNIQUE_MANY = Rule(
    "fields.E330", Severity.ERROR, "A relation to many rows has no column that could be unique."
)
NULL_MANY = Rule(
    "fields.W340",
    Severity.WARNING,
    "A relation to many rows has no column that could be null; no rows at all is how it is empty.",
)
VALIDATED_MANY = Rule(
    "fields.W341", Severity.WARNING, "Validators of a relation to many rows are never called."
)
ONE = Rule(
    "fields.W342",
    Severity.WARNING,
    "A unique `ForeignKey` is a `OneToOneField`, which gives the other model one object instead of "
    "a manager.",
)
RULES = (
    INVALID_NAME,
    UNDERSCORE,
    DOUBLE,
    NEEDS_NULL,
    NEEDS_DEFAULT,
    UNIQUE_MANY,
    NULL_MANY,
    VALIDATED_MANY,
    ONE,
)
NODES = (ast.Call,)

TO_ONE = ("ForeignKey", "OneToOneField")
DELETION = "django.db.models.deletion."


def check(at: Node) -> Iterator[Diagnostic]:
    field = field_at(at)
    if field is None or field.kind not in (*TO_ONE, "ManyToManyField"):
        return
    yield from _name(field)
    if field.kind == "ManyToManyField":
        yield from _many(field)
    else:
        yield from _deletion(field)
    if field.kind == "ForeignKey" and field.constant("unique") is True:
        message = "ForeignKey(unique=True) is what OneToOneField is for."
        yield field.problem(ONE, message, field.span_of("unique"))


def _name(field: Field) -> Iterator[Diagnostic]:
    name, span = field.constant("related_name"), field.span_of("related_name")
    if not isinstance(name, str) or "%(" in name or name.endswith("+"):
        return
    if not name.isidentifier() or python.iskeyword(name):
        yield field.problem(INVALID_NAME, f'"{name}" is no name an attribute can have.', span)
    if "related_query_name" in field.given:
        return
    if name.endswith("_"):
        yield field.problem(UNDERSCORE, "related_name must not end in an underscore.", span)
    if "__" in name:
        yield field.problem(DOUBLE, "related_name must not hold two underscores in a row.", span)


def _deletion(field: Field) -> Iterator[Diagnostic]:
    node = field.given.get("on_delete") or next(iter(field.call.args[1:2]), None)
    value = field.at.value(node)
    way = value.path.removeprefix(DELETION) if isinstance(value, Api) else ""
    span = field.at.span(node) if node is not None else None
    may_be_null = "null" in field.given and field.constant("null") is not False
    if way == "SET_NULL" and not may_be_null and field.constant("primary_key") is not True:
        fix = None
        if "null" not in field.given and node is not None:
            after = field.keyword("on_delete") or node
            edit = with_argument(field.at, field.call, "null=True", after)
            fix = Fix("Add null=True", (edit,), safe=False)
        yield field.problem(NEEDS_NULL, "on_delete=SET_NULL needs null=True.", span, fix)
    elif way == "SET_DEFAULT" and "default" not in field.given:
        yield field.problem(NEEDS_DEFAULT, "on_delete=SET_DEFAULT needs a default.", span)


def _many(field: Field) -> Iterator[Diagnostic]:
    if field.constant("unique") is True:
        yield field.problem(
            UNIQUE_MANY, "ManyToManyField cannot be unique.", field.span_of("unique")
        )
    null = field.keyword("null")
    if null is not None:
        fix = Fix("Remove null", (without_argument(field.at, field.call, null),))
        message = "null has no effect on ManyToManyField."
        yield field.problem(NULL_MANY, message, field.at.span(null), fix)
    validators = field.given.get("validators")
    if isinstance(validators, (ast.List, ast.Tuple)) and validators.elts:
        message = "ManyToManyField does not call its validators."
        yield field.problem(VALIDATED_MANY, message, field.span_of("validators"))
