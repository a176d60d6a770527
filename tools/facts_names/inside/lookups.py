"""Lookups and transforms: the classes that register each name."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import project


def collect(which: str) -> dict[str, Any]:
    if which != "django":
        return {}
    found: dict[str, Any] = {}
    for owner in owners():
        for name, lookup in owner.__dict__.get("class_lookups", {}).items():
            if lookup is not None:
                add(found, name, owner.__name__, lookup)
    for name, owner, path, is_transform in spatial():
        facts = found.setdefault(name, {"fields": [], "path": path})
        facts["fields"].append(owner)
        if is_transform:
            facts["transform"] = True
    for facts in found.values():
        facts["fields"] = sorted(set(facts["fields"]))
    return found


def owners() -> list[type]:
    """Every class that can have lookups: fields, and relations as a group of their own."""
    from django.db.models.lookups import Transform
    from django.db.models.query_utils import RegisterLookupMixin

    project.attempt("django.contrib.postgres.fields")
    project.attempt("django.contrib.postgres.search")
    pending, known = [RegisterLookupMixin], []
    while pending:
        owner = pending.pop()
        if owner not in known:
            known.append(owner)
            pending += owner.__subclasses__()
    kept = [
        owner
        for owner in known
        if owner.__module__.startswith("django.") and not issubclass(owner, Transform)
    ]
    return sorted(kept, key=lambda owner: owner.__name__)


def add(found: dict[str, Any], name: str, owner: str, lookup: type) -> None:
    from django.db.models.lookups import Transform

    facts = found.setdefault(
        name, {"fields": [], "path": f"{lookup.__module__}.{lookup.__qualname__}"}
    )
    facts["fields"].append(owner)
    if issubclass(lookup, Transform):
        facts["transform"] = True


def spatial() -> list[tuple[str, str, str, bool]]:
    """GeoDjango's are read from its source: importing it needs GDAL."""
    folder = project.folders("django")[0] / "contrib" / "gis" / "db" / "models"
    found = []
    for stem in ("lookups", "functions"):
        found += registered(folder / f"{stem}.py", f"django.contrib.gis.db.models.{stem}")
    return found


def registered(path: Path, module: str) -> list[tuple[str, str, str, bool]]:
    found = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef):
            names = [text_of(item.value) for item in node.body if assigns(item, "lookup_name")]
            transform = any("Transform" in ast.unparse(base) for base in node.bases)
            for decorator in node.decorator_list:
                if (
                    isinstance(decorator, ast.Attribute)
                    and decorator.attr == "register_lookup"
                    and names
                ):
                    owner = ast.unparse(decorator.value).rpartition(".")[2]
                    found.append((names[0], owner, f"{module}.{node.name}", transform))
    return found


def assigns(item: ast.stmt, name: str) -> bool:
    return isinstance(item, ast.Assign) and ast.unparse(item.targets[0]) == name


def text_of(node: ast.expr) -> str:
    return str(ast.literal_eval(node))
