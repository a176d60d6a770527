"""What is known about the Python API of Django and its companions, asked by dotted path.

    >>> canonical("django.db.models.CharField")
    'django.db.models.fields.CharField'
    >>> public("django.db.models.fields.CharField")
    'django.db.models.CharField'
    >>> keywords("django.db.models.CharField")["null"]
    'django.db.models.fields.Field'

A canonical path is where a thing is defined in the newest release that has it; a member's is that
of the class that defines it. Nothing here reads anything but the generated data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from cheatsheet_ls.facts import build, load
from cheatsheet_ls.facts.inheritance import linearise
from cheatsheet_ls.facts.types import Callable_, ClassFacts, Kind, Member, Param
from cheatsheet_ls.model import Versions

MODEL = "django.db.models.base.Model"


def is_module(path: str) -> bool:
    return load.module(path) is not None


def submodule_or_name(module: str, name: str) -> str | None:
    """What `from module import name` gives: a canonical path, or the path of a submodule."""
    found = _names(module).get(name)
    if found is None and is_module(f"{module}.{name}"):
        return f"{module}.{name}"
    return found


def star_names(module: str) -> Mapping[str, str]:
    """What `from module import *` gives in the newest release that has the module."""
    raw = load.module(module)
    if raw is None:
        return {}
    names = _names(module)
    if "-all" in raw:
        return {name: names[name] for name in raw["-all"].split() if name in names}
    gone = raw.get("-gone", {})
    return {name: path for name, path in names.items() if name not in gone}


@lru_cache(maxsize=4096)
def canonical(path: str) -> str | None:
    """Any dotted path people write, in the one spelling of the facts; None where it is not ours.

    Options of a class are documented as its attributes, so `ForeignKey.on_delete` is known, too.
    """
    owner, _, name = path.rpartition(".")
    if load.record(path) is not None:
        return path
    if not owner:
        return path if is_module(path) else None
    if is_module(owner):
        return submodule_or_name(owner, name)
    parent = canonical(owner)
    if parent is None or is_module(parent):
        return None
    if load.record(f"{parent}.{name}") is not None:
        return f"{parent}.{name}"
    found = find_member(_class_behind(parent), name)
    if found:
        return f"{found[0]}.{name}"
    declared = keyword(parent, name) if class_(parent) else None
    return f"{declared[0]}.{name}" if declared else None


def public(canonical: str) -> str:
    """The spelling people import; a member's class is spelled so, too."""
    group = load.group_of(canonical)
    if group is None:
        return canonical
    if canonical in group["public"]:
        return str(group["public"][canonical])
    owner, _, name = canonical.rpartition(".")
    if load.record(canonical) is None and isinstance(load.record(owner), dict):
        return f"{public(owner)}.{name}"
    return canonical


def kind(canonical: str) -> Kind | None:
    raw = load.record(canonical)
    if raw is None:
        if is_module(canonical):
            return "module"
        owner, _, name = canonical.rpartition(".")
        known = find_member(owner, name) or (class_(owner) and keyword(owner, name))
        return "member" if known else None
    if isinstance(raw, dict):
        return "class"
    return "value" if raw[0] == "value" else "function"


@lru_cache(maxsize=2048)
def class_(canonical: str) -> ClassFacts | None:
    raw = load.record(canonical)
    return build.class_(canonical, raw) if isinstance(raw, dict) else None


@lru_cache(maxsize=4096)
def mro(canonical: str) -> tuple[str, ...]:
    """The class and its ancestors in Python's order; those that are not ours stand by name."""
    return linearise(canonical, lambda path: facts.bases if (facts := class_(path)) else ())


@lru_cache(maxsize=8192)
def find_member(canonical_class: str, name: str) -> tuple[str, Member] | None:
    """The class that defines a member, and the member; a manager's methods may be QuerySet's."""
    refined = ""
    for path in mro(canonical_class):
        raw = load.record(path)
        if not isinstance(raw, dict):
            continue
        refined = refined or raw.get("refined", {}).get(name, "")
        if name in raw["members"]:
            found = build.member(name, raw["members"][name])
            found = replace(found, type=refined) if refined else found
            return _borrowed_from(raw["members"][name], name) or path, found
    return None


@lru_cache(maxsize=2048)
def keywords(callable_canonical: str) -> Mapping[str, str]:
    """Keyword → the callable that declares it: a class or an ancestor, a function, a method."""
    return {name: owner for name, (owner, _) in _keyword_params(callable_canonical).items()}


def keyword(callable_canonical: str, name: str) -> tuple[str, Param] | None:
    """Who declares a keyword, and what is known of the parameter."""
    return _keyword_params(callable_canonical).get(name)


@lru_cache(maxsize=2048)
def function(canonical: str) -> Callable_ | None:
    """A function, or a method by `Class.method`."""
    raw = load.record(canonical)
    if isinstance(raw, list) and raw[0].endswith("function"):
        return build.callable_(canonical, raw)
    owner, _, name = canonical.rpartition(".")
    found = find_member(owner, name) if raw is None else None
    if found is None or not found[1].is_method:
        return None
    path, member = found
    return Callable_(f"{path}.{name}", member.params, member.type, member.is_async, member.versions)


def element(canonical_class: str) -> str:
    """What `Elem` is for a class that says so, or a base of it; "" where only its users know."""
    for path in mro(canonical_class):
        raw = load.record(path)
        if isinstance(raw, dict) and raw.get("generic"):
            return str(raw["generic"])
    return ""


def value_type(canonical: str) -> str:
    """The type expression of a module-level instance or constant."""
    raw = load.record(canonical)
    return raw[1] if isinstance(raw, list) and raw[0] == "value" and len(raw) > 1 else ""


def versions(path: str) -> Versions:
    """Of a module, object, member or `kwarg:CALLABLE.NAME`; a removed alias has its own end."""
    if path.startswith("kwarg:"):
        owner, _, name = path.removeprefix("kwarg:").rpartition(".")
        found = keyword(canonical(owner) or owner, name)
        return found[1].versions if found else Versions()
    owner, _, name = path.rpartition(".")
    module = load.module(owner)
    found_versions = _versions(canonical(path) or path)
    if module and name in module.get("-gone", {}) and not found_versions.removed:
        return Versions(removed=module["-gone"][name])
    return found_versions


def all_paths() -> Iterator[str]:
    """The public path of every class, function and value."""
    for group in load.groups():
        for path in group["objects"]:
            yield group["public"].get(path, path)


def _versions(path: str) -> Versions:
    raw = load.record(path)
    if isinstance(raw, dict):
        return build.versions(raw.get("versions", ""))
    if raw is not None:
        return build.versions(raw[3] if len(raw) > 3 else "")
    module = load.module(path)
    if module is not None:
        return build.versions(module.get("-versions", ""))
    return _member_versions(*path.rpartition(".")[::2])


def _borrowed_from(raw: list[Any], name: str) -> str | None:
    """Where a method comes from that was copied onto a class, as a manager's from QuerySet."""
    origin = raw[4] if len(raw) > 4 and raw[0].endswith("method") else ""
    found = find_member(origin, name) if origin else None
    return found[0] if found else None


def _member_versions(owner: str, name: str) -> Versions:
    """A member goes with its class; it need not have come with it, but may have moved there."""
    found = find_member(owner, name)
    if found is None:
        return Versions()
    lived, gone = found[1].versions, _versions(found[0]).removed
    return replace(lived, removed=gone) if gone and not lived.removed else lived


@cache
def _names(module: str) -> Mapping[str, str]:
    """Name → canonical path for one module."""
    raw = load.module(module) or {}
    found: dict[str, str] = {}
    for origin, words in raw.items():
        if origin.startswith("-"):
            continue
        for word in words.split():
            name, _, other = word.partition("=")
            defined = other or name
            found[name] = f"{origin or module}.{defined}"
    return found


def _class_behind(path: str) -> str:
    """The class whose members `path.name` means: the class itself, or that of an instance."""
    return value_type(path) or path


@lru_cache(maxsize=2048)
def _keyword_params(path: str) -> Mapping[str, tuple[str, Param]]:
    receiver, _, method = path.rpartition(".")
    receiver = canonical(receiver) or receiver
    if class_(receiver) and load.record(f"{receiver}.{method}") is None:
        return (
            _class_attributes(receiver)
            if method == "as_view"
            else _method_keywords(receiver, method)
        )
    path = canonical(path) or path
    if class_(path):
        return _constructor(path)
    if value_type(path):
        return _method_keywords(value_type(path), "__call__")
    found = function(path)
    return _named(path, found.params) if found else {}


def _constructor(path: str) -> Mapping[str, tuple[str, Param]]:
    """Own keywords and those of the bases, as long as `**kwargs` is handed up."""
    found: dict[str, tuple[str, Param]] = {}
    ancestors = mro(path)
    for ancestor in ancestors:
        facts = class_(ancestor)
        if facts is None:
            continue
        if facts.init is not None:
            found = {**_named(ancestor, facts.init), **found}
            if not facts.passes_kwargs and ancestor != MODEL:
                break
        if MODEL in ancestors:
            for name, member in facts.members.items():
                if member.kind == "field":
                    found.setdefault(name, (ancestor, Param(name)))
    return found


def _method_keywords(path: str, name: str) -> Mapping[str, tuple[str, Param]]:
    """A method's keywords; one with `**kwargs` takes those of the method it overrides, too."""
    found: dict[str, tuple[str, Param]] = {}
    for ancestor in mro(path):
        facts = class_(ancestor)
        if facts is None or name not in facts.members:
            continue
        defined = find_member(ancestor, name)
        if defined is None:
            break
        owner, member = defined
        found = {**_named(f"{owner}.{name}", member.params), **found}
        if not any(param.kind == "**" for param in member.params):
            break
    return found


def _class_attributes(path: str) -> Mapping[str, tuple[str, Param]]:
    """What `as_view()` takes: the attributes of the view's classes."""
    found: dict[str, tuple[str, Param]] = {}
    for ancestor in mro(path):
        facts = class_(ancestor)
        for name, member in facts.members.items() if facts else ():
            if member.kind in ("attribute", "property"):
                found.setdefault(name, (ancestor, Param(name, type=member.type)))
    return found


def _named(owner: str, params: tuple[Param, ...]) -> dict[str, tuple[str, Param]]:
    return {param.name: (owner, param) for param in params if param.keyword}
