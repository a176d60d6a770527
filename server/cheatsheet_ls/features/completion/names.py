"""Plain names where only certain ones are legal: keywords, members, `Meta` options, settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from cheatsheet_ls.features.completion import (
    commands,
    hooks,
    lookups,
    meta_options,
    overrides,
    settings,
)
from cheatsheet_ls.features.completion.item import Item, Request
from cheatsheet_ls.features.completion.name import Name, as_items, rows_of, told
from cheatsheet_ls.model import Scope, Symbol

if TYPE_CHECKING:
    from cheatsheet_ls.facts.types import Member

_META = {
    Scope.MODEL_META: "model",
    Scope.FORM_META: "form",
    Scope.SERIALIZER_META: "serializer",
}


_SETTINGS = ("django.conf.settings", "setting:")


def items(request: Request) -> Iterator[Item]:
    """Names with something behind them have a source of their own."""
    place = request.place
    if place.trigger == "meta":
        yield from meta_options.items(request, "filterset")
    elif place.trigger == "statement" and place.scope in _META:
        yield from meta_options.items(request, _META[place.scope])
    elif place.trigger == "statement" and place.scope is Scope.SETTINGS:
        yield from settings.assignments(request)
    elif place.trigger in ("statement", "def") and "bases" in place.context:
        yield from overrides.items(request)
    elif place.trigger in ("hook", "filterset"):
        yield from hooks.items(request)
    source = _SOURCES.get(place.trigger, _nothing)
    suffix = "=" if place.trigger == "argument" else ""
    # What follows a dot the type checker offers as well: its names come first.
    last = place.trigger == "attribute" and place.owner not in _SETTINGS
    for item in as_items(request, source(request), suffix=suffix, last=last):
        yield _called(request, item) if item.label.startswith("assert") else item


def _called(request: Request, item: Item) -> Item:
    """`assertContains(${1:response}, ${2:text})`: an assertion is there to be called."""
    from cheatsheet_ls.facts import api
    from cheatsheet_ls.features.required import required

    found = api.canonical(item.symbol) if item.symbol else None
    behind = request.document.text[request.place.typed.end :][:1]
    if found is None or behind == "(" or not request.options.snippets:
        return item
    wanted = required(found, request.options.django.high)
    given = ", ".join(f"${{{at}:{one.name}}}" for at, one in enumerate(wanted, 1))
    return replace(item, insert=f"{item.insert}({given})$0", is_snippet=True)


def _nothing(request: Request) -> Iterator[Name]:
    yield from ()


def _arguments(request: Request) -> Iterator[Name]:
    """Keyword arguments the call does not have yet, and the fields that a query may ask about."""
    from cheatsheet_ls.facts import api

    yield from lookups.fields(request)
    owner = request.place.owner
    if owner is None:
        return
    in_sheet = {row.name: row for row in rows_of(request.index, owner) if _is_keyword(row)}
    yield from in_sheet.values()
    canonical = api.canonical(owner)
    for name in api.keywords(canonical) if canonical else ():
        if name not in in_sheet and not name.startswith("_"):
            yield _keyword(request, owner, name, api.keywords(canonical or "")[name])


def _keyword(request: Request, owner: Symbol, name: str, declared: str) -> Name:
    """An argument that a base declares is used, and told of, under the name of the base."""
    from cheatsheet_ls.facts import api

    own, of_base = (Symbol(f"kwarg:{one}.{name}") for one in (owner, api.public(declared)))
    detail = f"{owner.rpartition('.')[2]} argument"
    found = told(request, Name(name, of_base, "property", detail, versions=api.versions(own)))
    return replace(found, detail=detail, symbol=own if found.summary == "" else found.symbol)


def _is_keyword(name: Name) -> bool:
    return name.symbol.startswith("kwarg:")


def _members(request: Request) -> Iterator[Name]:
    """Methods and attributes of the class of what stands before the dot."""
    from cheatsheet_ls.facts import api

    owner = request.place.owner
    canonical = api.canonical(owner) if owner else None
    if owner is None or canonical is None:
        return
    if api.is_module(canonical):
        return
    met: set[str] = set()
    for ancestor in api.mro(canonical):
        facts = api.class_(ancestor)
        for name, member in facts.members.items() if facts else ():
            if name not in met and not name.startswith("_"):
                met.add(name)
                yield _member(request, api.public(ancestor), name, member)


def _member(request: Request, owner: str, name: str, member: Member) -> Name:
    word = "method" if member.is_method else "attribute"
    detail = f"{owner.rpartition('.')[2]} {word}"
    kind = "method" if member.is_method else "property"
    name_ = Name(name, Symbol(f"{owner}.{name}"), kind, detail, versions=member.versions)
    return told(request, name_)


def _attributes(request: Request) -> Iterator[Name]:
    owner = request.place.owner
    if owner in _SETTINGS:
        return settings.settings(request)
    return _members(request)


Source = Callable[[Request], Iterable[Name]]

_SOURCES: Mapping[str, Source] = {
    "argument": _arguments,
    "attribute": _attributes,
    "lookup": lookups.lookups,
    "string": settings.strings,
    "command": commands.commands,
    "option": commands.commands,
    "package": commands.packages,
}
