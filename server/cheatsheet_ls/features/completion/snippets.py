"""Examples of the sheet as snippets: whole statements, or their value alone behind a `=`.

After `slug = ` only the call is inserted; in a client without snippets the same text without tab stops.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace

from cheatsheet_ls.features.completion.item import Item, Request
from cheatsheet_ls.features.edits import (
    TextEdit,
    in_quotes_of,
    indent_unit,
    indented,
    newline_of,
    position,
)
from cheatsheet_ls.features.render.entry import fits
from cheatsheet_ls.features.render.words import kind_words
from cheatsheet_ls.features.scopes import scopes_at
from cheatsheet_ls.model import Entry, Example, Kind, Span


def items(request: Request) -> Iterator[Item]:
    if request.index is None:
        return
    seen: set[str] = set()
    rank = 0
    for scope in scopes_at(request.place.scope):
        for entry, example in request.index.examples(scope):
            if _offered(request, entry, example):
                rank += 1
                item = _item(request, entry, example, first=entry.id not in seen, rank=rank)
                if item is not None:
                    seen.add(entry.id)
                    yield item


def _offered(request: Request, entry: Entry, example: Example) -> bool:
    django = request.options.django
    if not fits(example, django) or django.is_past(entry.versions.removed):
        return False
    if not example.body.strip() or not request.wanted(*_words(entry, example)):
        return False
    return bool(request.typed) or example.prefix is not None


def _words(entry: Entry, example: Example) -> tuple[str, ...]:
    """A snippet is found by its title, its prefix, and by what it begins with: `ti` for `title = …`."""
    first = example.body.split(maxsplit=1)[0] if example.body.split() else ""
    own = first if first.isidentifier() else ""
    title = entry.title.rpartition(".")[2]
    return tuple(word for word in (entry.title, title, example.prefix or "", own) if word)


def _item(
    request: Request, entry: Entry, example: Example, *, first: bool, rank: int
) -> Item | None:
    if request.place.trigger == "value":
        value = value_of(example)
        if value is None:
            return None
        example = value
    insert, edits = _inserted(request, example)
    label = entry.title if first else f"{entry.title}: {example.title}"
    return Item(
        label=label,
        kind="snippet",
        insert=insert,
        span=request.place.typed,
        detail=kind_words(entry.kind),
        summary=entry.summary,
        is_snippet=request.options.snippets,
        filters=_words(entry, example),
        rank=rank,
        last=True,
        deprecated=request.options.django.reaches(entry.versions.deprecated),
        edits=edits,
        symbol=entry.symbols[0],
    )


def _inserted(request: Request, example: Example) -> tuple[str, tuple[TextEdit, ...]]:
    """The text to insert and the imports it brings, as this file would write them."""
    text = request.document.text
    edits: tuple[TextEdit, ...] = ()
    if request.document.kind is Kind.PYTHON:
        adapted = request.spelling.adapt(example.imports, example.body)
        body = adapted.body if any(mark in word for word in example.fill for mark in "'\"") else (
            in_quotes_of(adapted.body, text)
        )
        example, edits = replace(example, body=body), adapted.edits
    return as_text(example, request), edits


def as_text(example: Example, request: Request) -> str:
    """Clients indent further lines of a snippet themselves; plain text comes indented."""
    from cheatsheet_ls.sheet.snippet import to_snippet

    text = request.document.text
    indent = "" if request.options.snippets else request.place.indent
    body = indented(example.body, indent, indent_unit(text), newline_of(text))
    body = body.removeprefix(indent)
    return to_snippet(body, example.fill) if request.options.snippets else body


def value_of(example: Example) -> Example | None:
    """`title = models.CharField(…)` as `models.CharField(…)`; None for what assigns no value."""
    try:
        body = ast.parse(example.body).body
    except (SyntaxError, ValueError):
        return None
    if len(body) != 1 or not isinstance(body[0], ast.Assign):
        return None
    node = body[0].value
    if not isinstance(node, ast.Call) or not example.body.isascii():
        return None
    start = position(example.body, (node.lineno, node.col_offset))
    value = example.body[start:]
    return replace(example, body=value, fill=tuple(word for word in example.fill if word in value))


def called_name(example: Example) -> Span | None:
    """Where the last name of the function stands that a value calls: `CharField` in `models.CharField(…)`."""
    try:
        node = ast.parse(example.body, mode="eval").body
    except (SyntaxError, ValueError):
        return None
    if not isinstance(node, ast.Call):
        return None
    function = node.func
    end = position(example.body, (function.end_lineno or 1, function.end_col_offset or 0))
    name = function.attr if isinstance(function, ast.Attribute) else ast.unparse(function)
    return Span(end - len(name), end)
