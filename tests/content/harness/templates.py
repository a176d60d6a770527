"""Scopes `template` and `templatetags`."""

from __future__ import annotations

import contextlib
import difflib
import inspect
import re
from collections.abc import Iterator
from typing import Any

from . import world
from .example import Example, Failed, run_module


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
    _no_loose_delimiters(example.code)
    with _lost_variables() as (written, lost):
        compiled = engines["django"].from_string(example.code)
        written.append(None)  # variables of other templates, met while rendering, do not count
        compiled.render(context, objects["request"])
    if lost:
        raise Failed(f"no such variable: {', '.join(sorted(lost))}")


def _no_loose_delimiters(code: str) -> None:
    """`{% tag }` is no error to Django: it comes out as text."""
    from django.template.base import Lexer, TokenType

    verbatim = "{% verbatim" in code
    for token in Lexer(code).tokenize():
        if token.token_type == TokenType.TEXT and not verbatim:
            if found := re.search(r"\{%|\{\{|%\}|\{#", token.contents):
                raise Failed(f"stray {found[0]} in line {token.lineno}")


@contextlib.contextmanager
def _lost_variables() -> Iterator[tuple[list[Any], set[str]]]:
    """Notes which of the template's own variables name what their object does not have."""
    from django.template.base import Variable, VariableDoesNotExist

    written: list[Any] = []
    lost: set[str] = set()
    start, resolve = Variable.__init__, Variable._resolve_lookup  # type: ignore[attr-defined]

    def noting_start(self: Any, var: Any) -> None:
        start(self, var)
        if None not in written:
            written.append(self)

    def noting_lookup(self: Any, context: Any) -> Any:
        try:
            return resolve(self, context)
        except VariableDoesNotExist:
            if any(self is variable for variable in written) and _has_owner(self, context):
                lost.add(self.var)
            raise

    Variable.__init__ = noting_start  # type: ignore[method-assign]
    Variable._resolve_lookup = noting_lookup  # type: ignore[attr-defined]
    try:
        yield written, lost
    finally:
        Variable.__init__ = start  # type: ignore[method-assign]
        Variable._resolve_lookup = resolve  # type: ignore[attr-defined]


def _has_owner(variable: Any, context: Any) -> bool:
    """What stands before the lost word has members that are fixed: no dict, text or nothing."""
    from django.template.base import Variable, VariableDoesNotExist

    for end in range(len(variable.lookups) - 1, 0, -1):
        before = variable.lookups[:end]
        try:
            owner = Variable(".".join(before)).resolve(context)
        except VariableDoesNotExist:
            continue
        return before == ("forloop",) or not isinstance(owner, (dict, str, type(None)))
    words = [name for layer in context.dicts for name in layer]
    return bool(difflib.get_close_matches(variable.lookups[0], words, n=1, cutoff=0.85))


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
