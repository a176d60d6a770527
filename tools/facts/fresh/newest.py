"""The committed facts against the newest Django and its companions: each difference by name.

Types are left out: they come from the stubs, not from the packages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from cheatsheet_ls.facts import api, defaults, load
from tools.facts.api import check, overrides, write
from tools.facts.api.environments import COMPANION_ROOTS
from tools.facts.api.merge import merge
from tools.facts.fresh import environments
from tools.facts.fresh.environments import NEWEST

SCRIPT = "tools/facts/fresh/inside/newest.py"
# Depends on the machine: libraries of C, docutils, PyYAML, the version of Python.
MACHINE = re.compile(
    r"django\.contrib\.gis\.(gdal|geos)\..*|django\.contrib\.admindocs\.utils[.:]\w+"
    r"|.*\.StashedState|rest_framework\.\w+[.:]yaml|django\.utils\.copy[.:]replace|.*:replace"
)
Told = dict[str, Any]


def differences() -> tuple[int, list[str]]:
    """How many names were compared, and what is wrong."""
    dumps = [environments.read(NEWEST, SCRIPT, roots) for roots in ("django", companions())]
    real, filed = told(fresh(dumps)), told(committed())
    readable = Readable(dumps)
    every = sorted({*real, *(name for name in filed if readable.has(name, filed[name]))})
    every = [name for name in every if not MACHINE.fullmatch(name)]
    lines = [line for name in every if (line := difference(name, real, filed))]
    return len(every), lines


def companions() -> str:
    return ",".join(COMPANION_ROOTS)


def difference(name: str, real: Told, filed: Told) -> str | None:
    if name not in filed:
        return f"{name}: is not filed"
    if name not in real:
        if is_of_stubs(name, filed[name]):
            return None
        return f"{name}: is filed, and not in the package"
    if real[name] != filed[name] and name not in set(by_hand()):
        return f"{name}: is {real[name]}, filed as {filed[name]}"
    return None


def fresh(dumps: list[Any]) -> list[Any]:
    facts = merge([(NEWEST, dumps[0])])
    others = merge([(NEWEST, dumps[1])], facts)
    for part in ("modules", "objects"):
        facts[part].update(others[part])
    facts["releases"] = [NEWEST]
    files = write.files(facts, {})
    groups = [json.loads(text) for name, text in files.items() if name != "index.json"]
    return [check.without_history(group) for group in groups]


def committed() -> list[Any]:
    return [check.without_history(dict(group)) for group in load.groups()]


class Readable:
    """Which of the filed names must be in the dumps: generated ones, of modules that were read."""

    def __init__(self, dumps: list[Any]) -> None:
        self.modules = {module for dump in dumps for module in dump["modules"]}
        self.by_hand = set(by_hand())

    def has(self, name: str, filed: Any) -> bool:
        path = name.partition(":")[0]
        if name in self.by_hand or path.startswith("unittest."):
            return False
        leads_out = isinstance(filed, str) and not self.is_read(filed)
        return self.is_read(path) and not leads_out

    def is_read(self, path: str) -> bool:
        """The innermost module of a path that is one of ours was read."""
        while path and path not in self.modules:
            if api.is_module(path):
                return False
            path = path.rpartition(".")[0]
        return bool(path)


def is_of_stubs(name: str, filed: Any) -> bool:
    """Attributes without a value that the stubs add: what an instance has, what a form makes."""
    owner, _, attribute = name.rpartition(".")
    is_attribute = isinstance(filed, list) and filed[0] in ("attribute", "instance")
    return is_attribute and defaults.attribute(owner, attribute, NEWEST) is None


def by_hand() -> Iterator[str]:
    """What the overrides add, under the names it is found by."""
    for path in (*overrides.CLASSES, *overrides.VALUES):
        yield path
        module, _, name = path.rpartition(".")
        yield f"{module}:{name}"
        yield from (f"{path}.{word}" for word in overrides.CLASSES.get(path, {}).get("members", ()))
    for path, (_, removed) in overrides.DEPRECATED.items():
        if not removed:  # told as if it were what it was: a class of its own
            owner, _, name = path.rpartition(".")
            yield from (path, f"{owner}:{name}", f"{owner.rpartition('.')[0]}:{name}")
    for path, members in overrides.MEMBERS.items():
        yield from (f"{path}.{name}" for name in members)


def told(groups: list[Any]) -> Told:
    """`path`, `path.member` and `module:name`, each with what is comparable about it."""
    found: Told = {}
    for content in groups:
        for path, raw in content["objects"].items():
            found.update(of_object(path, raw))
        for module, names in content["modules"].items():
            found.update(of_module(module, names))
    return found


def of_object(path: str, raw: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(raw, list):
        yield path, [raw[0], untyped((raw + ["", ""])[2])]
        return
    bases = [b for b in raw["bases"].split() if b != overrides.PROXIES.get(path)]
    yield path, [*bases, untyped(raw.get("init", ""))]
    for name, member in raw["members"].items():
        yield f"{path}.{name}", [member[0], untyped((member + ["", ""])[2])]


def of_module(module: str, names: Any) -> Iterator[tuple[str, str]]:
    for origin, words in names.items():
        for word in words.split() if isinstance(words, str) else words:
            name, _, other = word.partition("=")
            if not origin.startswith("-"):
                yield f"{module}:{name}", f"{origin or module}.{other or name}"


def untyped(tokens: str) -> str:
    kept = []
    for token in tokens.split():
        name, colon, _ = token.partition(":")
        kept.append(name + "=" if colon and token.endswith("=") else name)
    return " ".join(kept)
