"""The source text of Django and the packages around it, for names that only the text tells of."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

# Attributes that code other than the class sets on its objects.
SET_ELSEWHERE = re.compile(
    r"\b(?:request|response|self|instance|obj|cls|view|site)\.(\w+)(?:\s*=[^=]|\s*:|,\s*self\.)"
)


# Names in quotes, after `settings.`, and assigned or defaulted: `symmetric_encryption_keys=None`.
SPOKEN = re.compile(r"""["'](\w+)["']|settings\.(\w+)|\b(\w+) ?=""")
PACKAGES = (
    "django",
    "rest_framework",
    "channels",
    "channels_redis",
    "allauth",
    "debug_toolbar",
    "corsheaders",
    "whitenoise",
    "django_filters",
)


@cache
def names_spoken_of() -> frozenset[str]:
    """Every name the packages speak of in one of those ways."""
    found = (SPOKEN.findall(text_of(package)) for package in PACKAGES)
    return frozenset(name for names in found for group in names for name in group if name)


@cache
def set_anywhere() -> frozenset[str]:
    found: set[str] = set()
    for package in ("django", "rest_framework", "channels"):
        for path in sources(package):
            found.update(SET_ELSEWHERE.findall(path.read_text(encoding="utf-8")))
    return frozenset(found)


def sources(package: str) -> list[Path]:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return []
    folder = Path(next(iter(spec.submodule_search_locations)))
    return [p for p in folder.rglob("*.py") if "/locale/" not in str(p)]


@cache
def text_of(package: str) -> str:
    return "\n".join(
        path.read_text(encoding="utf-8", errors="replace") for path in sources(package)
    )
