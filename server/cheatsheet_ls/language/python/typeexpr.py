"""Read the type expressions of the facts: `A.B`, `A[Elem]`, `Self`, `Elem`, `type[X]`, `iter[X]`,
`X|Y`.
"""

from __future__ import annotations

from cheatsheet_ls.language.python.values import (
    Api,
    ApiInstance,
    Builtin,
    Many,
    UserInstance,
    Value,
)

MODEL = "django.db.models.base.Model"


def value_of(expression: str, receiver: Value | None) -> Value | None:
    """The value that a member of this type has on `receiver`; None where nothing is known."""
    for part in _split(expression):
        value = _single(part, receiver)
        if value is not None:
            return value
    return None


def _split(expression: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for index, char in enumerate(expression):
        depth += (char == "[") - (char == "]")
        if char == "|" and depth == 0:
            parts.append(expression[start:index])
            start = index + 1
    parts.append(expression[start:])
    return [part.strip() for part in parts if part.strip()]


def _single(part: str, receiver: Value | None) -> Value | None:
    if part == "Self":
        return receiver
    if part == "Elem":
        return element_of(receiver)
    head, _, inner = part.partition("[")
    inner = inner[:-1] if inner.endswith("]") else inner
    if head == "type":
        return class_of(value_of(inner, receiver))
    if head == "iter":
        return Many(value_of(inner, receiver))
    if head.startswith("builtins."):
        return Builtin(head[9:])
    if "." not in head:
        return None
    elem = value_of(inner, receiver) if inner else None
    return ApiInstance(head, elem)


def element_of(value: Value | None) -> Value | None:
    """What a QuerySet, manager or generic view is about; some model where that is not known."""
    elem = value.elem if isinstance(value, (ApiInstance, UserInstance)) else None
    return elem if elem is not None else ApiInstance(MODEL)


def class_of(value: Value | None) -> Value | None:
    if isinstance(value, ApiInstance):
        return Api(value.cls)
    if isinstance(value, UserInstance):
        return value.cls
    return None
