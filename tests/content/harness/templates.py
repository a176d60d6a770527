"""Scopes `template` and `templatetags`."""

from __future__ import annotations

import inspect
from typing import Any

from . import world
from .example import Example, run_module


def template(example: Example) -> None:
    from django.core.paginator import Paginator
    from django.template import engines
    from library.forms import BookForm

    objects = world.objects()
    model = type(objects["book"])
    page = Paginator(model.objects.order_by("pk"), 1).page(1)
    context = {
        **{
            name: objects[name] for name in ("book", "author", "user", "tag", "publisher", "review")
        },
        "books": model.objects.order_by("pk"),
        "form": BookForm(),
        "page_obj": page,
        "paginator": page.paginator,
        "is_paginated": True,
    }
    compiled = engines["django"].from_string(example.code)
    if "{% load" not in example.code or "static" not in example.code:
        compiled.render(context, objects["request"])
        return
    compiled.render(context, objects["request"])


def templatetags(example: Example) -> None:
    """The library loads; filters are applied, tags that need nothing are called."""
    from django.template import Context, Engine

    objects = world.objects()
    module = run_module(example, "library.templatetags.example_tags")
    engine = Engine.get_default()
    engine.template_libraries["example_tags"] = module.register
    context: dict[str, Any] = {**objects, "text": "some text", "number": 3}
    for name, function in module.register.filters.items():
        argument = ':"1"' if len(inspect.signature(function).parameters) > 1 else ""
        _first_that_runs(engine, Context(context), name, argument)
    for name, compiler in module.register.tags.items():
        arguments = _tag_arguments(compiler)
        source = "{% load example_tags %}{% " + " ".join([name, *arguments]) + " %}"
        if f"end{name}" in example.code:
            source += "text{% end" + name + " %}"
        engine.from_string(source).render(Context(context))


def _first_that_runs(engine: Any, context: Any, name: str, argument: str) -> None:
    """A filter is for one kind of value; one of these must be it."""
    errors = []
    for value in (
        "book",
        "text",
        "number",
        "book.price",
        "book.published",
        "book.tags.all",
        "user",
        "form",
    ):
        source = f"{{% load example_tags %}}{{{{ {value}|{name}{argument} }}}}"
        try:
            engine.from_string(source).render(context)
            return
        except Exception as error:
            errors.append(error)
    raise errors[0]


def _tag_arguments(compiler: Any) -> list[str]:
    """Values for what a simple tag must be given, by the names of its parameters."""
    function = getattr(compiler, "__wrapped__", None)
    if function is None:
        return []
    parameters = inspect.signature(function).parameters.values()
    needed = [
        p.name for p in parameters if p.default is p.empty and p.kind is p.POSITIONAL_OR_KEYWORD
    ]
    known = {"book", "author", "user", "request", "tag", "review", "publisher"}
    return [n if n in known else '"1"' for n in needed if n not in ("context", "content")]
