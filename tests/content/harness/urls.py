"""Scopes `urls` and `url-list`: the resolver loads, every pattern reverses and resolves."""

from __future__ import annotations

import inspect
import re
import sys
import types
import uuid
from typing import Any

from .example import Example, Failed, run_module

VALUES = [
    "1",
    "1974",
    "05",
    "12",
    "a-slug",
    "abc",
    "a/b",
    "json",
    str(uuid.UUID(int=1)),
    "1974-05-01",
    "2",
    "en",
]


def urls(example: Example) -> None:
    name = (example.file or "library/urls.py").removesuffix(".py").replace("/", ".")
    check(run_module(example, name if "." in name else f"config.{name}"))


def url_list(example: Example) -> None:
    body = "\n".join(f"    {line}" for line in example.body.splitlines())
    if not body.rstrip().endswith(","):
        body += ","
    source = (
        "from django.urls import include, path, re_path\nfrom library import views\n"
        f"{example.imports}\n\nurlpatterns = [\n{body}\n]\n"
    )
    check(run_module(example, "library.example_urls", source=source))


def check(module: types.ModuleType) -> None:
    from django.conf import settings
    from django.core.checks.urls import check_url_config
    from django.urls import clear_url_caches, get_resolver, set_urlconf

    if not isinstance(getattr(module, "urlpatterns", None), list):
        raise Failed("the module has no urlpatterns list")
    settings.ROOT_URLCONF = _mounted(module)
    clear_url_caches()
    set_urlconf(None)
    messages = [m for m in check_url_config(None) if m.level >= 30]
    if messages:
        raise Failed("; ".join(str(m) for m in messages))
    for status in (400, 403, 404, 500):
        get_resolver().resolve_error_handler(status)
    for pattern in module.urlpatterns:
        _walk(pattern)


def _mounted(module: types.ModuleType) -> str:
    """A root URLconf: the example itself, next to the project's own URLs when it is an app's."""
    from django.urls import include, path

    root = types.ModuleType("example_root_urls")
    if hasattr(module, "app_name"):
        root.urlpatterns = [path("", include(module))]  # type: ignore[attr-defined]
    else:
        root.urlpatterns = list(module.urlpatterns)  # type: ignore[attr-defined]
    for name in ("handler400", "handler403", "handler404", "handler500"):
        if hasattr(module, name):
            setattr(root, name, getattr(module, name))
    sys.modules[root.__name__] = root
    return root.__name__


def _walk(pattern: Any) -> None:
    """Each pattern must match a path made for it; nested ones are loaded."""
    from django.urls import URLPattern

    if not isinstance(pattern, URLPattern):
        _ = pattern.url_patterns
        return
    path = _path_for(pattern.pattern)
    if path is None:
        raise Failed(f"no path found for {pattern.pattern}")
    match = pattern.resolve(path)
    if match is None or not callable(match.func):
        raise Failed(f"{pattern.pattern} does not resolve {path!r}")
    _takes(match)


def _takes(match: Any) -> None:
    """The view accepts what the URL and the pattern's own arguments give it."""
    if hasattr(match.func, "view_class") or hasattr(match.func, "cls"):
        return  # takes anything, for its handlers
    view = inspect.unwrap(match.func)
    try:
        inspect.signature(view).bind(None, *match.args, **match.kwargs)
    except TypeError as error:
        raise Failed(f"{match.route}: the view {view.__name__} does not take it: {error}") from None


def _path_for(pattern: Any) -> str | None:
    from django.utils.regex_helper import normalize
    from django.utils.translation import override

    with override("en"):
        regex = pattern.regex.pattern
        converters = pattern.converters
        route = getattr(pattern, "_route", None)
    if route is not None:
        parts = re.split(r"<(?:[^>:]+:)?([^>]+)>", str(route))
        return "".join(_value(converters[p]) if i % 2 else p for i, p in enumerate(parts))
    for form, names in normalize(regex):
        for value in VALUES:
            path = form % dict.fromkeys(names, value)
            if pattern.match(path) is not None:
                return str(path)
    return None


def _value(converter: Any) -> str:
    for value in VALUES:
        if re.fullmatch(converter.regex, value):
            try:
                converter.to_python(value)
            except ValueError:
                continue
            return value
    raise Failed(f"no value known for the converter {converter!r}")
