"""Stub files and annotated sources, read with `ast`: imports, classes, functions, type variables.

The small language they are told in stands in `server/cheatsheet_ls/facts/types.py`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass
class Stub:
    """One stub module: what it imports, its classes, functions, aliases and type variables."""

    module: str
    imports: dict[str, tuple[str, str]] = field(default_factory=dict)
    classes: dict[str, ast.ClassDef] = field(default_factory=dict)
    functions: dict[str, list[Function]] = field(default_factory=dict)
    aliases: dict[str, ast.expr] = field(default_factory=dict)
    variables: dict[str, ast.Call] = field(default_factory=dict)
    annotated: dict[str, ast.expr] = field(default_factory=dict)


def read(module: str, file: Path) -> Stub:
    stub = Stub(module)
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in statements(tree.body):
        _note(stub, node, file.name.startswith("__init__"))
    return stub


def statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Top-level statements, those below `if` and `try` included."""
    for node in body:
        if isinstance(node, (ast.If, ast.Try)):
            yield from statements(node.body)
            yield from statements(node.orelse)
        else:
            yield node


def _note(stub: Stub, node: ast.stmt, is_package: bool) -> None:
    if isinstance(node, ast.ImportFrom):
        base = _absolute(stub.module, node, is_package)
        for alias in node.names:
            stub.imports[alias.asname or alias.name] = (base, alias.name)
    elif isinstance(node, ast.Import):
        for alias in node.names:
            name = alias.name if alias.asname else alias.name.split(".")[0]
            stub.imports[alias.asname or name] = (name, "")
    elif isinstance(node, ast.ClassDef):
        stub.classes[node.name] = node
        for inner in statements(node.body):
            if isinstance(inner, ast.ClassDef):
                stub.classes[f"{node.name}.{inner.name}"] = inner
    elif isinstance(node, FUNCTIONS):
        stub.functions.setdefault(node.name, []).append(node)
    elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        _note_alias(stub, node.targets[0].id, node.value)
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        if node.value is not None and "TypeAlias" in ast.dump(node.annotation):
            _note_alias(stub, node.target.id, node.value)
        else:
            stub.annotated[node.target.id] = node.annotation


def _note_alias(stub: Stub, name: str, value: ast.expr) -> None:
    if isinstance(value, ast.Call):
        if getattr(value.func, "id", getattr(value.func, "attr", "")) == "TypeVar":
            stub.variables[name] = value
    else:
        stub.aliases[name] = value


def _absolute(module: str, node: ast.ImportFrom, is_package: bool) -> str:
    if not node.level:
        return node.module or ""
    parts = module.split(".")
    base = parts[: len(parts) - node.level + (1 if is_package else 0)]
    return ".".join(base + ([node.module] if node.module else []))


class Library:
    """All stub modules below some folders, read when first needed."""

    def __init__(self, folders: Mapping[str, Path]) -> None:
        self._folders = folders
        self._stubs: dict[str, Stub | None] = {}

    def modules(self) -> Iterator[str]:
        for root, folder in self._folders.items():
            for file in sorted([*folder.rglob("*.pyi"), *folder.rglob("*.py")]):
                parts = file.relative_to(folder).with_suffix("").parts
                if not {"tests", "migrations"} & set(parts[1:]) or root == "django":
                    yield ".".join([root, *(part for part in parts if part != "__init__")])

    def stub(self, module: str) -> Stub | None:
        if module not in self._stubs:
            file = self._file(module)
            self._stubs[module] = read(module, file) if file else None
        return self._stubs[module]

    def _file(self, module: str) -> Path | None:
        root, *rest = module.split(".")
        if root not in self._folders:
            return None
        base = self._folders[root].joinpath(*rest)
        for suffix in (".pyi", ".py"):
            for file in (base / f"__init__{suffix}", base.with_name(base.name + suffix)):
                if file.is_file():
                    return file
        return None


Resolve = Callable[[str], str | None]
