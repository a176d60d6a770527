"""Plain names where only certain ones are legal: keywords, members, `Meta` options, settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cheatsheet_ls.features.completion.item import Item, Request
from cheatsheet_ls.features.render.words import kind_words
from cheatsheet_ls.model import Scope, Symbol, Versions

if TYPE_CHECKING:
    from cheatsheet_ls.sheet.index import Index

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


@dataclass(frozen=True, slots=True)
class Name:
    """One legal name. What the sheet says about it comes before what the facts say."""

    name: str
    symbol: Symbol
    kind: str
    detail: str
    summary: str = ""
    versions: Versions = field(default_factory=Versions)
    rank: int = 50


def items(request: Request) -> Iterator[Item]:
    source = _SOURCES.get(request.place.trigger, _nothing)
    suffix = "=" if request.place.trigger == "argument" else ""
    yield from as_items(request, source(request), suffix=suffix)


def as_items(request: Request, names: Iterable[Name], *, suffix: str = "") -> Iterator[Item]:
    django = request.options.django
    for name in sorted(names, key=lambda one: one.rank):
        if name.name in request.place.taken or django.is_past(name.versions.removed):
            continue
        if request.wanted(name.name):
            yield Item(
                label=name.name + suffix,
                kind=name.kind,
                insert=name.name + suffix,
                span=request.place.typed,
                detail=name.detail,
                summary=name.summary,
                filters=(name.name,),
                rank=name.rank,
                deprecated=django.reaches(name.versions.deprecated),
                symbol=name.symbol,
            )


def rows_of(index: Index | None, symbol: Symbol | None) -> Iterator[Name]:
    """The options of the entry of a symbol, in the order their writer chose."""
    found = index.find((symbol,)) if index is not None and symbol else None
    if found is None or found.option is not None:
        return
    for rank, option in enumerate(found.entry.options):
        kind, _, _ = option.symbol.partition(":")
        name = option.symbol.rpartition(".")[2]
        detail = f"{found.entry.title} {'argument' if kind == 'kwarg' else 'member'}"
        yield Name(
            name, option.symbol, "property", detail, option.summary, option.versions, min(rank, 49)
        )


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
            yield _told(request, Name(name, symbol, "property", detail, versions=versions))


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
                yield _told(request, found)


def _statements(request: Request) -> Iterator[Name]:
    """Names a class body, a `class Meta` or a settings module may assign."""
    scope = request.place.scope
    if scope in _META:
        yield from _meta_options(request, _META[scope])
    elif scope is Scope.SETTINGS:
        yield from _settings(request)
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
            yield _told(request, found)


def _settings(request: Request) -> Iterator[Name]:
    from cheatsheet_ls.facts import names

    owner = request.place.owner or ""
    if owner.startswith("setting:"):
        keys: Iterable[str] = names.keys_of(owner.removeprefix("setting:"))
        prefix = owner.removeprefix("setting:") + "."
    else:
        keys, prefix = (name for name in names.names("setting") if "." not in name), ""
    for key in keys:
        facts = names.setting(prefix + key)
        if facts is not None:
            symbol = Symbol(f"setting:{prefix}{key}")
            found = Name(key, symbol, "constant", "setting", versions=facts.versions)
            yield _told(request, found)


def _attributes(request: Request) -> Iterator[Name]:
    owner = request.place.owner
    if owner in ("django.conf.settings", "setting:"):
        return _settings(request)
    return _members(request)


def _lookups(request: Request) -> Iterator[Name]:
    from cheatsheet_ls.facts import names

    for name in names.names("lookup"):
        facts = names.lookup(name)
        if facts is not None:
            kind = "transform" if facts.transform else "lookup"
            symbol = Symbol(f"lookup:{name}")
            found = Name(name, symbol, "operator", f"field {kind}", versions=facts.versions)
            told = _told(request, found)
            yield replace(told, rank=told.rank + (0 if _for_all_fields(facts.fields) else 5))


def _for_all_fields(fields: tuple[str, ...]) -> bool:
    return any(field.rpartition(".")[2] == "Field" for field in fields)


def _strings(request: Request) -> Iterator[Name]:
    """Words inside quotes that mean something: apps, middleware, converters, keys of a setting."""
    from cheatsheet_ls.facts import names

    owner = request.place.owner or ""
    if owner == "setting:INSTALLED_APPS":
        for name in names.names("app"):
            facts = names.app(name)
            versions = facts.versions if facts else Versions()
            symbol = Symbol(f"app:{name}")
            yield _told(request, Name(name, symbol, "module", "app", versions=versions))
    elif owner == "setting:MIDDLEWARE":
        yield from _paths(request, ".middleware.", "middleware")
    elif owner == "setting:AUTHENTICATION_BACKENDS":
        yield from _paths(request, ".backends.", "authentication backend")
    elif owner.startswith("setting:"):
        yield from _settings(request)


def _paths(request: Request, part: str, detail: str) -> Iterator[Name]:
    from cheatsheet_ls.facts import api

    word = {"middleware": "Middleware"}.get(detail, "Backend")
    for path in api.all_paths():
        if part in path and path.endswith(word) and "Base" not in path:
            yield _told(request, Name(path, Symbol(path), "class", detail))


def _commands(request: Request) -> Iterator[Name]:
    from cheatsheet_ls.facts import names

    owner = (request.place.owner or "").removeprefix("command:")
    found = names.command(owner) if owner else None
    if found is not None:
        for option in (*found.options, *names.common_options()):
            symbol = Symbol(f"command:{owner} {option.name}")
            flag = Name(option.name, symbol, "property", f"flag of {owner}", "", option.versions)
            yield _told(request, flag)
        return
    for name in names.names("command"):
        facts = names.command(name)
        if facts is not None:
            symbol = Symbol(f"command:{name}")
            command = Name(name, symbol, "keyword", "command", versions=facts.versions)
            yield _told(request, command)


def _packages(request: Request) -> Iterator[Name]:
    from cheatsheet_ls.facts import names

    for name in names.names("package"):
        yield _told(request, Name(name, Symbol(f"package:{name}"), "module", "package"))


def _told(request: Request, name: Name) -> Name:
    """With what the sheet says, which also moves it before what only the facts know."""
    found = request.index.find((name.symbol,)) if request.index is not None else None
    if found is None:
        return name
    option = found.option
    summary = option.summary if option else found.entry.summary
    detail = name.detail if option else kind_words(found.entry.kind) or name.detail
    versions = option.versions if option else found.entry.versions
    known = versions if versions != Versions() else name.versions
    return replace(name, detail=detail, summary=summary, versions=known, rank=40)


Source = Callable[[Request], Iterable[Name]]

_SOURCES: Mapping[str, Source] = {
    "argument": _arguments,
    "attribute": _attributes,
    "statement": _statements,
    "lookup": _lookups,
    "string": _strings,
    "command": _commands,
    "option": _commands,
    "package": _packages,
}
