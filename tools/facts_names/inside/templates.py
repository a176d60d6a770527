"""Template libraries with their tags and filters, and which tags open, divide and close a block."""

from __future__ import annotations

import ast
import inspect
import textwrap
from typing import Any

import project

BUILTINS = (
    "django.template.defaulttags",
    "django.template.defaultfilters",
    "django.template.loader_tags",
)


def collect(which: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if which == "django":
        for name in BUILTINS:
            add(found, "builtin", "django", name)
    for name in project.modules(which, "templatetags"):
        add(found, name.rpartition(".")[2], name.partition(".templatetags")[0], name)
    return found


def add(found: dict[str, Any], library_name: str, app: str, module_name: str) -> None:
    library = getattr(project.attempt(module_name), "register", None)
    if library is None:
        return
    facts = found.setdefault(library_name, {"app": app, "modules": [], "tags": {}, "filters": {}})
    facts["package"] = project.package_of(module_name)
    facts["modules"].append(module_name)
    facts["tags"].update({name: tag(name, compiler) for name, compiler in library.tags.items()})
    facts["filters"].update({name: filter_(function) for name, function in library.filters.items()})


def filter_(function: Any) -> dict[str, Any]:
    function = inspect.unwrap(function)
    parameters = list(inspect.signature(function).parameters.values())[1:]
    facts: dict[str, Any] = {"path": path_of(function)}
    if parameters:
        facts["argument"] = (
            "required" if parameters[0].default is inspect.Parameter.empty else "optional"
        )
    return facts


def tag(name: str, compiler: Any) -> dict[str, Any]:
    facts: dict[str, Any] = {"path": path_of(inspect.unwrap(compiler))}
    inner = inner_tags(name, compiler)
    closing = [word for word in inner if word.startswith("end")]
    if closing:
        facts["closing"] = closing[0]
    if between := [word for word in inner if not word.startswith("end")]:
        facts["intermediate"] = between
    return facts


def path_of(function: Any) -> str:
    return f"{function.__module__}.{getattr(function, '__qualname__', type(function).__qualname__)}"


def inner_tags(name: str, compiler: Any) -> list[str]:
    """The names a tag's compile function looks for, read from its source."""
    if end_name := closure_value(compiler, "end_name"):  # @register.simple_block_tag
        return [end_name]
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(inspect.unwrap(compiler))))
    except (OSError, TypeError, SyntaxError):
        return []
    if isinstance(compiler, type):  # the tag is a Node class with a `handle` of its own
        return parse_arguments(tree)
    if name.startswith("blocktrans"):  # compares the words itself, to allow for end names by alias
        return ["plural", f"end{name}"]
    if name in ("ifequal", "ifnotequal"):
        return ["else", f"end{name}"]
    return parse_arguments(tree) or own_end(name, tree)


def own_end(name: str, tree: ast.AST) -> list[str]:
    """A tag that keeps its end name in a variable still has it written out."""
    constants = {leaf.value for leaf in ast.walk(tree) if isinstance(leaf, ast.Constant)}
    return [f"end{name}"] if f"end{name}" in constants else []


def closure_value(function: Any, name: str) -> Any:
    cells = getattr(function, "__closure__", None) or ()
    names = getattr(getattr(function, "__code__", None), "co_freevars", ())
    return dict(zip(names, (cell.cell_contents for cell in cells), strict=False)).get(name)


def parse_arguments(tree: ast.AST) -> list[str]:
    """String arguments of `parser.parse((…))` and `parser.skip_past(…)`, in order, each once."""
    found: list[str] = []
    for node in ast.walk(tree):
        if looks_for_tags(node):
            found += [leaf.value for leaf in leaves(node) if isinstance(leaf.value, str)]
    return list(dict.fromkeys(found))


def looks_for_tags(node: ast.AST) -> bool:
    method = node.func if isinstance(node, ast.Call) else None
    return isinstance(method, ast.Attribute) and method.attr in ("parse", "skip_past")


def leaves(call: ast.AST) -> list[ast.Constant]:
    arguments = call.args if isinstance(call, ast.Call) else []
    nodes = [leaf for argument in arguments for leaf in ast.walk(argument)]
    return [leaf for leaf in nodes if isinstance(leaf, ast.Constant)]
