"""Filters behind a bar; one that takes an argument comes with one to write over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cheatsheet_ls.features.completion.item import Item, Request
from cheatsheet_ls.features.completion.name import Name, as_items, told
from cheatsheet_ls.model import Symbol

_ARGUMENT = r"(\"[^\"{}]*\"|'[^'{}]*'|[\w.]+)"


def items(request: Request) -> Iterator[Item]:
    from cheatsheet_ls.facts import names

    for item in as_items(request, _names(request)):
        facts = next(iter(names.filter_(item.label)), None)
        taken = request.document.text[item.span.end :].startswith(":")
        if facts is None or facts.argument != "required" or taken:
            yield item
        else:
            yield _with_argument(request, item)


def _with_argument(request: Request, item: Item) -> Item:
    from cheatsheet_ls.sheet.snippet import escape

    value = _shown(request, item) or '"1"'
    if not request.options.snippets:
        return replace(item, insert=f"{item.insert}:{value}")
    quote = value[0] if value[0] in "\"'" else ""
    inside = escape(value.strip(quote) if quote else value)
    insert = f"{item.insert}:{quote}${{1:{inside}}}{quote}$0"
    return replace(item, insert=insert, is_snippet=True)


def _shown(request: Request, item: Item) -> str:
    """The argument an example gives."""
    index, symbol = request.index, item.symbol
    found = index.find((symbol,)) if index is not None and symbol is not None else None
    given = re.compile(rf"\|{item.label}:{_ARGUMENT}")
    bodies = (one.body for one in found.entry.examples) if found is not None else ()
    return next((shown[1] for body in bodies if (shown := given.search(body))), "")


def _names(request: Request) -> Iterator[Name]:
    from cheatsheet_ls.facts import names

    for name in names.names("filter"):
        for facts in names.filter_(name)[:1]:
            if is_available(request, facts.library):
                detail = "filter" if facts.library == "builtin" else f"filter of {facts.library}"
                symbol = Symbol(f"filter:{name}")
                found = Name(name, symbol, "function", detail, versions=facts.versions)
                yield told(request, found)


def is_available(request: Request, library: str) -> bool:
    return library == "builtin" or library in words(request, "libraries")


def words(request: Request, name: str) -> list[str]:
    """Of a list in the place's context."""
    return [word for word in request.place.context.get(name, "").split(",") if word]
