"""Members whose name holds a field's: `clean_title` of a form, `get_status_display` of a model.

The documentation writes them with a placeholder; here it must be a field that the class
declares, or may have through its `Meta`.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from cheatsheet_ls.language.python import classes
from cheatsheet_ls.language.python.finding import body_of
from cheatsheet_ls.language.python.literals import text
from cheatsheet_ls.language.python.module import child_scope
from cheatsheet_ls.language.python.values import UserClass, Value

if TYPE_CHECKING:
    from cheatsheet_ls.language.python.resolver import Resolver

PATTERNS = (
    ("django.forms.forms.BaseForm", re.compile(r"clean_(\w+)"), "django.forms.Form.clean_FIELD"),
    (
        "rest_framework.serializers.BaseSerializer",
        re.compile(r"validate_(\w+)"),
        "rest_framework.serializers.Serializer.validate_FIELD",
    ),
    (
        "rest_framework.serializers.BaseSerializer",
        re.compile(r"get_(\w+)"),
        "rest_framework.serializers.Serializer.get_FIELD",
    ),
    (
        "django.db.models.base.Model",
        re.compile(r"get_(\w+)_display"),
        "django.db.models.Model.get_FOO_display",
    ),
)


def symbol_of(r: Resolver, value: Value, name: str) -> str | None:
    """The documented name of such a member of a user's class (or of an instance of it)."""
    ancestors = classes.mro(r, value)
    for base, pattern, symbol in PATTERNS:
        found = pattern.fullmatch(name)
        if found is not None and base in ancestors and _has_field(ancestors, found.group(1)):
            return symbol
    return None


def _has_field(ancestors: tuple[classes.Ancestor, ...], name: str) -> bool:
    own = [ancestor for ancestor in ancestors if isinstance(ancestor, UserClass)]
    return any(_declares(cls, name) or _meta_names(cls, name) for cls in own)


def _declares(cls: UserClass, name: str) -> bool:
    return any(isinstance(b.value, ast.Call) for _, b in body_of(cls).find(name))


def _meta_names(cls: UserClass, name: str) -> bool:
    """Whether `Meta.fields` lists the name; a list that cannot be read may hold it."""
    body = body_of(cls)
    for block, binding in body.find("Meta"):
        if isinstance(binding.node, ast.ClassDef):
            found = child_scope(body, binding.node, block).find("fields")
            return bool(found) and _may_hold(found[-1][1].value, name)
    return False


def _may_hold(value: ast.expr | None, name: str) -> bool:
    if not isinstance(value, (ast.List, ast.Tuple)):
        return True
    return any(text(item) in (name, None) for item in value.elts)
