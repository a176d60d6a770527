"""Puts the types of stubs onto merged facts: members, results, parameters, elements."""

from __future__ import annotations

import ast
from typing import Any

from tools.facts.api.expressions import Context, dotted, evaluate, union
from tools.facts.api.stubs import FUNCTIONS, Function, Library, Stub, statements

Record = dict[str, Any]


class Typist:
    def __init__(self, facts: dict[str, Any], library: Library) -> None:
        self.facts, self.library = facts, library
        self.objects: dict[str, Record] = facts["objects"]

    def resolve(self, path: str) -> str | None:
        """The canonical path of a class by any of its paths."""
        if path in self.objects:
            return path if self.objects[path]["kind"] == "class" else None
        module, _, name = path.rpartition(".")
        content = self.facts["modules"].get(module)
        found = content["names"].get(name) if content else None
        return found if found in self.objects and self.objects[found]["kind"] == "class" else None

    def run(self) -> None:
        for module in self.library.modules():
            stub = self.library.stub(module)
            if stub is not None:
                self._module(stub)

    def _module(self, stub: Stub) -> None:
        for name, nodes in stub.functions.items():
            record = self.objects.get(f"{stub.module}.{name}")
            if record and record["kind"] == "function":
                context = Context(
                    self.library, self.resolve, stub, argument_variables(nodes[0], stub)
                )
                callable_types(record, nodes, context, 0)
        for qualname, node in stub.classes.items():
            path = f"{stub.module}.{qualname}"
            record = self.objects.get(path)
            if record and record["kind"] == "class":
                self._class(path, record, node, stub)

    def _class(self, path: str, record: Record, node: ast.ClassDef, stub: Stub) -> None:
        context = Context(self.library, self.resolve, stub, class_variables(node, stub))
        element = bound_element(node, context)
        if element:
            record["generic"] = element
        methods: dict[str, list[Function]] = {}
        for item in statements(node.body):
            if isinstance(item, FUNCTIONS):
                methods.setdefault(item.name, []).append(item)
            elif isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
                self._attribute(path, item.target.id, evaluate(item.annotation, context))
        for name, nodes in methods.items():
            self._method(path, name, nodes, context)

    def _attribute(self, path: str, name: str, type_: str) -> None:
        """A mixin's stub also declares what it expects of other classes: that is not its own."""
        member = self._own(path, name)
        if member is None and not name.startswith("_"):
            if self._inherits(path, name):
                self._refine(path, name, type_)
            elif not path.endswith("Mixin"):
                member = self.objects[path]["members"].setdefault(name, {"kind": "instance"})
        if member is not None and type_ and member["kind"] != "field":
            member["type"] = type_

    def _refine(self, path: str, name: str, type_: str) -> None:
        """An inherited member whose type a subclass narrows."""
        if type_ and not name.startswith("_"):
            self.objects[path].setdefault("refined", {})[name] = type_

    def _method(self, path: str, name: str, nodes: list[Function], context: Context) -> None:
        if name in ("__init__", "__new__") and "init" in self.objects[path]:
            types = parameter_types(nodes, context, 1)
            self.objects[path].setdefault("param_types", {}).update(types)
        member = self._own(path, name)
        if member is None:
            if self._inherits(path, name):
                self._refine(path, name, union(evaluate(node.returns, context) for node in nodes))
            return
        if member["kind"] in ("property", "attribute", "instance"):
            returned = union(evaluate(node.returns, context) for node in nodes[:1])
            if returned and is_property(nodes[0]):
                member["type"] = returned
        elif member["kind"] != "field":
            first = 0 if member["kind"] == "staticmethod" else 1
            callable_types(member, nodes, context, first)

    def _own(self, path: str, name: str) -> Record | None:
        """The class's own member, or that of a base made by a call (a manager's methods)."""
        record = self.objects[path]
        made = [base for base in record["bases"] if base.endswith("FromQuerySet")]
        for members in [record["members"], *(self.objects[base]["members"] for base in made)]:
            if name in members:
                found: Record = members[name]
                return found
        return None

    def _inherits(self, path: str, name: str) -> bool:
        record = self.objects.get(path)
        if record is None or record["kind"] != "class":
            return False
        return name in record["members"] or any(
            self._inherits(base, name) for base in record["bases"]
        )


def callable_types(record: Record, nodes: list[Function], context: Context, first: int) -> None:
    returned = union(evaluate(node.returns, context) for node in nodes)
    if returned:
        record["type"] = returned
    types = parameter_types(nodes, context, first)
    if types:
        record["param_types"] = types


def parameter_types(nodes: list[Function], context: Context, first: int) -> dict[str, str]:
    """Types of parameters that mention one of our classes or the element; others say nothing."""
    found: dict[str, list[str]] = {}
    for node in nodes:
        arguments = [*node.args.posonlyargs, *node.args.args][first:] + node.args.kwonlyargs
        for argument in arguments:
            found.setdefault(argument.arg, []).append(evaluate(argument.annotation, context))
    types = {name: union(parts) for name, parts in found.items()}
    return {name: type_ for name, type_ in types.items() if tells(type_)}


def tells(type_: str) -> bool:
    return any(
        word in type_
        for word in ("django.", "rest_framework.", "channels.", "allauth.", "Elem", "Self")
    )


def is_property(node: Function) -> bool:
    return any("property" in dotted(item).lower() for item in node.decorator_list)


def class_variables(node: ast.ClassDef, stub: Stub) -> frozenset[str]:
    """The type variable of a class that has just one without a bound."""
    names = {
        item.id for base in node.bases for item in ast.walk(base) if isinstance(item, ast.Name)
    }
    free = {
        name for name in names if name in stub.variables and not has_bound(stub.variables[name])
    }
    models = {name for name in names if name in stub.variables and has_bound(stub.variables[name])}
    return frozenset(free) if len(free) == 1 or models else frozenset()


def argument_variables(node: Function, stub: Stub) -> frozenset[str]:
    """Type variables inside a function's first parameter: `klass: type[_T] | QuerySet[_T]`."""
    arguments = [*node.args.posonlyargs, *node.args.args]
    if not arguments or arguments[0].annotation is None:
        return frozenset()
    names = {
        item.id
        for part in ast.walk(arguments[0].annotation)
        if isinstance(part, ast.Subscript)
        for item in ast.walk(part.slice)
        if isinstance(item, ast.Name)
    }
    return frozenset(name for name in names if name in stub.variables)


def has_bound(call: ast.Call) -> bool:
    return any(item.arg == "bound" for item in call.keywords)


def bound_element(node: ast.ClassDef, context: Context) -> str:
    """What a class says its element is: `class LogEntryManager(Manager[LogEntry])`."""
    for base in node.bases:
        if isinstance(base, ast.Subscript) and dotted(base.value) not in ("Generic", "Protocol"):
            expression = evaluate(base, context)
            element = expression.partition("[")[2].removesuffix("]")
            if (
                element
                and "Elem" not in element
                and not element.startswith("builtins.")
                and "[" not in element
            ):
                return element
    return ""
