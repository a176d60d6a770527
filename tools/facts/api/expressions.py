"""Turns an annotation into a type expression of the facts."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tools.facts.api.overrides import STUB_NAMES
from tools.facts.api.stubs import Library, Resolve, Stub

MODEL = "django.db.models.base.Model"
BUILTINS = {
    "str",
    "int",
    "bool",
    "float",
    "complex",
    "bytes",
    "bytearray",
    "object",
    "range",
    "memoryview",
}
ITERABLES = {
    "list",
    "tuple",
    "set",
    "frozenset",
    "Sequence",
    "Iterable",
    "Iterator",
    "Collection",
    "MutableSequence",
    "AsyncIterator",
    "AsyncIterable",
    "Generator",
    "AsyncGenerator",
    "Set",
    "KeysView",
    "ValuesView",
    "Reversible",
    "deque",
    "MutableSet",
    "AbstractSet",
    "_ListOrTuple",
    "List",
    "Tuple",
}
MAPPINGS = {"dict", "Mapping", "MutableMapping", "Dict", "OrderedDict", "defaultdict"}
TRANSPARENT = {"ClassVar", "Final", "Annotated", "Required", "NotRequired", "ReadOnly", "Optional"}
AWAITABLES = {"Awaitable", "Coroutine"}


@dataclass(frozen=True)
class Context:
    """Where an annotation stands; `variables`: the class's, or those of a function's argument."""

    library: Library
    resolve: Resolve
    stub: Stub
    variables: frozenset[str] = frozenset()
    depth: int = 0


def evaluate(node: ast.expr | None, context: Context) -> str:
    if node is None or context.depth > 12:
        return ""
    if isinstance(node, ast.Constant):
        return _constant(node, context)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return union([evaluate(node.left, context), evaluate(node.right, context)])
    if isinstance(node, ast.Subscript):
        return _subscript(node, context)
    if isinstance(node, (ast.Name, ast.Attribute)):
        return _name(node, context)
    return ""


def union(parts: Iterable[str]) -> str:
    flat = [item for part in parts for item in split_union(part)]
    return "|".join(dict.fromkeys(item for item in flat if item))


def split_union(expression: str) -> list[str]:
    """Parts of `A|B[C|D]` at the outermost level."""
    parts, level, start = [], 0, 0
    for index, char in enumerate(expression):
        level += (char == "[") - (char == "]")
        if char == "|" and not level:
            parts.append(expression[start:index])
            start = index + 1
    return [*parts, expression[start:]]


def _constant(node: ast.Constant, context: Context) -> str:
    if isinstance(node.value, str):
        try:
            return evaluate(ast.parse(node.value, mode="eval").body, context)
        except SyntaxError:
            return ""
    return ""


def _subscript(node: ast.Subscript, context: Context) -> str:
    name = dotted(node.value).rpartition(".")[2]
    arguments = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    if name in ("type", "Type"):
        return "|".join(
            f"type[{part}]" for part in split_union(evaluate(arguments[0], context)) if part
        )
    if name == "Union":
        return union(evaluate(item, context) for item in arguments)
    if name in TRANSPARENT:
        return evaluate(arguments[0], context)
    if name == "Literal":
        return union(
            f"builtins.{type(getattr(item, 'value', None)).__name__}" for item in arguments
        ).replace("builtins.NoneType", "")
    if name in MAPPINGS:
        return "builtins.dict"
    if name in AWAITABLES:
        return evaluate(arguments[-1], context)
    if name in ("tuple", "Tuple"):
        return _tuple(arguments, context)
    if name in ITERABLES:
        return _iterable(arguments, context)
    if name == "Callable":
        return ""
    return _generic(node.value, arguments, context)


def _iterable(arguments: list[ast.expr], context: Context) -> str:
    """`iter[X]` for many X."""
    element = evaluate(arguments[0], context)
    return f"iter[{element}]" if element else "builtins.list"


def _tuple(arguments: list[ast.expr], context: Context) -> str:
    """`tuple[A,B]` for a fixed one of which anything is known, `iter[X]` for one of any length."""
    if not arguments:
        return "builtins.list"
    if _is_ellipsis(arguments[-1]):
        return _iterable(arguments, context)
    kinds = [evaluate(item, context) for item in arguments]
    return f"tuple[{','.join(kinds)}]" if any(kinds) else "builtins.list"


def _is_ellipsis(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is ...


def _generic(value: ast.expr, arguments: list[ast.expr], context: Context) -> str:
    base = evaluate(value, context)
    if base.startswith("builtins.") or not base or "|" in base or "[" in base:
        return base
    element = evaluate(arguments[-1], context)
    return f"{base}[{element}]" if element else base


def _name(node: ast.Name | ast.Attribute, context: Context) -> str:
    path = dotted(node)
    head, _, rest = path.partition(".")
    stub = context.stub
    if path in ("Self", "typing.Self"):
        return "Self"
    if head in stub.variables:
        return variable(head, context)
    if path in BUILTINS and head not in stub.imports and head not in stub.classes:
        return f"builtins.{path}"
    if path in MAPPINGS:
        return "builtins.dict"
    if path in ITERABLES:
        return "builtins.list"
    if head in stub.imports:
        return _imported(head, rest, context)
    return _defined(path, context)


def _imported(head: str, rest: str, context: Context) -> str:
    module, name = context.stub.imports[head]
    full = ".".join(part for part in (module, name, rest) if part)
    if full in STUB_NAMES:
        return STUB_NAMES[full]
    found = context.resolve(full)
    if found:
        return found
    owner, _, last = full.rpartition(".")
    if last in ITERABLES:
        return "builtins.list"
    if last in MAPPINGS:
        return "builtins.dict"
    if last == "Self":
        return "Self"
    if owner in ("typing", "typing_extensions", "collections.abc", "_typeshed", "types"):
        return ""
    other = context.library.stub(owner)
    if other is None:
        return "" if module.split(".")[0] in OURS else full
    inner = replace(context, stub=other, depth=context.depth + 1)
    return evaluate(ast.Name(last, ast.Load()), inner)


OURS = {"django", "rest_framework", "channels", "allauth", "debug_toolbar", "daphne"}


def _defined(path: str, context: Context) -> str:
    full = f"{context.stub.module}.{path}"
    if full in STUB_NAMES:
        return STUB_NAMES[full]
    found = context.resolve(full)
    if found:
        return found
    if path in context.stub.aliases:
        return evaluate(context.stub.aliases[path], replace(context, depth=context.depth + 1))
    if path in context.stub.classes:  # a class of the stubs alone: its nearest real base
        return next(
            (
                b
                for b in (
                    evaluate(base, replace(context, depth=context.depth + 1))
                    for base in context.stub.classes[path].bases
                )
                if b
            ),
            "",
        )
    return ""


def variable(name: str, context: Context) -> str:
    """A type variable: `Elem` for the element of a generic class, else what bounds it."""
    call = context.stub.variables[name]
    bound = next((item.value for item in call.keywords if item.arg == "bound"), None)
    expression = evaluate(bound, replace(context, depth=context.depth + 1))
    plain = expression.partition("[")[0]
    if plain == MODEL:
        return "Elem"
    if expression:
        return expression
    return "Elem" if name in context.variables else ""


def dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return ""
