"""Classes, functions and instances by canonical path: ancestors, members, types."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from cheatsheet_ls.facts import build, load
from cheatsheet_ls.facts.inheritance import linearise
from cheatsheet_ls.facts.types import Callable_, ClassFacts, Member


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


def _borrowed_from(raw: list[Any], name: str) -> str | None:
    """Where a method comes from that was copied onto a class, as a manager's from QuerySet."""
    origin = raw[4] if len(raw) > 4 and raw[0].endswith("method") else ""
    found = find_member(origin, name) if origin else None
    return found[0] if found else None
