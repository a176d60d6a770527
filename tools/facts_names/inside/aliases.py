"""Runs inside one installed Django: other paths that lead to what the documentation names.

Reads documented dotted paths as a JSON list from standard input, prints `{other: documented}`:
`django.db.models.QuerySet` → `django.db.models.query.QuerySet`, and where a thing is defined.
"""

from __future__ import annotations

import inspect
import json
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import project


def main() -> None:
    project.start("django")
    wanted = json.load(sys.stdin)
    for path in wanted:
        project.attempt(path.rpartition(".")[0])
    PACKAGES.extend(public_packages())
    members = Counter(path.rpartition(".")[0] for path in wanted)
    found: dict[str, str] = {}
    # Of two classes that document what a common base defines, the one with more to say comes first.
    for path in sorted(wanted, key=lambda path: -members[path.rpartition(".")[0]]):
        for other in other_paths(path):
            found.setdefault(other, path)
    json.dump(found, sys.stdout, indent=1, sort_keys=True)


def public_packages() -> list[str]:
    """Packages that export names of their modules."""
    names = [name for name, loaded in sys.modules.items() if name.startswith("django.")]
    return sorted(name for name in names if hasattr(sys.modules[name], "__path__"))


def other_paths(path: str) -> Iterator[str]:
    module, _, name = path.rpartition(".")
    loaded = sys.modules.get(module) or project.attempt(module)
    if loaded is None:
        yield from member_paths(path)
        return
    thing: Any = getattr(loaded, name, None) or inside(module, name)
    if thing is None or isinstance(thing, PLAIN):
        return
    defined = f"{getattr(thing, '__module__', '')}.{getattr(thing, '__qualname__', '')}"
    if defined.startswith("django.") and defined[-1] != "." and "<" not in defined:
        yield defined
    for package in PACKAGES:
        if vars(sys.modules[package]).get(name) is thing:
            yield f"{package}.{name}"


def inside(module: str, name: str) -> Any:
    """What is documented in a package that does not export it: the one thing of that name below."""
    found = {
        id(thing): thing
        for other, loaded in list(sys.modules.items())
        if other.startswith(f"{module}.") and (thing := vars(loaded).get(name)) is not None
    }
    return next(iter(found.values())) if len(found) == 1 else None


def member_paths(path: str) -> Iterator[str]:
    """A member is documented on one class and often defined on a base of it."""
    owner, _, name = path.rpartition(".")
    module, _, class_name = owner.rpartition(".")
    loaded = sys.modules.get(module) or project.attempt(module)
    thing = getattr(loaded, class_name, None) or inside(module, class_name)
    if not inspect.isclass(thing):
        return
    for base in thing.__mro__[1:]:
        if name in vars(base) and base.__module__.startswith("django."):
            yield f"{base.__module__}.{base.__qualname__}.{name}"
            for package in PACKAGES:
                if vars(sys.modules[package]).get(base.__name__) is base:
                    yield f"{package}.{base.__name__}.{name}"


PLAIN = (str, int, float, tuple, list, dict, set, frozenset, type(sys))
PACKAGES: list[str] = []


if __name__ == "__main__":
    main()
