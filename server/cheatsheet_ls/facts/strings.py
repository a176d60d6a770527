"""Facts about names that stand in strings: environment variables, URL names, permissions.

environment("DJANGO_SUPERUSER_EMAIL").name     "DJANGO_SUPERUSER_*"
url_name("admin:index").view                   "django.contrib.admin.sites.AdminSite.index"
permission("library.add_book")                 "add"
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cheatsheet_ls.facts import names
from cheatsheet_ls.facts.table import table
from cheatsheet_ls.model import Versions

_PERMISSION = re.compile(r"\w+\.([a-z]+)_\w+")


@dataclass(frozen=True, slots=True)
class EnvironmentFacts:
    """`module` reads it. A name that ends with a star stands for all that begin so."""

    name: str
    module: str
    versions: Versions


@dataclass(frozen=True, slots=True)
class UrlFacts:
    """`view` is what the pattern leads to as long as a project does not give its name away."""

    name: str
    package: str
    view: str


def environment(name: str) -> EnvironmentFacts | None:
    found = table("names/environment")
    prefixes = (one for one in found if one.endswith("*") and name.startswith(one[:-1]))
    known = name if name in found else next(prefixes, "")
    raw = found.get(known)
    return EnvironmentFacts(known, raw["module"], names.versions(raw)) if raw else None


def url_name(name: str) -> UrlFacts | None:
    raw = table("names/urls").get(name)
    return UrlFacts(name, names.package_of(raw), raw["view"]) if raw else None


def permission(name: str) -> str | None:
    """What a permission of Django's own allows, by its whole name; None for a project's."""
    found = _PERMISSION.fullmatch(name)
    return found[1] if found and is_permission(found[1]) else None


def is_permission(action: str) -> bool:
    return action in table("names/permissions")
