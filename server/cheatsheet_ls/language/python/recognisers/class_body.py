"""Names bound in a class body: options in `class Meta`, attributes and methods that the bases
define.
"""

from __future__ import annotations

import ast

from cheatsheet_ls.language.python import classes, members, meta, patterns, symbols
from cheatsheet_ls.language.python.cursor import Cursor
from cheatsheet_ls.language.python.values import Builtin, UserClass, Value
from cheatsheet_ls.model import Match

_DECLARATIVE = {
    "django.db.models.base.Model": "django.db.models.fields.Field",
    "django.forms.forms.BaseForm": "django.forms.fields.Field",
    "rest_framework.serializers.BaseSerializer": "rest_framework.fields.Field",
}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_CHOICES = "django.db.models.enums.Choices"


def recognise(cursor: Cursor) -> Match | None:
    bound = _bound_name(cursor)
    if bound is None:
        return None
    cls, value = bound
    option = meta.option(cursor.resolver, cls, cursor.word)
    if option is not None:
        return symbols.match([option], cursor.span, "meta option") if option else None
    found = members.find(cursor.resolver, cls, cursor.word, skip_user=True)
    if found is None and isinstance(cursor.node, FUNCTIONS):
        pattern = patterns.symbol_of(cursor.resolver, cls, cursor.word)
        return symbols.match([pattern], cursor.span, "method") if pattern else None
    if not isinstance(found, members.ApiMember) or not _overrides(cursor, found):
        return None
    if _declares(cursor, cls, value, found):
        return None
    if found.owner == "django.db.models.base.Model" and found.member.name == "objects":
        return symbols.match(["django.db.models.Model.objects"], cursor.span, "manager")
    return symbols.match(symbols.of_member(found), cursor.span, found.member.kind)


def _bound_name(cursor: Cursor) -> tuple[UserClass, ast.expr | None] | None:
    """The class in whose body the cursor's word is bound, and the value given to it."""
    node = cursor.node
    if isinstance(node, FUNCTIONS):
        return _method(cursor, node)
    cls = cursor.enclosing_class()
    if cls is None or not isinstance(node, ast.Name) or not isinstance(node.ctx, ast.Store):
        return None
    statement = cursor.around(ast.Assign, ast.AnnAssign)
    value = statement.value if isinstance(statement, (ast.Assign, ast.AnnAssign)) else None
    return cls, value


def _method(
    cursor: Cursor, node: ast.FunctionDef | ast.AsyncFunctionDef
) -> tuple[UserClass, None] | None:
    text = cursor.module.tree.text
    before = text[: cursor.span.start].rstrip()[-3:]
    cls = cursor.enclosing_class()
    if cursor.word != node.name or before != "def" or cls is None:
        return None
    return cls, None


def _overrides(cursor: Cursor, found: members.ApiMember) -> bool:
    """What Django sets on instances (`self.model = …`) is no class attribute to override, unless
    documented.
    """
    if found.member.kind != "instance":
        return True
    is_def = isinstance(cursor.node, FUNCTIONS)
    return not is_def and symbols.has_docs(found)


def _declares(
    cursor: Cursor, cls: UserClass, value: ast.expr | None, found: members.ApiMember
) -> bool:
    """A field of a model, form or serializer, or a choice, that happens to be called like a
    member.
    """
    ancestors = classes.mro(cursor.resolver, cls)
    if _CHOICES in ancestors:
        return value is not None
    base = next((b for b in _DECLARATIVE if b in ancestors), None)
    if base is None or value is None:
        return False
    held: Value | None = cursor.resolver.evaluate(value, cursor.scope, cursor.block)
    if held is None:
        return isinstance(value, ast.Call) and found.member.name != "objects"
    return not isinstance(held, Builtin) and _DECLARATIVE[base] in classes.mro(
        cursor.resolver, held
    )
