"""What can stand in INSTALLED_APPS: packages with an app configuration."""

from __future__ import annotations

import ast
from typing import Any

import project


def collect(which: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if which == "addons":  # an app without a configuration of its own
        found["allauth"] = {"config": None, "label": "allauth", "package": "django-allauth"}
    for folder in project.folders(which):
        for path in sorted(folder.rglob("apps.py")):
            module = ".".join(path.relative_to(folder.parent).with_suffix("").parts)
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.ClassDef):
                    add(found, module, node)
    return found


def add(found: dict[str, Any], module: str, node: ast.ClassDef) -> None:
    """The class whose `name` is the package; of several, the one marked as default."""
    values = {}
    for item in node.body:
        if isinstance(item, ast.Assign) and isinstance(item.value, ast.Constant):
            values[ast.unparse(item.targets[0])] = item.value.value
    name = values.get("name")
    if not name and not any("Config" in ast.unparse(base) for base in node.bases):
        return
    name = name or module.rpartition(".")[0]
    if name in found and not values.get("default"):
        return
    label = values.get("label") or name.rpartition(".")[2]
    found[name] = {
        "config": f"{module}.{node.name}",
        "label": label,
        "package": project.package_of(module),
    }
