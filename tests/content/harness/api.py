"""Scopes `api-views` and `api-view-body`: REST framework views and viewsets, each action asked."""

from __future__ import annotations

import ast
import inspect
import sys
import types
from typing import Any

from . import world
from .example import (
    MODELS,
    Example,
    Failed,
    body_names,
    class_source,
    classes,
    public_class,
    run_module,
)
from .view_arguments import sample
from .views import view_functions

DATA = {**world.SAMPLES, "tags": [1]}


def api_views(example: Example) -> None:
    module = run_module(example, "library.example_api")
    use(example, module, list(view_functions(module, example)))


def api_view_body(example: Example) -> None:
    names = body_names(example)
    about = public_class(example.symbols)
    base = "viewsets.ModelViewSet"
    if names & {"get", "post", "put", "patch", "delete"}:
        base = "APIView"
    elif (
        about is not None
        and _is_view(about)
        and about.__name__ not in ("APIView", "GenericAPIView", "ViewSetMixin")
    ):
        base = about.__name__
    extra = []
    if base != "APIView":
        if not names & {"queryset", "get_queryset"}:
            extra.append("queryset = Book.objects.all()")
        if not names & {"serializer_class", "get_serializer_class"}:
            extra.append("serializer_class = BookSerializer")
    prelude = (
        "from rest_framework import generics, viewsets\nfrom rest_framework.views import APIView\n"
        "from rest_framework.viewsets import *\nfrom rest_framework.generics import *\n"
        "from rest_framework.response import Response\n"
        "from library.serializers import AuthorSerializer, BookSerializer, ReviewSerializer\n"
        + MODELS
    )
    source = prelude + class_source(f"class ExampleView({base}):", example, "\n".join(extra))
    use(example, run_module(example, "library.example_api", source=source), [])


def _is_view(cls: type) -> bool:
    from rest_framework.views import APIView

    return issubclass(cls, APIView)


def use(example: Example, module: types.ModuleType, functions: list[tuple[str, Any]]) -> None:
    """Mounts everything the module defines and asks list and detail with every method."""
    from rest_framework.test import APIClient

    objects = world.objects()
    paths = _mount(module, functions)
    client = APIClient()
    client.force_authenticate(objects["user"])
    for path in paths:
        for method in ("get", "post", "put", "patch", "options", "delete"):
            data = None if method in ("get", "options", "delete") else DATA
            response = getattr(client, method)(path, data, format="json")
            if response.status_code == 415:
                response = getattr(client, method)(path, data)
            if response.status_code >= 500:
                raise Failed(f"{method.upper()} {path} answered {response.status_code}")


def _mount(module: types.ModuleType, functions: list[tuple[str, Any]]) -> list[str]:
    from django.conf import settings
    from django.urls import clear_url_caches, include, path, set_urlconf
    from rest_framework.routers import DefaultRouter
    from rest_framework.views import APIView
    from rest_framework.viewsets import ViewSetMixin

    router, patterns, paths = DefaultRouter(), [], []
    for cls in classes(module, APIView):
        name = cls.__name__.lower()
        if issubclass(cls, ViewSetMixin):
            router.register(name, cls, basename=name)
            paths += _router_paths(cls, name)
            continue
        arguments = _kwargs(cls)
        patterns.append(path(name + "/" + _route(arguments), cls.as_view()))
        paths.append(f"/{name}/" + "".join(f"{v}/" for v in arguments.values()))
    for name, view in functions:
        arguments = _function_arguments(module, name)
        patterns.append(path(name + "/" + _route(arguments), view))
        paths.append(f"/{name}/" + "".join(f"{v}/" for v in arguments.values()))
    urls = types.ModuleType("example_api_urls")
    urls.urlpatterns = [*patterns, *router.urls, path("", include("config.urls"))]  # type: ignore[attr-defined]
    sys.modules[urls.__name__] = urls
    settings.ROOT_URLCONF = urls.__name__
    clear_url_caches()
    set_urlconf(None)
    return paths


def _router_paths(cls: Any, name: str) -> list[str]:
    extra = [
        f"/{name}/1/{a.url_path}/" if a.detail else f"/{name}/{a.url_path}/"
        for a in cls.get_extra_actions()
    ]
    return [f"/{name}/", *extra, f"/{name}/1/"]


def _route(arguments: dict[str, Any]) -> str:
    return "".join(f"<{'int' if isinstance(v, int) else 'str'}:{k}>/" for k, v in arguments.items())


def _kwargs(cls: Any) -> dict[str, Any]:
    """What the URL gives: the lookup of a detail view, what handlers and `self.kwargs` name."""
    from rest_framework import mixins

    found: dict[str, Any] = {}
    detail = (mixins.RetrieveModelMixin, mixins.UpdateModelMixin, mixins.DestroyModelMixin)
    if issubclass(cls, detail):
        name = cls.lookup_url_kwarg or cls.lookup_field
        found[name] = sample(name)
    for method in ("get", "post", "put", "patch", "delete"):
        handler = vars(cls).get(method)
        if handler:
            for p in list(inspect.signature(handler).parameters.values())[2:]:
                if p.default is p.empty and p.kind is p.POSITIONAL_OR_KEYWORD:
                    found[p.name] = sample(p.name, p.annotation)
    try:
        tree = ast.parse(inspect.cleandoc("if 1:\n" + inspect.getsource(cls)))
    except (OSError, SyntaxError):
        return found
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "self.kwargs":
            if isinstance(node.slice, ast.Constant):
                found.setdefault(str(node.slice.value), sample(str(node.slice.value)))
    return found


def _function_arguments(module: types.ModuleType, name: str) -> dict[str, Any]:
    """By the source: the decorators hide the signature."""
    import linecache

    source = "".join(linecache.getlines(str(module.__file__)))
    for node in ast.parse(source).body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == name:
            plain = node.args.args[1 : len(node.args.args) - len(node.args.defaults)]
            return {
                a.arg: sample(a.arg, ast.unparse(a.annotation) if a.annotation else None)
                for a in plain
            }
    return {}
