"""Names of URL patterns that a package brings, as a project writes them: `admin:index`.

Names without a namespace that any project may use for itself (`login`) are left out, and so are
those of the admin's models. A module that needs what is not installed here is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import project

OF = {
    "django": ("django.contrib.admin.sites",),
    "addons": (
        "allauth.account.urls",
        "allauth.socialaccount.urls",
        "allauth.mfa.urls",
        "allauth.usersessions.urls",
        "allauth.headless.urls",
        "rest_framework.urls",
    ),
}
PLAIN = ("account_", "mfa_", "socialaccount_", "usersessions_")  # what allauth begins names with


def collect(which: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for module in OF[which]:
        for name, view in patterns(*root(module)):
            if ":" in name or name.startswith(PLAIN):
                package = project.package_of(module)
                found.setdefault(name, {"view": view, "package": package})
    return found


def root(module: str) -> tuple[Any, str]:
    """The patterns of a module of URLs, and the namespace they are included under."""
    found: Any = project.attempt(module)
    if found is None:
        return (), ""
    if module == "django.contrib.admin.sites":
        return found.site.get_urls(), f"{found.site.name}:"
    name = getattr(found, "app_name", "")
    return found.urlpatterns, f"{name}:" if name else ""


def patterns(found: Any, prefix: str) -> Iterator[tuple[str, str]]:
    for one in found:
        if hasattr(one, "url_patterns"):
            inner = f"{one.namespace}:" if one.namespace else ""
            yield from patterns(one.url_patterns, prefix + inner)
        elif one.name and not is_of_a_model(view := path_of(one.callback)):
            yield prefix + one.name, view


def is_of_a_model(view: str) -> bool:
    """A method of an admin class: `django.contrib.auth.admin.UserAdmin.add_view`."""
    return view.split(".")[-2].endswith("Admin")


def path_of(callback: Any) -> str:
    """The class of a view made by `as_view`, else the function."""
    made = getattr(callback, "view_class", None) or getattr(callback, "cls", None) or callback
    return f"{made.__module__}.{made.__qualname__}".partition(".as_")[0]
