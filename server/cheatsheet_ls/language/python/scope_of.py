"""Which kind of code stands around the cursor: a model's body, a `class Meta`, a settings module,
a function …
"""

from __future__ import annotations

import re
from pathlib import Path

from cheatsheet_ls.facts import api
from cheatsheet_ls.language.python import classes, meta, settings
from cheatsheet_ls.language.python.cursor import Cursor
from cheatsheet_ls.language.python.module import Module
from cheatsheet_ls.language.python.resolver import Resolver
from cheatsheet_ls.language.python.values import UserClass
from cheatsheet_ls.model import Scope, Symbol

_BODIES = (
    ("django.db.models.base.Model", Scope.MODEL_BODY),
    ("rest_framework.serializers.BaseSerializer", Scope.SERIALIZER_BODY),
    ("django.forms.forms.BaseForm", Scope.FORM_BODY),
    ("django.contrib.admin.options.BaseModelAdmin", Scope.ADMIN_BODY),
    ("rest_framework.views.APIView", Scope.API_VIEW_BODY),
    ("django.views.generic.base.View", Scope.VIEW_BODY),
    ("django.views.generic.base.ContextMixin", Scope.VIEW_BODY),
    ("django.test.testcases.SimpleTestCase", Scope.TEST_BODY),
    ("django.core.management.base.BaseCommand", Scope.COMMAND_BODY),
    ("django.apps.config.AppConfig", Scope.APPS_BODY),
    ("django.db.models.manager.BaseManager", Scope.MANAGER_BODY),
    ("django.db.models.query.QuerySet", Scope.MANAGER_BODY),
)
_METAS = {
    "model": Scope.MODEL_META,
    "form": Scope.FORM_META,
    "serializer": Scope.SERIALIZER_META,
}
_FILES = {
    "models": Scope.MODELS,
    "views": Scope.VIEWS,
    "urls": Scope.URLS,
    "forms": Scope.FORMS,
    "admin": Scope.ADMIN,
    "serializers": Scope.SERIALIZERS,
    "tests": Scope.TESTS,
    "middleware": Scope.MIDDLEWARE,
    "signals": Scope.SIGNALS,
    "receivers": Scope.SIGNALS,
    "apps": Scope.APPS,
    "consumers": Scope.CONSUMERS,
    "routing": Scope.ROUTING,
    "asgi": Scope.ASGI,
    "tasks": Scope.TASKS,
    "viewsets": Scope.API_VIEWS,
    "api": Scope.API_VIEWS,
    "api_views": Scope.API_VIEWS,
}
_FOLDERS = {
    "commands": Scope.COMMAND,
    "migrations": Scope.MIGRATION,
    "templatetags": Scope.TEMPLATETAGS,
    "models": Scope.MODELS,
    "views": Scope.VIEWS,
    "forms": Scope.FORMS,
    "admin": Scope.ADMIN,
    "serializers": Scope.SERIALIZERS,
    "tests": Scope.TESTS,
}


def scope_of(cursor: Cursor) -> tuple[Scope, Symbol | None] | None:
    """The scope of statements at the cursor, and the API class that decides what its body may
    hold.
    """
    if cursor.scope.kind == "class":
        cls = cursor.enclosing_class()
        return class_scope(cursor.resolver, cls) if cls is not None else None
    if cursor.scope.kind == "module":
        return module_scope(cursor.module), None
    return Scope.BODY, None


def class_scope(r: Resolver, cls: UserClass) -> tuple[Scope, Symbol | None] | None:
    """None for the body of a class that is not built on the API."""
    kind = meta.kind_of(r, cls)
    if kind is not None:
        return (_METAS[kind], None) if kind in _METAS else None
    ancestors = classes.api_ancestors(r, cls)
    for base, scope in _BODIES:
        if base in ancestors:
            return scope, Symbol(api.public(ancestors[0]))
    return None


def module_scope(module: Module) -> Scope:
    if settings.is_settings(module):
        return Scope.SETTINGS
    if module.path is None:
        return Scope.MODULE
    found = by_path(module.path)
    if found is Scope.VIEWS and _imports(module, "rest_framework"):
        return Scope.API_VIEWS
    if found is Scope.MODULE and module.scope.find("urlpatterns"):
        return Scope.URLS
    return found


def by_path(path: Path) -> Scope:
    """By the names Django gives to the files of an app."""
    stem = path.stem.lower()
    if stem in _FILES:
        return _FILES[stem]
    if re.match(r"test_|.*_tests?$", stem):
        return Scope.TESTS
    return _FOLDERS.get(path.parent.name.lower(), Scope.MODULE)


def _imports(module: Module, package: str) -> bool:
    return any(
        block.text.startswith((f"from {package}", f"import {package}"))
        for block in module.tree.blocks
    )
