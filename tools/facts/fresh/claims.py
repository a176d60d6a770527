"""What the facts claim about one release of Django, for `inside/probe.py` to contradict."""

from __future__ import annotations

import re
from typing import Any

from cheatsheet_ls.facts import api, defaults, load
from cheatsheet_ls.facts.types import Member, Param
from tools.facts.api import overrides

SEEN_ON_CLASS = ("method", "classmethod", "staticmethod", "property", "attribute")
# Named by the reader, or by the C library that stands in for GDAL and GEOS; gone for two releases.
MADE = re.compile(
    r"FromQuerySet$|\d$|\.LP_\w+$|_Array_\d+$|\.NoneType$|\.l(?:gdal|geos)$|\.WordsRegex$"
    r"|datetime_safe\.\w+$|postgresql\.compiler\.SQLInsertCompiler$|\.RemovedIn\w+$"
)
# Comes with a class of Python that other versions lack, or that Django defines only in some.
PYTHONS_OWN = {"handle_error", "addDuration", "stop"}
GONE, UNKNOWN = "gone", "?"
Claim = dict[str, Any]


def claims(release: str) -> dict[str, Claim]:
    """By the path people import."""
    found: dict[str, Claim] = {}
    spelled = spellings()
    for group in load.groups():
        for canonical in group["objects"]:
            is_made = canonical in by_hand() or MADE.search(canonical)
            if canonical.startswith("django.") and not is_made and canonical in spelled:
                told = claim(canonical, release)
                paths = spelled[canonical] if told["there"] else [api.public(canonical)]
                found[canonical] = {**told, "paths": paths}
    return found


def spellings() -> dict[str, list[str]]:
    """Every path that leads to an object, in one release or another."""
    found: dict[str, list[str]] = {}
    for group in load.groups():
        for module in group["modules"]:
            for name, canonical in api.names_in(module).items():
                found.setdefault(canonical, []).append(f"{module}.{name}")
    return found


def by_hand() -> set[str]:
    """What the overrides made up, so that types have a name."""
    return {*overrides.CLASSES, *overrides.VALUES}


def claim(canonical: str, release: str) -> Claim:
    found: Claim = {"there": exists(canonical, release)}
    facts = api.class_(canonical)
    if facts is None:
        function = api.function(canonical)
        if function and function.params:
            found["params"] = {"": parameters(canonical, function.params, release)}
        return found
    told = {
        name: member
        for name, member in facts.members.items()
        if member.kind in SEEN_ON_CLASS
        and not name.startswith("__")
        and name not in PYTHONS_OWN
        and name not in overrides.MEMBERS.get(canonical, {})
    }
    found["members"] = {
        name: defaults.exists(member.versions, release) for name, member in told.items()
    }
    found["values"] = {
        name: defaults.attribute(canonical, name, release) or UNKNOWN
        for name, member in told.items()
        if member.kind == "attribute" and found["members"][name]
    }
    found["params"] = {
        name: parameters(f"{canonical}.{name}", member.params, release)
        for name, member in told.items()
        if member.params and defined_here(canonical, name, member, release)
    }
    return found


def exists(canonical: str, release: str) -> bool:
    """Stubs that are kept for old migrations count as removed, and still import."""
    return defaults.exists(api.versions(api.public(canonical)), release)


def defined_here(canonical: str, name: str, member: Member, release: str) -> bool:
    owner = api.find_member(canonical, name)
    here = owner is not None and owner[0] == canonical
    return here and defaults.exists(member.versions, release)


def parameters(owner: str, params: tuple[Param, ...], release: str) -> dict[str, str]:
    return {param.name: parameter(owner, param, release) for param in params if param.keyword}


def parameter(owner: str, param: Param, release: str) -> str:
    if not defaults.exists(param.versions, release):
        return GONE
    return defaults.parameter(owner, param, release) or UNKNOWN
