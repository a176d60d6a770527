"""Contradicts claims about one release: what is claimed to be there and is not, and the reverse.

Reads from stdin `{path: {"paths": […], "there": bool, "members": {name: bool}, "params": …,
"values": …}}`, where "params" maps "" (the thing itself) or a member's name to `{parameter:
default}` (or one of the words below) and "values" an attribute to its value. Prints a list of
contradictions as JSON.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import json
import sys
import warnings
from typing import Any

from tools.facts.api.inside import libraries, project, values

ABSENT = object()
GONE = "gone"  # the parameter is not there in this release
UNKNOWN = "?"  # optional, and only the code knows what it is


def main() -> None:
    warnings.simplefilter("ignore")
    libraries.pretend()
    project.configure({"django"})
    claims = json.load(sys.stdin)
    found: list[str] = []
    for path, claim in claims.items():
        found += contradictions(path, claim)
    json.dump(found, sys.stdout)


def contradictions(path: str, claim: dict[str, Any]) -> list[str]:
    things = [imported(one) for one in claim["paths"]]
    found_there = [thing for thing in things if thing is not None and thing is not ABSENT]
    if not found_there and None in things:
        return []  # its module cannot be imported here, whatever it holds
    thing = found_there[0] if found_there else ABSENT
    if (thing is not ABSENT) != claim["there"]:
        return [f"{path}: is {'missing' if thing is ABSENT else 'there'}"]
    if thing is ABSENT or ("members" in claim and not isinstance(thing, type)):
        return []
    found = [
        f"{path}.{name}: is {'missing' if there else 'there'}"
        for name, there in claim.get("members", {}).items()
        if has(thing, name) != there and not (there and on_instances(thing, name))
    ]
    for name, wanted in claim.get("params", {}).items():
        found += wrong_parameters(f"{path}.{name}" if name else path, thing, name, wanted)
    for name, value in claim.get("values", {}).items():
        real = values.source(vars(thing).get(name, ABSENT)) or UNKNOWN
        if name in vars(thing) and value not in (real, UNKNOWN):
            found.append(f"{path}.{name}: is {real}, filed as {value}")
    return found


def imported(path: str) -> Any:
    module, _, name = path.rpartition(".")
    try:
        found = getattr(importlib.import_module(module), name, ABSENT)
        return ABSENT if is_stub(found) else found
    except ModuleNotFoundError as error:
        return ABSENT if module.startswith(error.name or "?") else None
    except Exception:
        return None


def is_stub(thing: Any) -> bool:
    """Kept so that old migrations can be imported; whoever uses it gets an error."""
    return bool(getattr(thing, "system_check_removed_details", None))


def has(cls: type, name: str) -> bool:
    """A `__hash__ = None` of Python itself does not count as having one."""
    return any(name in vars(base) or name in notes(base) for base in cls.__mro__[:-1])


def on_instances(cls: type, name: str) -> bool:
    return any(f"self.{name} = " in source(base) for base in cls.__mro__[:-1])


@functools.cache
def source(cls: type) -> str:
    """What was set on instances may have become a property, and the reverse."""
    try:
        return inspect.getsource(cls)
    except (OSError, TypeError):
        return ""


def notes(cls: type) -> dict[str, Any]:
    return dict(getattr(cls, "__annotations__", {}))


def wrong_parameters(path: str, thing: Any, name: str, wanted: dict[str, str]) -> list[str]:
    function = inspect.getattr_static(thing, name, None) if name else thing
    function = getattr(function, "__func__", function)
    try:
        every = inspect.signature(function).parameters
        real = {n: one for n, one in every.items() if one.kind is not one.POSITIONAL_ONLY}
    except (TypeError, ValueError):
        return []
    hidden = any(parameter.kind is parameter.VAR_KEYWORD for parameter in real.values())
    found = []
    for word, default in wanted.items():
        if (word in real) == (default == GONE) and not (hidden and word not in real):
            found.append(f"{path}({word}): is {'there' if default == GONE else 'missing'}")
        elif word in real and not same(real[word], default):
            found.append(f"{path}({word}): is {shown(real[word])}, filed as {default}")
    return found


def same(parameter: inspect.Parameter, default: str) -> bool:
    return default == GONE or default == shown(parameter)


def shown(parameter: inspect.Parameter) -> str:
    if parameter.default is parameter.empty:
        return "required"
    return values.source(parameter.default) or UNKNOWN


if __name__ == "__main__":
    main()
