"""Whether a dotted path leads to something: modules, attributes, and what objects get later."""

from __future__ import annotations

import inspect
import re
from functools import cache
from importlib import import_module
from typing import Any

from .truth_text import set_anywhere, text_of

# Names of a convention: Django looks for them in modules and classes that users write.
CONVENTIONS = {
    "django.conf.urls.app_name",
    "django.conf.urls.urlpatterns",
    "django.db.models.Model.Meta",
    "django.test.Response",
    "kwarg:django.forms.Media.extend",
}


def dotted(path: str) -> bool | None:
    if path.startswith("django.test.Response."):  # documented so; the client adds to responses
        return None
    if path in CONVENTIONS or path.rpartition("_")[2] == "FIELD":
        return True
    found, value = resolve(path)
    if getattr(value, "system_check_removed_details", None):  # kept for old migrations only
        return False
    return found


def resolve(path: str) -> tuple[bool | None, Any]:
    """Imports as much as is module, then asks for attributes; objects' own attributes count."""
    if path.startswith(RELATED_MANAGER):
        return _on_related_manager(path.removeprefix(RELATED_MANAGER).lstrip("."))
    parts = path.split(".")
    found: Any = None
    rest: list[str] = []
    for end in range(len(parts), 0, -1):
        name = ".".join(parts[:end])
        try:
            found, rest = import_module(name), parts[end:]
            break
        except ImportError:
            continue
    if found is None:
        return False, None
    for at, name in enumerate(rest):
        inner = _member(found, name)
        if inner is MISSING:
            perhaps = at == len(rest) - 1 and _set_on_objects(found, name)
            return (None if perhaps else False), None
        found = inner
    return True, found


MISSING = object()
RELATED_MANAGER = "django.db.models.fields.related.RelatedManager"


def _on_related_manager(name: str) -> tuple[bool, Any]:
    """The class is made for each relation; both kinds of it count."""
    from library.models import Author, Book

    found = [getattr(m, name, MISSING) for m in (Author(pk=1).books, Book(pk=1).tags) if name]
    found = [value for value in found if value is not MISSING]
    return bool(found) or not name, found[0] if found else type(Author(pk=1).books)


def _member(owner: Any, name: str) -> Any:
    found = inspect.getattr_static(owner, name, MISSING)
    if found is MISSING:
        found = getattr(owner, name, MISSING)
    if found is MISSING and isinstance(owner, type):
        return _of_model(owner, name)
    return getattr(owner, name, found) if inspect.ismodule(owner) else found


def _of_model(owner: type, name: str) -> Any:
    """What every concrete model has, though Model has not: DoesNotExist, objects …"""
    from django.db.models import Model
    from library.models import Book

    if owner is not Model:
        return MISSING
    if re.fullmatch(r"get_.+_display", name):
        return Book.get_status_display
    if re.fullmatch(r"get_(next|previous)_by_.+", name):
        return Book.get_next_by_created_at
    return getattr(Book, name, MISSING)


def _set_on_objects(owner: Any, name: str) -> bool:
    """Spoken of in the class's own code; for requests and responses, anywhere in Django."""
    if not isinstance(owner, type):
        return False
    for cls in owner.__mro__:
        if name in getattr(cls, "__annotations__", {}) or name in _spoken_of(cls):
            return True
        if "__getattr__" in vars(cls) or name in getattr(cls, "http_method_names", ()):
            return True
    words = {
        "HttpRequest",
        "Request",
        "HttpResponse",
        "Response",
        "HttpResponseBase",
        "Client",
        "APIClient",
    }
    if words & {cls.__name__ for cls in owner.__mro__} or owner.__name__.endswith(
        ("Request", "Response")
    ):
        return name in set_anywhere() or f'"{name}"' in text_of("django.views")
    top = owner.__module__.partition(".")[0]
    packages = ("rest_framework", "django_filters") if top == "rest_framework" else (top,)
    asked = re.compile(rf"""["']{name}["']""")  # getattr(view, "search_fields", None)
    return any(asked.search(text_of(package)) for package in packages)


@cache
def _spoken_of(cls: type) -> frozenset[str]:
    """Names the class reads or sets on itself, or asks for by `getattr` and `hasattr`."""
    try:
        source = inspect.getsource(cls)
    except (OSError, TypeError):
        return frozenset()
    return frozenset(
        re.findall(r"\bself\.(\w+)", source) + re.findall(r"""["'](\w+)["']""", source)
    )
