"""Dumps the public API of the packages installed in one folder: run once per release.

    python -m tools.facts.api.inside OUT.json FOLDERS ROOT,ROOT…      (folders joined as on PATH)

Only ROOTs are dumped; what they refer to may lie elsewhere.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import sys
import types
import unittest
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SKIPPED_PARTS = {"tests", "migrations", "project_template", "app_template"}
KEPT = {"django.db.migrations", "django.contrib.admin.tests"}
SKIPPED = {"django.conf.locale"}


def main(out: str, folders: str, roots: str) -> None:
    sys.path[:0] = folders.split(os.pathsep) if folders else []
    warnings.simplefilter("ignore")
    from tools.facts.api.inside import libraries, project
    from tools.facts.api.inside.objects import Reader

    libraries.pretend()
    project.configure(set(roots.split(",")))
    modules, failed = load(roots.split(","))
    reader = Reader(modules)
    names = {name: reader.names(module) for name, module in sorted(modules.items())}
    if "django" in roots.split(","):
        reader.foreign(unittest.TestCase)
    data: dict[str, Any] = {
        "modules": names,
        "objects": reader.objects,
        "failed": failed,
    }
    Path(out).write_text(json.dumps(data, indent=0, sort_keys=True), encoding="utf-8")


def load(roots: list[str]) -> tuple[dict[str, types.ModuleType], dict[str, str]]:
    modules: dict[str, types.ModuleType] = {}
    failed: dict[str, str] = {}
    for root in roots:
        for name in walk(root, failed):
            try:
                modules[name] = importlib.import_module(name)
            except BaseException as error:  # an unconfigured or foreign module may raise anything
                failed[name] = repr(error)[:200]
    return modules, failed


def walk(name: str, failed: dict[str, str]) -> Iterator[str]:
    yield name
    try:
        package = importlib.import_module(name)
    except BaseException as error:
        failed[name] = repr(error)[:200]
        return
    seen: set[str] = set()
    for found in pkgutil.iter_modules(getattr(package, "__path__", [])):
        child = name + "." + found.name
        if found.name in seen or is_skipped(found.name, child):
            continue
        seen.add(found.name)
        if found.ispkg:
            yield from walk(child, failed)
        else:
            yield child


def is_skipped(name: str, path: str) -> bool:
    return path in SKIPPED or (path not in KEPT and (name in SKIPPED_PARTS or name.startswith("_")))


if __name__ == "__main__":
    main(*sys.argv[1:4])
