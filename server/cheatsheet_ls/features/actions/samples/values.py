"""A plausible value for a field, as source: short, valid, the same at each run."""

from __future__ import annotations

import ast
import json
from dataclasses import dataclass

from cheatsheet_ls.features.actions.words import human
from cheatsheet_ls.language.project.models import Field, Model
from cheatsheet_ls.language.python.finding import body_of
from cheatsheet_ls.language.python.values import UserClass

_DATETIME = "import datetime"
_FIXED = {
    "EmailField": ('"ada@example.com"', None),
    "URLField": ('"https://example.com/"', None),
    "BooleanField": ("True", None),
    "NullBooleanField": ("True", None),
    "DateField": ("datetime.date(2026, 1, 15)", _DATETIME),
    "TimeField": ("datetime.time(9, 30)", _DATETIME),
    "DurationField": ("datetime.timedelta(hours=1)", _DATETIME),
    "DateTimeField": ("timezone.now()", "from django.utils import timezone"),
    "UUIDField": ("uuid.uuid4()", "import uuid"),
    "JSONField": ("{}", None),
    "GenericIPAddressField": ('"192.0.2.1"', None),
    "FilePathField": ('""', None),
    "FloatField": ("1.5", None),
    "DecimalField": ("1", None),
}
_TEXTS = frozenset({"CharField", "TextField", "SlugField"})


@dataclass(frozen=True, slots=True)
class Value:
    """`text` is the string it is, for what is compared with it later."""

    source: str
    imports: tuple[str, ...] = ()
    text: str | None = None


def value_of(model: Model, one: Field) -> Value | None:
    """None for a kind of field nobody knows a value of."""
    chosen = _choice(model, one) if "choices" in one.options else None
    if chosen is not None:
        return Value(chosen)
    if one.kind in _TEXTS:
        return _text(one)
    if one.kind in _FIXED:
        source, needed = _FIXED[one.kind]
        text = ast.literal_eval(source) if source.startswith('"') else None
        return Value(source, (needed,) if needed else (), text)
    return Value("1") if one.kind.endswith("IntegerField") else None


def _text(one: Field) -> Value:
    words = f"Example {human(one.name)}"
    words = words.lower().replace(" ", "-") if one.kind == "SlugField" else words
    limit = one.options.get("max_length", "50" if one.kind == "SlugField" else "255")
    words = words[: int(limit)].rstrip(" -") if limit.isdecimal() else words[:7]
    return Value(f'"{words}"', text=words)


def _choice(model: Model, one: Field) -> str | None:
    """The first of the choices: a member of an inner class, or a written value."""
    node = ast.parse(one.options["choices"], mode="eval").body
    node = node.value if isinstance(node, ast.Attribute) and node.attr == "choices" else node
    if isinstance(node, ast.Name) and one.owner is not None:
        return _named(model, one.owner, node.id)
    return _first(node)


def _named(model: Model, owner: UserClass, name: str) -> str | None:
    for scope, inner in ((body_of(owner), True), (owner.scope, False)):
        bound = scope.find(name)
        if not bound:
            continue
        binding = bound[-1][1]
        if isinstance(binding.node, ast.ClassDef):
            return _member(binding.node, f"{model.name}.{name}" if inner else None)
        return _first(binding.value)
    return None


def _member(node: ast.ClassDef, prefix: str | None) -> str | None:
    for statement in node.body:
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            name = statement.targets[0].id
            return f"{prefix}.{name}" if prefix else _first(statement.value)
    return None


def _first(node: ast.expr | None) -> str | None:
    """The first value of `[("a", "A"), …]`, of groups of such, or of one pair."""
    if isinstance(node, (ast.List, ast.Tuple)) and node.elts:
        pair = node.elts[0]
        if isinstance(pair, ast.Tuple) and len(pair.elts) == 2:
            is_group = isinstance(pair.elts[1], (ast.List, ast.Tuple))
            return _first(pair.elts[1] if is_group else pair.elts[0])
        return _first(pair)
    if isinstance(node, ast.Constant):
        return json.dumps(node.value) if isinstance(node.value, str) else repr(node.value)
    return None
