"""An example as it comes in, and the ways to run its code."""

from __future__ import annotations

import ast
import linecache
import sys
import types
from dataclasses import dataclass
from typing import Any

from .made import RAN, Ran

# Above a class made of an example's body: the models it may name.
MODELS = "from library.models import Author, Book, Publisher, Review, Tag\n"


class Failed(Exception):
    """The example does not do what its scope demands; the message says why."""


@dataclass(frozen=True)
class Example:
    id: str
    scope: str
    language: str
    imports: str
    body: str
    symbols: tuple[str, ...] = ()
    file: str | None = None
    requires: tuple[str, ...] = ()
    deprecated: bool = False

    @property
    def code(self) -> str:
        return f"{self.imports}\n\n{self.body}" if self.imports else self.body

    @property
    def filename(self) -> str:
        return f"<{self.id}>"

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.code, self.filename)


def remember(example: Example, source: str, names: dict[str, Any]) -> None:
    """Lets tracebacks show the example's lines, and the checks after the run see its names."""
    RAN.append(Ran(source, names))
    lines = source.splitlines(keepends=True)
    linecache.cache[example.filename] = (len(source), None, lines, example.filename)


def run_module(
    example: Example, name: str, before: dict[str, Any] | None = None, source: str | None = None
) -> types.ModuleType:
    """Executes the code as the module `name`, which others can then import by that name."""
    module = types.ModuleType(name)
    module.__package__ = name.rpartition(".")[0]
    module.__file__ = example.filename
    module.__dict__.update(before or {})
    sys.modules[name] = module
    parent, _, last = name.rpartition(".")
    if parent:
        __import__(parent)
        setattr(sys.modules[parent], last, module)
    text = example.code if source is None else source
    remember(example, text, module.__dict__)
    exec(compile(text, example.filename, "exec", dont_inherit=True), module.__dict__)
    return module


def class_source(header: str, example: Example, extra: str = "") -> str:
    """A module with the example's imports and a class whose body is the example's body."""
    body = "\n".join(f"    {line}" if line.strip() else "" for line in example.body.splitlines())
    extra = "\n".join(f"    {line}" for line in extra.splitlines())
    return f"{example.imports}\n\n\n{header}\n{extra}\n{body}\n    pass\n"


def body_names(example: Example) -> set[str]:
    """Names the body assigns or defines at its top level."""
    names: set[str] = set()
    for node in ast.parse(example.body).body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names.update(t.id for t in node.targets if isinstance(t, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
    return names


def defined_in_classes(example: Example) -> set[str]:
    """Names of the methods of the classes the example defines."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = [n for n in ast.parse(example.body).body if isinstance(n, ast.ClassDef)]
    return {m.name for node in found for m in node.body if isinstance(m, functions)}


def public_class(symbols: tuple[str, ...]) -> type | None:
    """The class an entry is about: ListView for `django.views.generic.ListView.paginate_by`."""
    from importlib import import_module

    for symbol in symbols:
        path = symbol.removeprefix("kwarg:").split(".")
        for end in range(len(path), 1, -1):
            try:
                module = import_module(".".join(path[: end - 1]))
            except Exception:
                continue
            found = getattr(module, path[end - 1], None)
            if isinstance(found, type):
                return found
    return None


def classes(module: types.ModuleType, base: type | tuple[type, ...]) -> list[type]:
    """Classes the example itself defines."""
    return [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, base)
        and value.__module__ == module.__name__
    ]
