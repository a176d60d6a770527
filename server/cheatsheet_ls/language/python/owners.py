"""The API class, module or callable that decides which names are legal at a place."""

from __future__ import annotations

from cheatsheet_ls.facts import api
from cheatsheet_ls.language.python import callables, classes, members
from cheatsheet_ls.language.python.resolver import Resolver
from cheatsheet_ls.language.python.values import (
    Api,
    ApiInstance,
    Foreign,
    Method,
    Super,
    UserClass,
    UserInstance,
    Value,
)
from cheatsheet_ls.model import Symbol


def owner_of(r: Resolver, value: Value | None) -> Symbol | None:
    """The API module or class whose names may follow a dot."""
    if isinstance(value, Api):
        if api.kind(value.path) == "value" and value.path != "django.conf.settings":
            value = members.instance_value(value)
        else:
            return Symbol(api.public(value.path))
    if isinstance(value, ApiInstance):
        if value.cls in ("django.conf.LazySettings",):
            return Symbol("django.conf.settings")
        path = members.QUERYSET if _is_manager(value.cls) else value.cls
        return Symbol(api.public(path)) if api.class_(path) is not None else None
    if isinstance(value, (UserInstance, UserClass, Super, Foreign)):
        ancestors = classes.api_ancestors(r, value)
        nearest = next((a for a in ancestors if api.class_(a) is not None), None)
        if nearest is not None and _is_manager(nearest):
            nearest = members.QUERYSET
        return Symbol(api.public(nearest)) if nearest else None
    return None


def _is_manager(path: str) -> bool:
    return members.BASE_MANAGER in api.mro(path)


def owner_of_callable(callee: Value) -> Symbol | None:
    """The callable as people import it; a user's class by the nearest API class."""
    path = callables.path_of(callee)
    if path is None and isinstance(callee, (UserClass, Foreign)):
        path = next(iter(classes.api_ancestors(Resolver(), callee)), None)
    if path is None:
        return None
    if isinstance(callee, Method):
        return Symbol(f"{api.public(callee.owner)}.{callee.member.name}")
    return Symbol(api.public(path)) if api.keywords(path) or api.class_(path) else None
