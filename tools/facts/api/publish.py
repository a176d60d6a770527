"""Which of several paths people import: the package above the definition, else the shortest."""

from __future__ import annotations

from typing import Any

from tools.facts.api.overrides import PUBLIC

# Modules whose names are documented elsewhere, or that gather names only for a special case.
PREFERRED = (
    ("rest_framework.serializers", ("rest_framework.fields", "rest_framework.relations")),
    ("django.contrib.auth.models", ("django.contrib.auth.base_user",)),
)
# Modules that import much for their own use: nobody imports it from there.
LATE = (
    "django.contrib.gis",
    "django.shortcuts",
    "django.test",
    "django.contrib.admin",
    "django.conf.urls",
)


def public_paths(facts: dict[str, Any]) -> dict[str, str]:
    """Canonical → preferred path, where the two differ."""
    candidates: dict[str, list[str]] = {}
    for module, content in facts["modules"].items():
        for name, path in content["names"].items():
            if path in facts["objects"]:
                gone = name in content["gone"] and "removed" not in facts["objects"][path]
                if not gone:
                    candidates.setdefault(path, []).append(f"{module}.{name}")
    for path in facts["objects"]:
        if (
            path.rpartition(".")[0] in facts["modules"]
        ):  # found there even where a `__getattr__` gives it
            candidates.setdefault(path, []).append(path)
    chosen = {path: min(paths, key=lambda p: rank(path, p)) for path, paths in candidates.items()}
    chosen.update(PUBLIC)
    return {path: public for path, public in chosen.items() if path != public}


def rank(canonical: str, path: str) -> tuple[Any, ...]:
    defining = canonical.rpartition(".")[0]
    module, _, name = path.rpartition(".")
    preferred = any(module == better and defining in origins for better, origins in PREFERRED)
    above = defining == module or (
        defining.startswith(module + ".") and not defining.endswith(".signals")
    )
    late = any(module.startswith(prefix) and not defining.startswith(prefix) for prefix in LATE)
    renamed = name != canonical.rpartition(".")[2]
    return (not preferred, not above, renamed, late, path.count("."), path)
