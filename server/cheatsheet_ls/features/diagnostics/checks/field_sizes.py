"""Lengths and digits that columns need: the system checks of `CharField` and `DecimalField`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics.databases import may_be_unlimited
from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix, Rule, Severity
from cheatsheet_ls.features.diagnostics.edit_calls import with_argument, without_argument
from cheatsheet_ls.features.diagnostics.fields import Field, field_at
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.features.edits import TextEdit

LENGTH = Rule(
    "fields.E120",
    Severity.ERROR,
    "The project's database has no text columns without a limit: no command works before the "
    "length is given.",
)
POSITIVE = Rule(
    "fields.E121", Severity.ERROR, "A length is a number above zero: no command works before it is."
)
PLACES = Rule(
    "fields.E130",
    Severity.ERROR,
    "A decimal column needs to know how many of its digits stand behind the point.",
)
PLACES_NUMBER = Rule(
    "fields.E131", Severity.ERROR, "There cannot be fewer than zero digits behind the point."
)
DIGITS = Rule(
    "fields.E132", Severity.ERROR, "A decimal column needs to know how many digits it holds in all."
)
DIGITS_NUMBER = Rule("fields.E133", Severity.ERROR, "A number without digits cannot be stored.")
MORE_PLACES = Rule(
    "fields.E134", Severity.ERROR, "The digits behind the point are a part of all the digits."
)
IGNORED = Rule(
    "fields.W122",
    Severity.WARNING,
    "Numbers have no `max_length`: Django passes over it, and larger numbers are stored all the "
    "same.",
)
RULES = (LENGTH, POSITIVE, PLACES, PLACES_NUMBER, DIGITS, DIGITS_NUMBER, MORE_PLACES, IGNORED)
NODES = (ast.Call,)

TEXTS = ("CharField", "SlugField", "EmailField", "URLField")
NUMBERS = (
    "IntegerField",
    "BigIntegerField",
    "SmallIntegerField",
    "PositiveIntegerField",
    "PositiveBigIntegerField",
    "PositiveSmallIntegerField",
)


def check(at: Node) -> Iterator[Diagnostic]:
    field = field_at(at)
    if field is None:
        return
    if field.kind in TEXTS:
        yield from _length(field)
    elif field.kind == "DecimalField":
        yield from _digits(field)
    elif field.kind in NUMBERS and isinstance(field.constant("max_length"), int):
        keyword = field.keyword("max_length")
        assert keyword is not None
        fix = Fix("Remove max_length", (without_argument(field.at, field.call, keyword),))
        message = f"max_length has no effect on {field.kind}."
        yield field.problem(IGNORED, message, field.span_of("max_length"), fix)


def _length(field: Field) -> Iterator[Diagnostic]:
    given = field.constant("max_length")
    missing = "max_length" not in field.given or given is None
    if missing and (field.kind == "CharField" or given is None):
        if not may_be_unlimited(field.at.file):
            fix = _adding(field, "max_length=255") if "max_length" not in field.given else None
            yield field.problem(LENGTH, f"{field.kind} needs max_length.", None, fix)
    elif isinstance(given, (bool, str, float)) or (isinstance(given, int) and given <= 0):
        message = "max_length must be a number above zero."
        yield field.problem(POSITIVE, message, field.span_of("max_length"))


def _digits(field: Field) -> Iterator[Diagnostic]:
    places, digits = field.constant("decimal_places"), field.constant("max_digits")
    wrong = [*_number(field, "decimal_places", 0), *_number(field, "max_digits", 1)]
    yield from wrong
    if not wrong and isinstance(places, int) and isinstance(digits, int) and places > digits:
        message = f"decimal_places is {places}, more than the {digits} digits in all."
        yield field.problem(MORE_PLACES, message, field.span_of("max_digits"))


def _number(field: Field, name: str, least: int) -> Iterator[Diagnostic]:
    needed, valid = (PLACES, PLACES_NUMBER) if least == 0 else (DIGITS, DIGITS_NUMBER)
    given = field.constant(name)
    if name not in field.given or given is None:
        if field.at.file.django.known and not field.at.file.django.reaches("6.1"):
            fix = _adding_digits(field) if name not in field.given else None
            yield field.problem(needed, f"DecimalField needs {name}.", None, fix)
    elif isinstance(given, int) and not isinstance(given, bool) and given < least:
        message = f"{name} must be a number {'from zero on' if least == 0 else 'above zero'}."
        yield field.problem(valid, message, field.span_of(name))


def _adding(field: Field, *arguments: str) -> Fix:
    digits = field.keyword("max_digits") or field.keyword("decimal_places")
    after = digits or (field.call.args[-1] if field.call.args else None)
    edits: list[TextEdit] = [with_argument(field.at, field.call, ", ".join(arguments), after)]
    return Fix(f"Add {' and '.join(arguments)}", tuple(edits), safe=False)


def _adding_digits(field: Field) -> Fix:
    wanted = {"max_digits": "10", "decimal_places": "2"}
    return _adding(field, *(f"{k}={v}" for k, v in wanted.items() if k not in field.given))
