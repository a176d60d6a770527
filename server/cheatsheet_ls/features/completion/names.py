"""Plain names where only certain ones are legal: keywords, members, `Meta` options, settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from cheatsheet_ls.features.completion import commands, settings
from cheatsheet_ls.features.completion.item import Item, Request
from cheatsheet_ls.features.completion.name import Name, as_items, rows_of, told
from cheatsheet_ls.model import Scope, Symbol

_META = {
    Scope.MODEL_META: "model",
    Scope.FORM_META: "form",
    Scope.SERIALIZER_META: "serializer",
}
_CLASS_BODIES = frozenset(
    {Scope.MODEL_BODY, Scope.FORM_BODY, Scope.ADMIN_BODY, Scope.VIEW_BODY, Scope.SERIALIZER_BODY}
    | {Scope.API_VIEW_BODY, Scope.TEST_BODY, Scope.COMMAND_BODY, Scope.APPS_BODY}
    | {Scope.MANAGER_BODY}
)


def items(request: Request) -> Iterator[Item]:
    source = _SOURCES.get(request.place.trigger, _nothing)
    suffix = "=" if request.place.trigger == "argument" else ""
    yield from as_items(request, source(request), suffix=suffix)


def _nothing(request: Request) -> Iterator[Name]:
    yield from ()


def _arguments(request: Request) -> Iterator[Name]:
    """Keyword arguments the call does not have yet."""
    from cheatsheet_ls.facts import api

    owner = request.place.owner
    if owner is None:
        return
    in_sheet = {row.name: row for row in rows_of(request.index, owner) if _is_keyword(row)}
    yield from in_sheet.values()
    canonical = api.canonical(owner)
    for name in api.keywords(canonical) if canonical else ():
        if name not in in_sheet and not name.startswith("_"):
            symbol = Symbol(f"kwarg:{owner}.{name}")
            versions = api.versions(symbol)
            detail = f"{owner.rpartition('.')[2]} argument"
            yield told(request, Name(name, symbol, "property", detail, versions=versions))


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
    in_sheet = {row.name: row for row in rows_of(request.index, owner) if not _is_keyword(row)}
    yield from in_sheet.values()
    for ancestor in api.mro(canonical):
        facts = api.class_(ancestor)
        for name, member in facts.members.items() if facts else ():
            if name not in in_sheet and not name.startswith("_"):
                kind = "method" if member.is_method else "property"
                public = api.public(ancestor)
                symbol = Symbol(f"{public}.{name}")
                detail = (
                    f"{public.rpartition('.')[2]} {'method' if kind == 'method' else 'attribute'}"
                )
                found = Name(name, symbol, kind, detail, versions=member.versions)
                yield told(request, found)


def _statements(request: Request) -> Iterator[Name]:
    """Names a class body, a `class Meta` or a settings module may assign."""
    scope = request.place.scope
    if scope in _META:
        yield from _meta_options(request, _META[scope])
    elif scope is Scope.SETTINGS:
        yield from settings.settings(request)
    elif scope in _CLASS_BODIES and request.typed:
        yield from _members(request)


def _meta_options(request: Request, kind: str) -> Iterator[Name]:
    from cheatsheet_ls.facts import names

    for full in names.names("meta"):
        of, _, name = full.partition(".")
        facts = names.meta_option(of, name) if of == kind else None
        if facts is not None:
            symbol = Symbol(f"meta:{full}")
            found = Name(name, symbol, "property", f"{kind} Meta option", versions=facts.versions)
            yield told(request, found)


def _attributes(request: Request) -> Iterator[Name]:
    owner = request.place.owner
    if owner in ("django.conf.settings", "setting:"):
        return settings.settings(request)
    return _members(request)


def _lookups(request: Request) -> Iterator[Name]:
    from cheatsheet_ls.facts import names

    for name in names.names("lookup"):
        facts = names.lookup(name)
        if facts is not None:
            kind = "transform" if facts.transform else "lookup"
            symbol = Symbol(f"lookup:{name}")
            found = Name(name, symbol, "operator", f"field {kind}", versions=facts.versions)
            known = told(request, found)
            yield replace(known, rank=known.rank + (0 if _for_all_fields(facts.fields) else 40))


def _for_all_fields(fields: tuple[str, ...]) -> bool:
    return any(field.rpartition(".")[2] == "Field" for field in fields)


Source = Callable[[Request], Iterable[Name]]

_SOURCES: Mapping[str, Source] = {
    "argument": _arguments,
    "attribute": _attributes,
    "statement": _statements,
    "lookup": _lookups,
    "string": settings.strings,
    "command": commands.commands,
    "option": commands.commands,
    "package": commands.packages,
}
