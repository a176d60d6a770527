"""Completions: what may be written at a place of the user's file, and nothing where nothing may."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from cheatsheet_ls.features.completion.item import (
    LIMIT,
    Completion,
    CompletionOptions,
    Item,
    Request,
)
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind, Place, Scope

if TYPE_CHECKING:
    from cheatsheet_ls.sheet.index import Index

__all__ = ["Completion", "CompletionOptions", "Item", "complete"]

_PREFIX = re.compile(r"(?<![\w-])dj-[\w-]*\Z")


def complete(
    index: Index | None,
    document: Document,
    offset: int,
    workspace: Workspace,
    options: CompletionOptions,
) -> Completion:
    if document.kind is Kind.SHEET:
        from cheatsheet_ls.features import sheet_file

        return sheet_file.complete(document, offset)
    place = _place(document, offset, workspace)
    if place is None or not (_answers(place, options) or _in_prefix(document, offset)):
        return Completion()
    request = Request(index, document, workspace, place, options)
    found = list(islice(_distinct(_items(request)), LIMIT + 1))
    # With nothing typed the list was cut blindly: the next key may want others.
    incomplete = len(found) > LIMIT or (not request.typed and len(found) == LIMIT)
    return Completion(tuple(found[:LIMIT]), incomplete)


def _place(document: Document, offset: int, workspace: Workspace) -> Place | None:
    """The place, where `dj-charfield` counts as one word although Python reads a subtraction."""
    from cheatsheet_ls.language.recognise import place_at

    prefix = _PREFIX.search(document.text[max(0, offset - 80) : offset])
    if prefix is None:
        return place_at(document, offset, workspace)
    start = offset - len(prefix.group())
    word = prefix.group().replace("-", "_")
    text = document.text[:start] + word + document.text[offset:]
    return place_at(replace(document, text=text, cache={}), offset, workspace)


def _in_prefix(document: Document, offset: int) -> bool:
    """`dj-`: an empty answer to the hyphen would cost who types on the whole menu."""
    return _PREFIX.search(document.text, max(0, offset - 4), offset) is not None


# A character that asks by itself is answered where it opens a place, not where it merely occurs.
_OPENED_BY = {
    ".": ("attribute", "decorator", "string"),
    "@": ("decorator",),
    "%": ("tag",),
    "|": ("filter",),
    '"': ("string", "date"),
    "'": ("string", "date"),
    "=": ("keyword-value",),
    "-": ("option",),
    " ": ("tag", "library", "command", "option", "value"),
}


def _answers(place: Place, options: CompletionOptions) -> bool:
    if place.trigger == "word" and place.scope is Scope.TEMPLATE and not options.bare_tags:
        return False
    allowed = _OPENED_BY.get(options.character or "")
    return allowed is None or place.trigger in allowed


def _items(request: Request) -> Iterator[Item]:
    from cheatsheet_ls.features.completion import names, parts, snippets, templates

    if request.place.trigger in ("statement", "value", "word"):
        yield from snippets.items(request)
    if request.place.scope is Scope.TEMPLATE:
        yield from templates.items(request)
    else:
        yield from parts.items(request)
        yield from names.items(request)


def _distinct(items: Iterable[Item]) -> Iterator[Item]:
    """A name the sheet offers with an example is not offered bare once more."""
    labels: set[str] = set()
    texts: set[tuple[str, str]] = set()
    for item in items:
        bare = item.kind != "snippet"
        if (bare and item.label in labels) or (item.label, item.insert) in texts:
            continue
        labels.add(item.label)
        texts.add((item.label, item.insert))
        yield item
