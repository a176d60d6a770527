"""Runs inside one installed Django: other paths that lead to what the documentation names.

Reads documented dotted paths as a JSON list from standard input, prints `{other path: documented path}`:
`django.db.models.QuerySet` → `django.db.models.query.QuerySet`, and where a thing is defined.
"""

from __future__ import annotations

import importlib
import inspect
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).with_name("collect")))

import project


def main() -> None:
    project.start("django")
    found: dict[str, str] = {}
    for path in json.load(sys.stdin):
        for other in other_paths(path):
            found.setdefault(other, path)
    json.dump(found, sys.stdout, indent=1, sort_keys=True)


def other_paths(path: str) -> Iterator[str]:
    module, _, name = path.rpartition(".")
    loaded = project.attempt(module)
    thing: Any = getattr(loaded, name, None)
    if loaded is None or not (inspect.isclass(thing) or inspect.isroutine(thing)):
        return
    defined = f"{thing.__module__}.{getattr(thing, '__qualname__', name)}"
    if "<" not in defined and defined.startswith("django."):
        yield defined
    for package in shorter(thing.__module__, module):
        if getattr(sys.modules.get(package), name, None) is thing:
            yield f"{package}.{name}"


def shorter(*modules: str) -> Iterator[str]:
    """The packages around, which is where most people import from."""
    for module in modules:
        while "." in module:
            yield module
            module = module.rpartition(".")[0]


if __name__ == "__main__":
    importlib.invalidate_caches()
    main()
