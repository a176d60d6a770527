"""Whether a default that the sheet states as a literal is the real one."""

from __future__ import annotations

import ast
import inspect
from typing import Any

from .truth_arguments import parameters
from .truth_paths import MISSING, resolve

UNKNOWN = object()


def wrong_default(symbol: str, stated: str) -> str | None:
    try:
        claimed = ast.literal_eval(stated.strip("`"))
    except (ValueError, SyntaxError):
        return None
    real = _real(symbol)
    if real is UNKNOWN or _same(real, claimed):
        return None
    if real is None and symbol.startswith("kwarg:"):  # None stands for what the sheet names
        return None
    return f"default is {real!r}, not {claimed!r}"


def _real(symbol: str) -> Any:
    kind, _, name = symbol.partition(":")
    if kind == "kwarg":
        path, _, argument = name.rpartition(".")
        default = parameters(resolve(path)[1]).get(argument, MISSING)
    elif kind == "setting" and "." not in name:
        from django.conf import global_settings

        default = getattr(global_settings, name, MISSING)
    elif not name:
        default = resolve(symbol)[1]
    else:
        return UNKNOWN
    return (
        UNKNOWN if default in (MISSING, inspect.Parameter.empty) or not _plain(default) else default
    )


def _plain(value: Any) -> bool:
    return value is None or isinstance(value, (bool, int, float, str, list, tuple, dict))


def _same(real: Any, claimed: Any) -> bool:
    if isinstance(real, (list, tuple)) and isinstance(claimed, (list, tuple)):
        return list(real) == list(claimed)
    if isinstance(real, (dict, list, tuple)) and not real:
        return not claimed
    return type(real) is type(claimed) and real == claimed
