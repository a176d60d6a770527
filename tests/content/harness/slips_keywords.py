"""Keywords of calls in code that the run may not have reached."""

from __future__ import annotations

import ast
import inspect
from typing import Any

from .example import Failed

# Methods of a manager that take fields and lookups.
BY_FIELD = {"filter", "exclude", "get", "create", "get_or_create", "update_or_create"}
BY_FIELD |= {"aget", "acreate", "aget_or_create", "aupdate_or_create"}


def check(call: ast.Call, callee: Any) -> None:
    if (model := _model_of(callee)) is not None:
        _check_lookups(call, model)
        return
    known = _known(callee)
    for keyword in call.keywords:
        if known is not None and keyword.arg and keyword.arg not in known:
            raise Failed(f"{ast.unparse(call.func)}() takes no {keyword.arg}=")


def _model_of(method: Any) -> Any:
    """The model of `Book.objects.filter`; a query set may have got further names."""
    from django.db.models import Manager

    owner = getattr(method, "__self__", None)
    by_field = getattr(method, "__name__", "") in BY_FIELD
    return owner.model if by_field and isinstance(owner, Manager) else None


def _check_lookups(call: ast.Call, model: Any) -> None:
    """`Book.objects.filter(titel="…")`: fields there are, lookups the field has."""
    from django.core.exceptions import FieldError
    from django.db.models.sql import Query

    for keyword in call.keywords:
        if keyword.arg in (None, "defaults", "create_defaults"):
            continue
        try:
            lookups, parts, _ = Query(model).solve_lookup_type(keyword.arg)
        except FieldError as error:
            raise Failed(f"{ast.unparse(call.func)}(): {error}") from None
        field = Query(model).names_to_path(parts, model._meta)[1]
        known = (field.get_lookup, field.get_transform) if hasattr(field, "get_lookup") else ()
        if known and lookups and not any(find(lookups[0]) for find in known):
            raise Failed(f"{ast.unparse(call.func)}(): no lookup {lookups[0]} of {keyword.arg}")


def _known(callee: Any) -> set[str] | None:
    """What it takes; None where it takes anything, or cannot be asked."""
    if inspect.isfunction(callee):
        return _names(callee)
    if isinstance(callee, type) and type(callee) is type:
        return _of_class(callee)
    return None


def _of_class(cls: type) -> set[str] | None:
    """Each `__init__` hands what it does not know itself to that of the next base."""
    found: set[str] = set()
    if any(isinstance(vars(base).get("__new__"), staticmethod) for base in cls.__mro__):
        return None
    for base in cls.__mro__[:-1]:
        if "__init__" in vars(base):
            names = _names(vars(base)["__init__"])
            if names is not None:
                return found | names
            if not _hands_on(vars(base)["__init__"]):
                return None
            found |= set(inspect.signature(vars(base)["__init__"]).parameters)
    return None


def _hands_on(function: Any) -> bool:
    """What it does not know goes to the next base; `override_settings` keeps it."""
    try:
        source = inspect.getsource(function)
    except (OSError, TypeError):
        return False
    return "super().__init__(" in source and "**kwargs)" in source.rpartition("super()")[2]


def _names(function: Any) -> set[str] | None:
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return None
    if any(p.kind is p.VAR_KEYWORD for p in parameters):
        return None
    return {p.name for p in parameters}
