"""Scopes `views` and `view-body`: every view is asked through the test client, GET and POST."""

from __future__ import annotations

import ast
import sys
import types
from typing import Any

from . import world
from .example import MODELS, Example, Failed, class_source, classes, run_module
from .view_arguments import arguments
from .view_bases import class_header


def views(example: Example) -> None:
    module = _as_library_views(example, example.code)
    found = list(view_functions(module, example)) + [
        (c.__name__, c.as_view()) for c in _view_classes(module)
    ]
    visit(example, found)


def view_body(example: Example) -> None:
    header, extra = class_header(example)
    source = _prelude(example) + class_source(header, example, extra)
    module = _as_library_views(example, source)
    visit(example, [("ExampleView", module.ExampleView.as_view())])


def visit(example: Example, found: list[tuple[str, Any]]) -> None:
    """Puts the views under URLs of their own and asks each as a superuser."""
    from django.test import Client

    paths = _install_urls(found)
    client = Client()
    client.force_login(_user())
    for path in paths:
        for method in ("get", "post", "get"):
            data = dict(world.SAMPLES) if method == "post" else {}
            response = getattr(client, method)(path, data)
            if getattr(response, "streaming", False) and not getattr(response, "is_async", False):
                b"".join(response.streaming_content)
            if response.status_code >= 500 and "HttpResponseServerError" not in example.code:
                raise Failed(f"{method.upper()} {path} answered {response.status_code}")


def view_functions(module: types.ModuleType, example: Example) -> Any:
    """Top-level functions that take `request` first, unless the module itself uses them."""
    used = {n.id for n in ast.walk(example.tree) if isinstance(n, ast.Name)}
    for node in example.tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.args.args:
            handler = node.name.startswith("handler") or "exception" in {
                a.arg for a in node.args.args
            }
            if node.args.args[0].arg == "request" and not handler and node.name not in used:
                yield node.name, getattr(module, node.name)


def _view_classes(module: types.ModuleType) -> list[Any]:
    from django.views import View

    found: list[Any] = classes(module, View)
    return [c for c in found if not any(c in other.__bases__ for other in found)]


def _as_library_views(example: Example, source: str) -> types.ModuleType:
    import library.views

    module = run_module(example, "library.example_views", source=source)
    for name, value in vars(module).items():
        if not name.startswith("__"):
            setattr(library.views, name, value)
    return module


def _install_urls(found: list[tuple[str, Any]]) -> list[str]:
    """A URLconf with the project's URLs and one path a view; answers the paths to ask."""
    from django.conf import settings
    from django.contrib import admin
    from django.urls import clear_url_caches, include, path, set_urlconf

    urls = types.ModuleType("example_urls")
    patterns, paths = [], []
    for name, view in found:
        given = arguments(view)
        route = "".join(f"<{_converter(v)}:{k}>/" for k, v in given.items())
        patterns.append(path(f"example/{name}/{route}", view, name=name))
        paths.append(f"/example/{name}/" + "".join(f"{v}/" for v in given.values()))
    admin.autodiscover()
    patterns += [path("", include("config.urls"))]
    urls.urlpatterns = patterns  # type: ignore[attr-defined]
    sys.modules["example_urls"] = urls
    settings.ROOT_URLCONF = "example_urls"
    clear_url_caches()
    set_urlconf(None)
    return paths


def _converter(value: Any) -> str:
    return "int" if isinstance(value, int) else "str"


def _user() -> Any:
    from django.contrib.auth import get_user_model

    return get_user_model().objects.get(username="ada")


def _prelude(example: Example) -> str:
    return (
        "from django.urls import reverse, reverse_lazy\n"
        "from django.views import View, generic\n" + MODELS
    )
