"""Turns imported modules into plain records: names, classes and members, functions, values."""

from __future__ import annotations

import builtins
import functools
import inspect
import sys
import types
from pathlib import Path
from typing import Any

from tools.facts.api.inside import members, signatures
from tools.facts.api.inside.source import Source

ROOTS = (
    "django",
    "rest_framework",
    "channels",
    "channels_redis",
    "daphne",
    "allauth",
    "debug_toolbar",
)
ROUTINES = (
    types.FunctionType,
    types.BuiltinFunctionType,
    functools.partial,
    type(functools.lru_cache(len)),
)


def is_ours(path: str) -> bool:
    return path.split(".")[0] in ROOTS


def path_of(thing: Any) -> str:
    return "{}.{}".format(getattr(thing, "__module__", ""), getattr(thing, "__qualname__", ""))


class Reader:
    """Reads each object once; `objects` collects the records by canonical path."""

    def __init__(self, modules: dict[str, types.ModuleType]) -> None:
        self.modules = modules
        self._roots = {name.partition(".")[0] for name in modules}
        self.objects: dict[str, Any] = {}
        self._sources: dict[str, Source | None] = {}
        self._classes: dict[int, str] = {}

    def source(self, module: str) -> Source | None:
        if module not in self._sources:
            file = getattr(sys.modules.get(module), "__file__", None) or ""
            self._sources[module] = None
            if file.endswith(".py"):
                text = Path(file).read_text(encoding="utf-8")
                self._sources[module] = Source(module, file.endswith("__init__.py"), text)
        return self._sources[module]

    def names(self, module: types.ModuleType) -> dict[str, Any]:
        found: dict[str, str] = {}
        for name, thing in sorted(vars(module).items()):
            if name.startswith("_"):
                continue
            path = self.canonical(module.__name__, name, thing)
            if path:
                found[name] = path
                self.record(path, thing)
        found.update(self.lazy_names(module))
        exported = getattr(module, "__all__", None)
        source = self.source(module.__name__)
        return {
            "names": found,
            "all": sorted(map(str, exported)) if exported else None,
            "removal": source.module_removal if source else None,
        }

    def lazy_names(self, module: types.ModuleType) -> dict[str, str]:
        """What a module's `__getattr__` gives: old names, mostly, that warn."""
        source = self.source(module.__name__)
        found: dict[str, str] = {}
        for name in source.lazy_names() if source else ():
            thing = getattr(module, name, None)
            if thing is None or name.startswith("_") or name in vars(module):
                continue
            path = f"{module.__name__}.{name}"
            found[name] = path
            self.record(path, thing, again=True)
            removal = source.lazy_removal() if source else None
            if removal and path in self.objects:
                self.objects[path]["removal"] = removal
        return found

    def canonical(self, module: str, name: str, thing: Any, depth: int = 0) -> str | None:
        """Where the thing behind `module.name` is defined; None where it is not ours."""
        if isinstance(thing, types.ModuleType):
            return thing.__name__ if thing.__name__ in self.modules else None
        if isinstance(thing, (type, *ROUTINES)):
            path = path_of(thing)
            if resolves(path, thing):
                return path if is_ours(path) else None
        return self._bound(module, name, thing, depth)

    def _bound(self, module: str, name: str, thing: Any, depth: int) -> str | None:
        source = self.source(module)
        if source is None or not is_ours(module) or depth > 9:
            return None
        if name in source.imported and name not in source.own:
            origin, attribute = source.imported[name]
            if not attribute or attribute.startswith("__") or not is_ours(origin):
                return None
            return self.canonical(origin, attribute, thing, depth + 1)
        if name not in source.own:
            for star in source.stars:
                if is_ours(star) and name in vars(sys.modules[star]):
                    return self.canonical(star, name, thing, depth + 1)
        if isinstance(thing, type) and not is_ours(path_of(thing)) and name in source.imported:
            return None
        return module + "." + name

    def record(self, path: str, thing: Any, again: bool = False) -> None:
        """`again`: under a second name, which is then told as a value of that class or function."""
        if path in self.objects or isinstance(thing, types.ModuleType):
            return
        if isinstance(thing, type) and is_ours(path_of(thing)) and not again:
            self.class_path(thing)
        elif isinstance(thing, type):
            self.objects[path] = {"kind": "value", "type": self.type_of(thing)}
        elif (
            path.rsplit(".", 1)[0] not in self.modules
            and path.rsplit(".", 1)[0] not in self.objects
        ):
            return
        elif callable(thing) and (isinstance(thing, ROUTINES) or not is_ours(path_of(type(thing)))):
            self.objects[path] = self.function(path, thing)
        else:
            self.objects[path] = {"kind": "value", "type": self.type_of(thing)}

    def type_of(self, thing: Any) -> str:
        kind = type(thing)
        if isinstance(thing, type):
            return f"type[{self.class_path(thing)}]"
        if kind.__module__ == "builtins":
            return "builtins." + kind.__name__ if hasattr(builtins, kind.__name__) else ""
        return self.class_path(kind)

    def class_path(self, cls: type) -> str:
        """The path of a class, which is recorded on the way if it is one of the packages read."""
        path = path_of(cls)
        if not is_ours(path) or ("<locals>" in path and cls.__module__ not in self.modules):
            return path
        if id(cls) in self._classes:
            return self._classes[id(cls)]
        path = path.replace("<locals>.", "")
        if not resolves(path, cls):
            path = self._free(path)
        self._classes[id(cls)] = path
        if cls.__module__.partition(".")[0] in self._roots:
            self.objects[path] = {}
            self.objects[path].update(self._class(path, cls))
        return path

    def foreign(self, cls: type) -> None:
        """A class of the standard library whose members Django's users write every day."""
        path = path_of(cls)
        self.objects[path] = {}
        self.objects[path].update(self._class(path, cls))

    def _free(self, path: str) -> str:
        """Classes made by a call may share a path with another one."""
        number, free = 1, path
        while free in self.objects or free in self._classes.values():
            number += 1
            free = f"{path}{number}"
        return free

    def _class(self, path: str, cls: type) -> dict[str, Any]:
        source = self.source(cls.__module__)
        record: dict[str, Any] = {
            "kind": "class",
            "bases": [self.class_path(base) for base in cls.__bases__ if base is not object],
            "members": members.read(self, path, cls, source),
        }
        record.update(signatures.constructor(cls, source))
        removal = source.removal(cls.__qualname__) if source else None
        if removal:
            record["removal"] = removal
        return record

    def function(self, path: str, thing: Any) -> dict[str, Any]:
        module, _, name = path.rpartition(".")
        source = self.source(getattr(thing, "__module__", "") or module)
        qualname = getattr(thing, "__qualname__", name)
        record: dict[str, Any] = {
            "kind": "function",
            "params": signatures.parameters(thing, source, qualname),
            "defaults": signatures.defaults(thing, source, qualname),
        }
        if inspect.iscoroutinefunction(thing):
            record["async"] = True
        removal = source.removal(qualname) if source else None
        if removal:
            record["removal"] = removal
        return record


def resolves(path: str, thing: Any) -> bool:
    """Is the thing really found by following its own name?"""
    module = getattr(thing, "__module__", None)
    if not isinstance(module, str) or module not in sys.modules or "<locals>" in path:
        return False
    found: Any = sys.modules[module]
    for part in path[len(module) + 1 :].split("."):
        found = vars(found).get(part) if isinstance(found, (type, types.ModuleType)) else None
    return found is thing
