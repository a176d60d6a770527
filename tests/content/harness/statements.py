"""Scopes `body` and `module`: plain statements, with the library's models and objects at hand."""

from __future__ import annotations

import ast
from typing import Any

from . import world
from .example import Example, remember, run_module


def body(example: Example) -> None:
    given = {**world.model_names(), **world.objects()}
    # Models bound by name stay importable from the example as well: `from .models import Book`.
    namespace: dict[str, Any] = {**given, "__name__": "library.example", "__package__": "library"}
    remember(example, example.code, namespace)
    tree = example.tree
    try:
        if _needs_function(tree):
            _call(tree, example, namespace, [name for name in given if name.islower()])
        else:
            _run(tree, example, namespace)
            _ask_query_sets(namespace, "psycopg" in example.requires)
    except Exception as error:
        if not raised_by_example(error, example):
            raise


def _ask_query_sets(namespace: dict[str, Any], postgres: bool) -> None:
    """What the example only prepares meets the database now, as it would in its next line.

    Functions of PostgreSQL become SQL, but SQLite has none of them.
    """
    from django.db.models import QuerySet

    for name, value in list(namespace.items()):
        if not isinstance(value, QuerySet) or name.startswith("_"):
            continue
        try:
            str(value.query) if postgres else bool(value)
        except ValueError as error:
            if "outer query" not in str(error):  # it is for use within another
                raise


def module(example: Example) -> None:
    """A module of the app; what it defines is not called, for nobody knows with what."""
    name = (example.file or "library/example.py").rpartition("/")[2].removesuffix(".py")
    safe = name if name not in ("models", "admin") else f"{name}_example"
    run_module(example, f"library.{safe}", {"__doc__": None})


def _needs_function(tree: ast.Module) -> bool:
    """`return` and `yield` at the top level: the statements are those of a function."""
    todo: list[ast.AST] = list(tree.body)
    while todo:
        node = todo.pop()
        if isinstance(node, (ast.Return, ast.Yield)):
            return True
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            todo.extend(ast.iter_child_nodes(node))
    return False


def _run(tree: ast.Module, example: Example, namespace: dict[str, Any]) -> None:
    code = compile(tree, example.filename, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    if code.co_flags & 0x80:  # CO_COROUTINE: the example awaits
        from asgiref.sync import async_to_sync

        async def awaiting() -> None:
            await eval(code, namespace)

        async_to_sync(awaiting)()
    else:
        exec(code, namespace)


def _call(tree: ast.Module, example: Example, namespace: dict[str, Any], names: list[str]) -> None:
    awaits = any(isinstance(n, (ast.Await, ast.AsyncFor, ast.AsyncWith)) for n in ast.walk(tree))
    head = "async def" if awaits else "def"
    function = ast.parse(f"{head} statements({', '.join(names)}): pass").body[0]
    assert isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef))
    function.body = tree.body
    wrapped = ast.fix_missing_locations(ast.Module(body=[function], type_ignores=[]))
    exec(compile(wrapped, example.filename, "exec"), namespace)
    call = namespace["statements"]
    if awaits:
        from asgiref.sync import async_to_sync

        call = async_to_sync(call)
    call(*(namespace[name] for name in names))


def raised_by_example(error: BaseException, example: Example) -> bool:
    """Whether the example raises on purpose: the last frame is a `raise` statement of its own."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    if trace is None or trace.tb_frame.f_code.co_filename != example.filename:
        return False
    return any(
        isinstance(node, ast.Raise) and node.lineno <= trace.tb_lineno <= (node.end_lineno or 0)
        for node in ast.walk(example.tree)
    )
