"""Defaults and attribute values as short Python source; None for what says nothing by itself."""

from __future__ import annotations

import ast
import enum
import inspect
import types
from typing import Any

LONGEST = 60
# Stand for "nothing was given": what really happens then, only the code knows.
SENTINELS = {"NOT_PROVIDED", "empty", "EMPTY", "NotPassed", "NOTSET", "_NotPassed"}


def defaults(thing: Any, skip_first: bool = False) -> dict[str, str | None]:
    """The default of each parameter that has one."""
    try:
        found = list(inspect.signature(thing).parameters.values())
    except (TypeError, ValueError):
        return {}
    return {
        parameter.name: source(parameter.default)
        for parameter in found[1 if skip_first else 0 :]
        if parameter.default is not parameter.empty
    }


def source(value: Any) -> str | None:
    if isinstance(value, (set, frozenset)) and len(value) > 1:
        return None  # in another order each time
    if isinstance(value, enum.Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, (type, types.FunctionType)):
        return named(value.__qualname__)
    if type(value).__module__ != "builtins":
        return None
    text = repr(value)
    return text if len(text) <= LONGEST and is_literal(text) else None


def named(name: str) -> str | None:
    return None if "<" in name or name in SENTINELS else name


def is_literal(text: str) -> bool:
    try:
        ast.literal_eval(text)
    except (ValueError, SyntaxError, TypeError):
        return text == "set()"
    return True
