"""Examples of the sheet as snippets: whole statements, or their value alone behind a `=`.

After `slug = ` only the call is inserted; in a client without snippets the same text without tab
stops.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from cheatsheet_ls.features import ranking
from cheatsheet_ls.features.completion.first_tag import may_stand
from cheatsheet_ls.features.completion.item import Item, Request
from cheatsheet_ls.features.completion.value import called_name, value_of
from cheatsheet_ls.features.edits import (
    TextEdit,
    below_imports,
    in_quotes_of,
    indent_unit,
    indented,
    newline_of,
)
from cheatsheet_ls.features.line_length import limit_of, within
from cheatsheet_ls.features.render.entry import fits
from cheatsheet_ls.features.render.words import kind_words
from cheatsheet_ls.features.scopes import scopes_at
from cheatsheet_ls.features.taken import without_repeats
from cheatsheet_ls.model import Entry, Example, Kind, Scope, Symbol

if TYPE_CHECKING:
    from cheatsheet_ls.sheet.index import Index

_DEFINED = re.compile(r"^(?:async )?(?:def|class) (\w+)|^(\w+) = ", re.MULTILINE)
TAG = re.compile(r"\{%-?\s*([\w.]+)")


def items(request: Request) -> Iterator[Item]:
    if request.index is None or not _is_welcome(request):
        return
    seen: set[str] = set()
    for rank, (entry, example) in enumerate(_best_first(request, request.index)):
        item = _item(request, entry, example, first=entry.id not in seen, rank=rank)
        if item is not None:
            seen.add(entry.id)
            yield item


def _best_first(request: Request, index: Index) -> list[tuple[Entry, Example]]:
    found = [
        (entry, example)
        for scope in scopes_at(request.place.scope)
        for entry, example in index.examples(scope)
        if _offered(request, entry, example)
    ]
    typed, scope = request.typed, request.place.scope
    return sorted(found, key=lambda pair: ranking.key(index, typed, scope, *pair))


def _is_welcome(request: Request) -> bool:
    """In functions people write their own code: there a snippet comes only by its prefix."""
    return request.place.scope is not Scope.BODY or request.typed.lower().startswith("dj")


def _offered(request: Request, entry: Entry, example: Example) -> bool:
    django = request.options.django
    if not fits(example, django) or django.lacks(entry.versions):
        return False
    if not example.body.strip() or not request.wanted(*_words(entry, example)):
        return False
    if request.lacks_package(*entry.requires, *example.requires):
        return False
    if request.place.scope is Scope.TEMPLATE and example.body.startswith("{% extends"):
        return may_stand(request, "extends")
    return bool(request.typed) or example.prefix is not None


def _words(entry: Entry, example: Example) -> tuple[str, ...]:
    """A snippet is found by its title, its prefix, what it defines: `ti` for `title = …`."""
    return _found_by(entry.title, example.prefix or "", example.body)


@lru_cache(maxsize=4096)  # asked for every example at every keystroke
def _found_by(title: str, prefix: str, body: str) -> tuple[str, ...]:
    tag = TAG.match(body)
    own = (word for pair in _DEFINED.findall(body) for word in pair)
    words = (title, title.rpartition(".")[2], tag[1] if tag else "", prefix, *own)
    return tuple(dict.fromkeys(word for word in words if word))


def _item(
    request: Request, entry: Entry, example: Example, *, first: bool, rank: int
) -> Item | None:
    shown = _shown(request, entry, example)
    if shown is None:
        return None
    example = shown
    insert, edits = inserted(request, example)
    title = _title(request, entry)
    label = title if first else f"{title}: {example.title}"
    return Item(
        label=label,
        kind="snippet",
        insert=insert,
        span=request.place.typed,
        detail=kind_words(entry.kind),
        summary=entry.summary,
        is_snippet=request.options.snippets and insert.endswith("$0"),
        filters=_words(entry, example),
        rank=rank,
        last=True,
        deprecated=request.options.django.reaches(entry.versions.deprecated),
        edits=edits,
        symbol=Symbol(entry.symbols[0]) if entry.symbols else None,
    )


# In the text of a template: what is no tag looks like what it is, and not like an HTML element
# of that name (`form`, `title`, `time`), which other servers offer there.
_IN_TEXT = {"filter": "|{}", "variable": "{{{{ {} }}}}"}


def _title(request: Request, entry: Entry) -> str:
    if _in_meta(request):
        return entry.title.removeprefix("Meta.")
    kind = entry.symbols[0].partition(":")[0] if entry.symbols else ""
    if request.place.trigger == "word" and kind in _IN_TEXT:
        return _IN_TEXT[kind].format(entry.title)
    return entry.title


def _in_meta(request: Request) -> bool:
    return request.place.scope.value.endswith("-meta")


def _shown(request: Request, entry: Entry, example: Example) -> Example | None:
    """The part that fits: behind a `=` only the call, elsewhere what is not there yet."""
    example = request.bound(example)
    if request.place.trigger != "value":
        return without_repeats(example, request.place.taken)
    value = value_of(example)
    span = called_name(value.body) if value is not None else None
    if value is None or span is None:
        return None
    called = value.body[span.start : span.end]
    return value if any(one.rpartition(".")[2] == called for one in entry.symbols) else None


def inserted(request: Request, example: Example) -> tuple[str, tuple[TextEdit, ...]]:
    """The text to insert and the imports it brings, as this file would write them."""
    text = request.document.text
    edits: tuple[TextEdit, ...] = ()
    if request.document.kind is Kind.PYTHON:
        adapted = request.spelling.adapt(example.imports, example.body)
        body = adapted.body
        if request.place.trigger == "statement":
            body = within(body, limit_of(text) - len(request.place.indent))
        if not any(mark in word for word in example.fill for mark in "'\""):
            body = in_quotes_of(body, text)
        example, edits = replace(example, body=body), adapted.edits
    return _apart(as_text(example, request), edits, example, request)


def _apart(
    insert: str, edits: tuple[TextEdit, ...], example: Example, request: Request
) -> tuple[str, tuple[TextEdit, ...]]:
    """Further edits must not touch the main one: an import right before it becomes part of it."""
    from cheatsheet_ls.sheet.snippet import escape

    start = request.place.typed.start
    if not edits or edits[-1].span.end < start:
        return insert, edits
    before = "".join(edit.text for edit in edits if edit.span.end == start)
    if not before or any(edit.span.start < edit.span.end for edit in edits):
        return insert, ()
    as_snippet = request.options.snippets and is_snippet(example)
    imports = escape(before) if as_snippet else before
    return below_imports(imports, insert, newline_of(request.document.text)), ()


def as_text(example: Example, request: Request) -> str:
    """Clients indent further lines of a snippet themselves; plain text comes indented."""
    from cheatsheet_ls.sheet.snippet import to_snippet

    text = request.document.text
    indent = "" if request.options.snippets else request.place.indent
    body = indented(example.body, indent, indent_unit(text), newline_of(text))
    body = body.removeprefix(indent)
    if not request.options.snippets or not is_snippet(example):
        return body
    return to_snippet(body, example.fill)


def is_snippet(example: Example) -> bool:
    """One line without words to fill in needs no snippet syntax."""
    return bool(example.fill) or "\n" in example.body.strip()
