"""What may be written at the cursor in a Python file: a closed set of cases, decided on the syntax
tree.

The block with the cursor is parsed with a stand-in name where nothing has been typed yet, so
that `title = ▮`, `models.▮` and `filter(▮)` are ordinary nodes. Half-written code is repaired
as for hover.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from keyword import iskeyword

from cheatsheet_ls.language.python import lookups, settings
from cheatsheet_ls.language.python.cursor import Cursor, word_at
from cheatsheet_ls.language.python.literals import text as string_of
from cheatsheet_ls.language.python.module import Module
from cheatsheet_ls.language.python.owners import owner_of, owner_of_callable
from cheatsheet_ls.language.python.resolver import Resolver
from cheatsheet_ls.language.python.scope_of import scope_of
from cheatsheet_ls.language.python.tree import Tree
from cheatsheet_ls.model import Place, Scope, Span, Symbol

STAND_IN = "cheatsheet_stand_in"
_TYPED = re.compile(r"\w*\Z")
_SPACE = re.compile(r"[ \t]*")


@dataclass(frozen=True, slots=True)
class Written:
    """What is being typed: its span in the user's text, the indentation of its line."""

    typed: Span
    indent: str
    alone: bool


def place_at_python(module: Module, offset: int) -> Place | None:
    """The place at a code-point offset; None where nothing of ours may be written."""
    text = module.tree.text
    if not 0 <= offset <= len(text):
        return None
    written = _written(text, offset)
    if written.typed.end > written.typed.start and text[written.typed.start].isdigit():
        return None
    cursor = _stand_in(module, written)
    return _decide(cursor, written) if cursor is not None else None


def _written(text: str, offset: int) -> Written:
    line = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    typed = _TYPED.search(text, line, offset)
    start = typed.start() if typed else offset
    white = _SPACE.match(text, line, start)
    indent = white.group() if white else ""
    after = re.compile(r"[ \t]*(?:[\r\n]|\Z)").match(text, offset)
    return Written(Span(start, offset), indent, line + len(indent) == start and after is not None)


def _stand_in(module: Module, written: Written) -> Cursor | None:
    """A cursor on the typed word, or on a stand-in where nothing is typed."""
    text = module.tree.text
    start, end = written.typed.start, written.typed.end
    rest = word_at(text, end) if _in_longer_word(text, end) else None
    stop = rest.end if rest else end
    typed = text[start:end]
    name = typed + STAND_IN if not typed or iskeyword(typed) else typed
    trial = module if text[start:stop] == name else _trial(module, start, stop, name)
    if trial.tree.is_repaired_at(start):
        trial = next(_completed(module, start, stop, name), trial)
    block, path = trial.tree.path_at(start)
    if block < 0:
        return None
    span = Span(start, start + len(name))
    scope = trial.scope_at(block, path)
    return Cursor(trial, Resolver(module), start, name, span, block, tuple(path), scope)


def _completed(module: Module, start: int, stop: int, name: str) -> Iterator[Module]:
    """With what may be all that is missing: a comma between items, the value of a new key."""
    trials = [_trial(module, start, stop, name + ",")]
    quote = module.tree.text[stop : stop + 1]
    if quote in ("'", '"'):
        trials.append(_trial(module, start, stop + 1, f"{name}{quote}: 0"))
    yield from (trial for trial in trials if not trial.tree.is_repaired_at(start))


def _trial(module: Module, start: int, stop: int, name: str) -> Module:
    """The module as it would be with `name` in place of the text from `start` to `stop`."""
    text = module.tree.text
    tree = Tree(text[:start] + name + text[stop:], module.tree)
    trial = Module(module.path, tree, module.workspace)
    trial.generation = module.generation
    return trial


def _in_longer_word(text: str, end: int) -> bool:
    return end < len(text) and (text[end].isalnum() or text[end] == "_")


def _decide(cursor: Cursor, written: Written) -> Place | None:
    node, parent = cursor.node, cursor.path[-2] if len(cursor.path) > 1 else None
    if isinstance(node, ast.Constant):
        return _in_string(cursor, node, written)
    if isinstance(node, ast.Attribute):
        return _after_dot(cursor, node, written)
    if not isinstance(node, ast.Name) or cursor.node_span(node).start != cursor.span.start:
        return None
    if isinstance(parent, ast.Expr) or parent is None:
        return _statement(cursor, written)
    if node in getattr(parent, "decorator_list", ()):
        return _simple(cursor, written, "decorator")
    if isinstance(parent, (ast.Assign, ast.AnnAssign)) and parent.value is node:
        return _value(cursor, parent, written)
    if isinstance(parent, ast.keyword) and parent.arg:
        return _keyword_value(cursor, parent, written)
    if isinstance(parent, (ast.Call, ast.Starred)):
        return _argument(cursor, written)
    if isinstance(parent, (ast.List, ast.Tuple)) and settings.assigned_name(cursor.path) is None:
        return _url_item(cursor, written)
    return None


def _statement(cursor: Cursor, written: Written) -> Place | None:
    found = scope_of(cursor)
    if found is None or not written.alone:
        return None
    scope, owner = found
    return Place(
        scope, written.typed, written.indent, "statement", owner, _bound(cursor), _names(cursor)
    )


def _bound(cursor: Cursor) -> frozenset[str]:
    """Names that the body assigns or defines already."""
    return frozenset(name for name in cursor.scope.bindings if name != STAND_IN)


def _names(cursor: Cursor) -> dict[str, str]:
    cls = cursor.scope.enclosing("class")
    node = cls.node if cls is not None else None
    return {"class": node.name} if isinstance(node, ast.ClassDef) else {}


def _simple(cursor: Cursor, written: Written, trigger: str) -> Place | None:
    found = scope_of(cursor)
    scope, owner = found if found is not None else (Scope.MODULE, None)
    return Place(scope, written.typed, written.indent, trigger, owner)


def _value(cursor: Cursor, statement: ast.Assign | ast.AnnAssign, written: Written) -> Place | None:
    """After `name = `: a field in a body that declares fields, a value in settings and `Meta`."""
    found = scope_of(cursor)
    target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
    if found is None or not isinstance(target, ast.Name):
        return None
    return Place(
        found[0], written.typed, written.indent, "value", found[1], context={"name": target.id}
    )


def _after_dot(cursor: Cursor, node: ast.Attribute, written: Written) -> Place | None:
    value = cursor.resolver.evaluate(node.value, cursor.scope, cursor.block)
    owner = owner_of(cursor.resolver, value)
    if owner is None:
        return None
    found = scope_of(cursor)
    trigger = "decorator" if node in _decorators(cursor) else "attribute"
    alone = "yes" if _ends_value(cursor, node) else ""
    scope = found[0] if found is not None else Scope.MODULE
    return Place(scope, written.typed, written.indent, trigger, owner, context={"value": alone})


def _decorators(cursor: Cursor) -> list[ast.expr]:
    return [d for outer in cursor.path for d in getattr(outer, "decorator_list", ())]


def _ends_value(cursor: Cursor, node: ast.Attribute) -> bool:
    """`title = models.▮`: the whole value of an assignment."""
    parent = cursor.path[-2] if len(cursor.path) > 1 else None
    return isinstance(parent, ast.Assign) and parent.value is node


def _argument(cursor: Cursor, written: Written) -> Place | None:
    call = cursor.around(ast.Call)
    if not isinstance(call, ast.Call) or not _starts_argument(cursor):
        return None
    callee = cursor.resolver.evaluate(call.func, cursor.scope, cursor.block)
    if callee is None:
        return None
    typed = cursor.module.tree.text[written.typed.start : written.typed.end]
    found = scope_of(cursor)
    scope = found[0] if found is not None else Scope.BODY
    if "__" in typed and lookups.takes_lookups(callee):
        start = written.typed.start + typed.rindex("__") + 2
        return Place(
            scope,
            Span(start, written.typed.end),
            written.indent,
            "lookup",
            owner_of_callable(callee),
        )
    owner = owner_of_callable(callee)
    if owner is None:
        return None
    taken = frozenset(k.arg for k in call.keywords if k.arg)
    return Place(scope, written.typed, written.indent, "argument", owner, taken)


def _keyword_value(cursor: Cursor, keyword: ast.keyword, written: Written) -> Place | None:
    """After `on_delete=` in a known call."""
    call = cursor.around(ast.Call)
    callee = (
        cursor.resolver.evaluate(call.func, cursor.scope, cursor.block)
        if isinstance(call, ast.Call)
        else None
    )
    owner = owner_of_callable(callee) if callee is not None else None
    if owner is None:
        return None
    symbol = Symbol(f"kwarg:{owner}.{keyword.arg}")
    return Place(Scope.BODY, written.typed, written.indent, "keyword-value", symbol)


def _starts_argument(cursor: Cursor) -> bool:
    before = cursor.module.tree.text[: cursor.span.start].rstrip(" \t\r\n*")
    return before.endswith(("(", ","))


def _url_item(cursor: Cursor, written: Written) -> Place | None:
    for node in cursor.path:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if isinstance(target, ast.Name) and target.id == "urlpatterns":
            return Place(Scope.URL_LIST, written.typed, written.indent, "statement")
    return None


def _in_string(cursor: Cursor, node: ast.Constant, written: Written) -> Place | None:
    """A string of a settings module: a key, an app, a class. Any other string has no meaning to
    us.
    """
    if string_of(node) is None or not settings.is_settings(cursor.module):
        return None
    name = settings.assigned_name(cursor.path)
    parent = cursor.path[-2] if len(cursor.path) > 1 else None
    if name is None or isinstance(parent, ast.Expr):
        return None
    start = _content_start(cursor, written)
    keys = settings.key_path(list(cursor.path), node)
    is_key = isinstance(parent, (ast.Dict, ast.Set)) and not (
        isinstance(parent, ast.Dict) and node in parent.values
    )
    owner = settings.owner_of_keys(name, keys[:-1] if is_key else keys)
    context = {"key": "yes"} if is_key else {}
    return Place(
        Scope.SETTINGS,
        Span(start, written.typed.end),
        written.indent,
        "string",
        Symbol(owner),
        _beside(parent, node),
        context,
    )


def _beside(parent: ast.AST | None, node: ast.Constant) -> frozenset[str]:
    """What the list names already, or the keys that the dictionary has."""
    if isinstance(parent, ast.Dict):
        items = [key for key in parent.keys if key is not None]
    else:
        items = getattr(parent, "elts", [])
    found = (string_of(item) for item in items if item is not node)
    return frozenset(text for text in found if text)


def _content_start(cursor: Cursor, written: Written) -> int:
    """A dotted path is one word inside a string."""
    text = cursor.module.tree.text
    start = written.typed.start
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in "._"):
        start -= 1
    return start
