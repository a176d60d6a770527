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

from cheatsheet_ls.facts import build, calls, load
from cheatsheet_ls.facts.classes import class_ as class_
from cheatsheet_ls.facts.classes import element as element
from cheatsheet_ls.facts.classes import find_member as find_member
from cheatsheet_ls.facts.classes import function as function
from cheatsheet_ls.facts.classes import mro as mro
from cheatsheet_ls.facts.classes import value_type as value_type
from cheatsheet_ls.facts.name_types import numbers
from cheatsheet_ls.facts.types import Kind, Param
from cheatsheet_ls.model import Versions


def is_module(path: str) -> bool:
    return load.module(path) is not None


def submodule_or_name(module: str, name: str) -> str | None:
    """What `from module import name` gives: a canonical path, or the path of a submodule."""
    found = names_in(module).get(name)
    if found is None and is_module(f"{module}.{name}"):
        return f"{module}.{name}"
    return found


def star_names(module: str) -> Mapping[str, str]:
    """What `from module import *` gives in the newest release that has the module."""
    raw = load.module(module)
    if raw is None:
        return {}
    names = names_in(module)
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
def keywords(callable_canonical: str) -> Mapping[str, str]:
    """Keyword → the callable that declares it: a class or an ancestor, a function, a method."""
    return {name: owner for name, (owner, _) in _keyword_params(callable_canonical).items()}


def keyword(callable_canonical: str, name: str) -> tuple[str, Param] | None:
    """Who declares a keyword, and what is known of the parameter."""
    return _keyword_params(callable_canonical).get(name)


def versions(path: str) -> Versions:
    """Of a module, object, member or `kwarg:CALLABLE.NAME`; a removed alias has its own end."""
    if path.startswith("kwarg:"):
        owner, _, name = path.removeprefix("kwarg:").rpartition(".")
        found = keyword(owner, name)
        return _within(found[1].versions, versions(owner)) if found else Versions()
    owner, _, name = path.rpartition(".")
    module = load.module(owner)
    found_versions = _versions(canonical(path) or path)
    if module and name in module.get("-gone", {}) and not found_versions.removed:
        return Versions(removed=module["-gone"][name])
    return found_versions


def _within(own: Versions, outer: Versions) -> Versions:
    """An argument came no earlier than what takes it, and goes no later."""
    since = max(filter(None, (own.since, outer.since)), key=numbers, default=None)
    removed = min(filter(None, (own.removed, outer.removed)), key=numbers, default=None)
    return replace(own, since=since, removed=removed)


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


def _member_versions(owner: str, name: str) -> Versions:
    """A member goes with its class; it need not have come with it, but may have moved there."""
    found = find_member(owner, name)
    if found is None:
        return Versions()
    lived, gone = found[1].versions, _versions(found[0]).removed
    return replace(lived, removed=gone) if gone and not lived.removed else lived


@cache
def names_in(module: str) -> Mapping[str, str]:
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


def _keyword_params(path: str) -> calls.Declared:
    receiver, _, method = path.rpartition(".")
    receiver = canonical(receiver) or receiver
    if calls.is_method(receiver, method):
        return calls.of_method(receiver, method)
    return calls.of_object(canonical(path) or path)
