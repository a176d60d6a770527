"""What only a module's source tells: where names come from, `self.x = …`, what `**kwargs` hides.

Runs inside the interpreter of a swept release, the oldest of which is Python 3.10.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tools.facts.api.inside.values import is_literal

Function = ast.FunctionDef | ast.AsyncFunctionDef
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
BLOCKS = (ast.If, ast.Try, ast.With, ast.For, ast.While)


class Source:
    """`imported`: name → (module, name there, "" for the module itself); `own`: bound here."""

    def __init__(self, module: str, is_package: bool, text: str) -> None:
        self.module, self.is_package = module, is_package
        self.imported: dict[str, tuple[str, str]] = {}
        self.own: set[str] = set()
        self.stars: list[str] = []
        self.classes: dict[str, ast.ClassDef] = {}
        self.functions: dict[str, Function] = {}
        tree = ast.parse(text)
        self.module_removal = removal_in(tree.body)
        self._bind(tree.body)
        self._index(tree.body, "")

    def _bind(self, body: list[ast.stmt]) -> None:
        for node in body:
            if isinstance(node, ast.ImportFrom):
                self._bind_import_from(node)
            elif isinstance(node, ast.Import):
                for alias in node.names:
                    target = alias.name if alias.asname else alias.name.split(".")[0]
                    self.imported[alias.asname or target] = (target, "")
            elif isinstance(node, (*FUNCTIONS, ast.ClassDef)):
                self.own.add(node.name)
            elif isinstance(node, BLOCKS):
                for inner in blocks_of(node):
                    self._bind(inner)
                if isinstance(node, (ast.For, ast.With)):
                    self.own.update(stored_names(node))
            else:
                self.own.update(stored_names(node))

    def _bind_import_from(self, node: ast.ImportFrom) -> None:
        module = self._absolute(node)
        for alias in node.names:
            if alias.name == "*":
                self.stars.append(module)
            else:
                self.imported[alias.asname or alias.name] = (module, alias.name)

    def _absolute(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        parts = self.module.split(".")
        up = node.level - (1 if self.is_package else 0)
        base = parts[: len(parts) - up] if up else parts
        return ".".join(base + ([node.module] if node.module else []))

    def _index(self, body: list[ast.stmt], prefix: str) -> None:
        for node in body:
            if isinstance(node, ast.ClassDef):
                self.classes[prefix + node.name] = node
                self._index(node.body, prefix + node.name + ".")
            elif isinstance(node, FUNCTIONS):
                self.functions[prefix + node.name] = node
            elif isinstance(node, BLOCKS):
                for inner in blocks_of(node):
                    self._index(inner, prefix)

    def instance_attributes(self, qualname: str) -> list[str]:
        """Names that the methods of a class assign on their first parameter, in source order."""
        found: dict[str, None] = {}
        node = self.classes.get(qualname)
        for method in node.body if node else []:
            if isinstance(method, FUNCTIONS) and method.args.args and takes_receiver(method):
                found.update(dict.fromkeys(assigned_on(method, method.args.args[0].arg)))
        return list(found)

    def body_names(self, qualname: str) -> set[str]:
        """Names that the body of a class binds itself."""
        node = self.classes.get(qualname)
        names: set[str] = set()
        for item in node.body if node else []:
            if isinstance(item, (*FUNCTIONS, ast.ClassDef)):
                names.add(item.name)
            else:
                names.update(stored_names(item))
        return names

    def annotations(self, qualname: str) -> list[str]:
        node = self.classes.get(qualname)
        return [
            item.target.id
            for item in (node.body if node else [])
            if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)
        ]

    def hidden_keywords(self, qualname: str) -> list[str]:
        """Keywords that a function takes out of its `**kwargs` by name."""
        node = self.functions.get(qualname)
        if node is None or node.args.kwarg is None:
            return []
        return list(dict.fromkeys(read_from(node, node.args.kwarg.arg)))

    def hidden_defaults(self, qualname: str) -> dict[str, str]:
        """What those are where they are not given: `kwargs.pop("many", False)`."""
        node = self.functions.get(qualname)
        if node is None or node.args.kwarg is None:
            return {}
        return dict(defaults_read(node, node.args.kwarg.arg))

    def passes_keywords(self, qualname: str) -> bool:
        """Does the function hand its `**kwargs` on to another call?"""
        node = self.functions.get(qualname)
        if node is None or node.args.kwarg is None:
            return False
        name = node.args.kwarg.arg
        return any(
            isinstance(item, ast.Call)
            and any(k.arg is None and getattr(k.value, "id", "") == name for k in item.keywords)
            for item in ast.walk(node)
        )

    def lazy_names(self) -> list[str]:
        """Names that a module gives by its own `__getattr__`."""
        node = self.functions.get("__getattr__")
        found: list[str] = []
        for item in ast.walk(node) if node else ():
            if isinstance(item, ast.Compare):
                for part in ast.walk(item):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        found.append(part.value)
        return found

    def lazy_removal(self) -> str | None:
        """The RemovedIn… warning of a module's `__getattr__`."""
        node = self.functions.get("__getattr__")
        names = [getattr(item, "id", "") for item in (ast.walk(node) if node else ())]
        return next((name for name in names if name.startswith("RemovedIn")), None)

    def removal(self, qualname: str) -> str | None:
        """The RemovedIn… warning that every call of a function, or every use of a class, gives."""
        node = self.functions.get(qualname) or self.functions.get(qualname + ".__init__")
        return removal_in(node.body) if node else None


def removal_in(body: list[ast.stmt]) -> str | None:
    """The RemovedIn… warning that statements give in every case."""
    for item in body:
        if isinstance(item, ast.Expr) and isinstance(item.value, ast.Call):
            for part in ast.walk(item.value):
                name = getattr(part, "id", "")
                if name.startswith("RemovedIn"):
                    return str(name)
    return None


def blocks_of(node: ast.stmt) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        yield getattr(node, name, [])
    for handler in getattr(node, "handlers", []):
        yield handler.body


def stored_names(node: ast.AST) -> Iterator[str]:
    for item in ast.walk(node):
        if isinstance(item, ast.Name) and isinstance(item.ctx, ast.Store):
            yield item.id


def assigned_on(method: Function, receiver: str) -> Iterator[str]:
    for item in ast.walk(method):
        if (
            isinstance(item, ast.Attribute)
            and isinstance(item.ctx, ast.Store)
            and isinstance(item.value, ast.Name)
            and item.value.id == receiver
        ):
            yield item.attr


def takes_receiver(method: Function) -> bool:
    """Test cases set attributes on the class, too: `cls.client = …`."""
    return all(
        getattr(decorator, "id", "") != "staticmethod" for decorator in method.decorator_list
    )


def read_from(function: Function, kwargs: str) -> Iterator[str]:
    for item in ast.walk(function):
        key = key_read(item, kwargs)
        if (
            isinstance(key, ast.Constant)
            and isinstance(key.value, str)
            and key.value.isidentifier()
        ):
            yield key.value


def defaults_read(function: Function, kwargs: str) -> Iterator[tuple[str, str]]:
    for item in ast.walk(function):
        key = key_read(item, kwargs)
        if isinstance(item, ast.Call) and isinstance(key, ast.Constant) and len(item.args) == 2:
            text = ast.unparse(item.args[1])
            if is_literal(text):
                yield str(key.value), text


def key_read(item: ast.AST, kwargs: str) -> ast.expr | None:
    """The key in `kwargs.pop(key)`, `kwargs.get(key)`, `kwargs[key]` and `key in kwargs`."""
    if isinstance(item, ast.Call) and isinstance(item.func, ast.Attribute) and item.args:
        is_read = item.func.attr in ("pop", "get") and names(item.func.value, kwargs)
        return item.args[0] if is_read else None
    if isinstance(item, ast.Subscript) and isinstance(item.ctx, ast.Load):
        return item.slice if names(item.value, kwargs) else None
    if isinstance(item, ast.Compare) and isinstance(item.ops[0], (ast.In, ast.NotIn)):
        return item.left if names(item.comparators[0], kwargs) else None
    return None


def names(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name
