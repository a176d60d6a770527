"""Base classes of widely used packages that add to Django's own, by what they derive from.

Only the shape is stated (`MPTTModel` is a model): the members they share with Django are answered, their
own stay unknown. Source: the packages' public documentation.
"""

from __future__ import annotations

import ast

from cheatsheet_ls.language.python.scopes import Scope
from cheatsheet_ls.language.python.values import Api

_MODEL = "django.db.models.base.Model"
_ADMIN = "django.contrib.admin.options.ModelAdmin"
_MANAGER = "django.db.models.manager.Manager"

DERIVED = {
    "mptt.models.MPTTModel": _MODEL,
    "polymorphic.models.PolymorphicModel": _MODEL,
    "parler.models.TranslatableModel": _MODEL,
    "parler.models.TranslatedFieldsModel": _MODEL,
    "treebeard.mp_tree.MP_Node": _MODEL,
    "treebeard.ns_tree.NS_Node": _MODEL,
    "treebeard.al_tree.AL_Node": _MODEL,
    "model_utils.models.TimeStampedModel": _MODEL,
    "django_extensions.db.models.TimeStampedModel": _MODEL,
    "modelcluster.models.ClusterableModel": _MODEL,
    "mptt.admin.MPTTModelAdmin": _ADMIN,
    "polymorphic.admin.PolymorphicParentModelAdmin": _ADMIN,
    "polymorphic.admin.PolymorphicChildModelAdmin": _ADMIN,
    "parler.admin.TranslatableAdmin": _ADMIN,
    "treebeard.admin.TreeAdmin": _ADMIN,
    "reversion.admin.VersionAdmin": _ADMIN,
    "import_export.admin.ImportExportModelAdmin": _ADMIN,
    "simple_history.admin.SimpleHistoryAdmin": _ADMIN,
    "guardian.admin.GuardedModelAdmin": _ADMIN,
    "unfold.admin.ModelAdmin": _ADMIN,
    "polymorphic.managers.PolymorphicManager": _MANAGER,
    "mptt.managers.TreeManager": _MANAGER,
    "parler.managers.TranslatableManager": _MANAGER,
    "rest_framework_nested.routers.NestedSimpleRouter": "rest_framework.routers.SimpleRouter",
}


def base_of(node: ast.expr, scope: Scope) -> Api | None:
    """The API class that a foreign base class is known to derive from."""
    dotted = _dotted(node)
    if dotted is None:
        return None
    head, _, rest = dotted.partition(".")
    for _, binding in reversed(scope.module.scope.bindings.get(head, [])):
        statement = binding.node
        if isinstance(statement, ast.ImportFrom) and statement.module and not statement.level:
            original = next((a.name for a in statement.names if (a.asname or a.name) == head), head)
            full = ".".join(part for part in (statement.module, original, rest) if part)
            return Api(DERIVED[full]) if full in DERIVED else None
        if isinstance(statement, ast.Import):
            return Api(DERIVED[dotted]) if dotted in DERIVED else None
    return None


def _dotted(node: ast.expr) -> str | None:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        owner = _dotted(node.value)
        return f"{owner}.{node.attr}" if owner else None
    return None
