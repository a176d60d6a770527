"""Parts of examples: the call after `models.`, a decorator with arguments, what `on_delete=` takes.

What the sheet has an example for comes with its tab stops, the rest as a name alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from cheatsheet_ls.facts import usage
from cheatsheet_ls.features.completion.item import Item, Request
from cheatsheet_ls.features.completion.name import rows_of
from cheatsheet_ls.features.completion.snippets import inserted
from cheatsheet_ls.features.completion.value import called_name, value_of
from cheatsheet_ls.features.imports.wanted import parse_imports
from cheatsheet_ls.features.render.entry import fits
from cheatsheet_ls.features.render.words import kind_words
from cheatsheet_ls.features.scopes import scopes_at
from cheatsheet_ls.model import Entry, Example, Scope, Symbol, Versions

if TYPE_CHECKING:
    from cheatsheet_ls.sheet.index import Index

MOST_USED, FURTHER = 60, 100

# Names that are written behind their module: `models.CASCADE`, not an imported `CASCADE`.
_BEHIND_MODULE = frozenset({"django.db.models", "django.forms", "rest_framework.serializers"})


def items(request: Request) -> Iterator[Item]:
    source = _SOURCES.get(request.place.trigger)
    if source is not None and request.index is not None:
        yield from source(request, request.index)


def _members_of_module(request: Request, index: Index) -> Iterator[Item]:
    """`models.Char▮` in the body of a model: the call as the entry's example has it."""
    from cheatsheet_ls.facts import api

    owner = request.place.owner or ""
    if not api.is_module(owner):
        return
    for name, entry in index.within(owner):
        if _is_offered(request, entry, name):
            call = _call(request, entry, name) or _required(request, owner, name)
            # Behind `title = models.` people want what the sheet assigns, not a constraint.
            rank = _rank(entry) + (0 if call is not None else FURTHER)
            yield _item(request, entry, name, call or _bare(name), rank, last=False)


def _decorators(request: Request, index: Index) -> Iterator[Item]:
    """Behind `@`; in the body of a class only those that are meant for its methods."""
    from cheatsheet_ls.facts import api

    if request.place.owner is not None and api.is_module(request.place.owner):
        yield from _members_of_module(request, index)
        return
    in_class = request.place.scope.value.endswith("-body")
    for entry in index.decorators:
        module, _, name = "".join(entry.symbols[:1]).rpartition(".")
        if not api.is_module(module):
            continue
        fits_here = _fits(entry, request.place.scope)
        if _is_offered(request, entry, name) and (fits_here or not in_class):
            example = _decorating(entry, name) or _bare(name)
            needed = (line for line in _needed(example) if f" {name}" not in line)
            example = replace(example, imports=(f"from {module} import {name}", *needed))
            rank = _rank(entry) + (0 if fits_here else FURTHER)
            yield _item(request, entry, name, example, rank, last=True)


def _needed(example: Example) -> Iterator[str]:
    """The imports of which the code, by now only a line, still uses something."""
    for one in parse_imports(example.imports):
        if re.search(rf"\b{one.bound}\b", example.body):
            yield one.line()


def _fits(entry: Entry, scope: Scope) -> bool:
    allowed = scopes_at(scope)
    return any(one.scope in allowed for one in entry.examples)


def _rank(entry: Entry) -> int:
    """What is used most comes first."""
    return MOST_USED - usage.best(entry.symbols)


def _values_of_keyword(request: Request, index: Index) -> Iterator[Item]:
    owner = request.place.owner
    found = index.find((owner,)) if owner else None
    if found is None or found.option is not None:
        return
    for rank, row in enumerate(rows_of(index, owner)):
        module, _, name = row.symbol.rpartition(".")
        gone = request.options.django.lacks(_versions(row.symbol, row.versions))
        if ":" not in row.symbol and request.wanted(name) and not gone:
            value = _qualified(module, name)
            item = _item(request, found.entry, name, value, rank, last=False)
            yield replace(item, summary=row.summary, symbol=row.symbol, kind="constant")


def _versions(symbol: str, said: Versions) -> Versions:
    """What the row of the sheet says, else what the facts know."""
    from cheatsheet_ls.facts import api

    return said if said != Versions() else api.versions(symbol)


def _qualified(module: str, name: str) -> Example:
    """The name as the file imports it; `adapt` turns `models.CASCADE` into what the file has."""
    package, _, last = module.rpartition(".")
    if module in _BEHIND_MODULE:
        return replace(_bare(f"{last}.{name}"), imports=(f"from {package} import {last}",))
    return replace(_bare(name), imports=(f"from {module} import {name}",))


def _bare(name: str) -> Example:
    return Example("", "", "python", Scope.MODULE, None, name)


def _call(request: Request, entry: Entry, name: str) -> Example | None:
    """`CharField(max_length=200)` of an example that assigns `models.CharField(max_length=200)`."""
    if request.place.context.get("value") != "yes":
        return None
    for example in entry.examples:
        value = value_of(example) if fits(example, request.options.django) else None
        span = called_name(value.body) if value is not None else None
        if value is not None and span is not None and value.body[span.start : span.end] == name:
            return replace(value, body=value.body[span.start :], imports=())
    return None


def _required(request: Request, owner: str, name: str) -> Example | None:
    """What the sheet has no example of, with the arguments it cannot do without."""
    from cheatsheet_ls.facts import api
    from cheatsheet_ls.features.required import required

    canonical = api.canonical(f"{owner}.{name}")
    if request.place.context.get("value") != "yes" or canonical is None:
        return None
    if api.class_(canonical) is None or "Field" not in name:
        return None
    wanted = required(canonical, request.options.django.high)
    given = ", ".join(f"{one.name}={one.value}" for one in wanted)
    fill = tuple(dict.fromkeys(one.value for one in wanted))
    imports = tuple(dict.fromkeys(line for one in wanted for line in one.imports))
    return replace(_bare(f"{name}({given})"), fill=fill, imports=imports)


def _decorating(entry: Entry, name: str) -> Example | None:
    """The first line of an example that begins with the decorator."""
    for example in entry.examples:
        first = example.body.lstrip().split("\n", 1)[0]
        if first.startswith(f"@{name}") and first.count("(") == first.count(")"):
            fill = tuple(word for word in example.fill if word in first)
            return replace(example, body=first[1:], fill=fill)
    return None


def _is_offered(request: Request, entry: Entry, name: str) -> bool:
    lacking = request.options.django.lacks(entry.versions)
    lacking = lacking or request.lacks_package(*entry.requires)
    return not lacking and request.wanted(name)


def _item(
    request: Request, entry: Entry, name: str, example: Example, rank: int, *, last: bool
) -> Item:
    example = request.bound(example)
    insert, edits = inserted(request, example)
    return Item(
        label=name,
        kind="snippet" if example.fill else "class",
        insert=insert,
        span=request.place.typed,
        detail=kind_words(entry.kind),
        summary=entry.summary,
        is_snippet=request.options.snippets and insert.endswith("$0"),
        filters=(name,),
        rank=rank,
        last=last,
        deprecated=request.options.django.reaches(entry.versions.deprecated),
        edits=edits,
        symbol=Symbol(entry.symbols[0]) if entry.symbols else None,
    )


_SOURCES: Mapping[str, Callable[[Request, Index], Iterator[Item]]] = {
    "attribute": _members_of_module,
    "decorator": _decorators,
    "keyword-value": _values_of_keyword,
}
