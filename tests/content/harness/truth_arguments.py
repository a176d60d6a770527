"""Which keyword arguments a callable takes, `**kwargs` followed through the bases of a class."""

from __future__ import annotations

import inspect
import re
from typing import Any

from .truth_paths import CONVENTIONS, MISSING, resolve


def kwarg(name: str) -> bool | None:
    path, _, argument = name.rpartition(".")
    found, callable_ = resolve(path)
    if f"kwarg:{name}" in CONVENTIONS or (found and argument in parameters(callable_)):
        return True
    open_ended = found and not isinstance(callable_, type) and _takes_anything(callable_)
    return None if open_ended else False


def _takes_anything(function: Any) -> bool:
    """`**kwargs` that the function hands to something its caller names."""
    try:
        kinds = {p.kind for p in inspect.signature(function).parameters.values()}
    except (TypeError, ValueError):
        return False
    return inspect.Parameter.VAR_KEYWORD in kinds


def parameters(callable_: Any) -> dict[str, Any]:
    """Every keyword the callable takes, with its default, `**kwargs` followed to where they end."""
    known: dict[str, Any] = {}
    for function in _functions(callable_):
        try:
            signature = inspect.signature(function)
        except (TypeError, ValueError):
            continue
        kinds = {p.kind for p in signature.parameters.values()}
        for parameter in signature.parameters.values():
            known.setdefault(parameter.name, parameter.default)
            if parameter.kind is parameter.VAR_POSITIONAL:  # `*expressions` takes an `expression`
                known.setdefault(parameter.name.removesuffix("s"), MISSING)
        known |= {name: MISSING for name in _taken_from_kwargs(function) if name not in known}
        if inspect.Parameter.VAR_KEYWORD not in kinds:
            break
    return known


def _functions(callable_: Any) -> list[Any]:
    """The initialisers of a class from the nearest base on; a function stands for itself."""
    if isinstance(callable_, (staticmethod, classmethod)):
        callable_ = callable_.__func__
    if not isinstance(callable_, type):
        return [callable_, getattr(callable_, "__call__", callable_)]  # noqa: B004
    made = []
    for cls in callable_.__mro__:
        for name in ("__init__", "__new__"):
            if name in vars(cls) and cls is not object:
                function = vars(cls)[name]
                made.append(getattr(function, "__func__", function))
    return made


def _taken_from_kwargs(function: Any) -> set[str]:
    try:
        source = inspect.getsource(function)
    except (OSError, TypeError):
        return set()
    found = set(re.findall(r"""kwargs\.(?:pop|get|setdefault)\(\s*["'](\w+)""", source))
    return (
        found
        | set(re.findall(r"""kwargs\[["'](\w+)""", source))
        | set(re.findall(r"""["'](\w+)["'] in (?:\w*_)?kwargs""", source))
    )
