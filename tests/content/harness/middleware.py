"""Scope `middleware`: installed last in MIDDLEWARE, then a page and a missing page are asked."""

from __future__ import annotations

import ast
import inspect

from . import world
from .example import Example, Failed, run_module


def middleware(example: Example) -> None:
    from django.conf import settings
    from django.test import Client
    from django.test.utils import override_settings

    module = run_module(example, "library.example_middleware")
    names = [
        n.name
        for n in example.tree.body
        if isinstance(n, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
    ]
    made = [n for n in names if _is_middleware(getattr(module, n))]
    if not made:
        raise Failed("defines no middleware")
    objects = world.objects()
    with override_settings(
        MIDDLEWARE=[*settings.MIDDLEWARE, *(f"library.example_middleware.{n}" for n in made)]
    ):
        client = Client(raise_request_exception=True)
        for _ in range(2):
            for path in ("/books/", "/books/999/", "/admin/"):
                client.get(path)
            client.force_login(objects["user"])


def _is_middleware(value: object) -> bool:
    call = value.__init__ if isinstance(value, type) else value  # type: ignore[misc]
    return (callable(call) and "get_response" in inspect.signature(call).parameters) or hasattr(
        value, "sync_capable"
    )
