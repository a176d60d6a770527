"""Recipes of the sheet as actions: "Set up: Django REST framework" where it makes sense.

On what a recipe names itself (its app, package, settings); on `INSTALLED_APPS` and `MIDDLEWARE`
also those of packages that the project asks for. Sets of settings are examples to insert, on an
empty line of a settings module too. What is set up already is not offered.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cheatsheet_ls.features.actions.action import INSERT, SET_UP, SET_UP_TITLE, Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.drafts import CannotEdit, Drafts
from cheatsheet_ls.features.recipes.words import is_for_app
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.layout import sets_anything
from cheatsheet_ls.language.project.packages import requires
from cheatsheet_ls.model import Entry, Kind, Recipe, Scope
from cheatsheet_ls.sheet.slug import slug

if TYPE_CHECKING:
    from cheatsheet_ls.features.recipes.site import Site
    from cheatsheet_ls.language.python.module import Module

_LISTS = frozenset({"INSTALLED_APPS", "MIDDLEWARE"})


def offers(asked: Asked) -> Iterator[Action]:
    if asked.index is None:
        return
    for entry in asked.index.recipes:
        recipe = entry.recipe
        if recipe is not None and not _is_over(asked, entry) and _is_wanted(asked, entry, recipe):
            yield from action(asked, entry, recipe)


def action(asked: Asked, entry: Entry, recipe: Recipe) -> Iterator[Action]:
    def build(drafts: Drafts) -> None:
        from cheatsheet_ls.features.recipes.set_up import set_up
        from cheatsheet_ls.features.recipes.site import site_of

        own = asked.document.path if _in_settings(asked) else None
        site = site_of(drafts, asked.document.path, own, inserts=recipe.inserts)
        if site is None:
            raise CannotEdit("there is no settings module that manage.py names")
        if is_for_app(entry):
            site.app = _app(asked, site)
        set_up(site, entry, recipe, asked.django)

    title = recipe.title if recipe.inserts else SET_UP_TITLE + recipe.title
    kind = INSERT if recipe.inserts else SET_UP
    folder = "insert" if recipe.inserts else "set-up"
    yield from answered(asked, f"{folder}/{slug(recipe.title)}", title, build, kind)


def _is_over(asked: Asked, entry: Entry) -> bool:
    versions = entry.versions
    return asked.django.is_past(versions.removed) or asked.django.lacks(versions)


def _is_wanted(asked: Asked, entry: Entry, recipe: Recipe) -> bool:
    if any(symbol in recipe.offered_on for symbol in asked.symbols):
        return not recipe.inserts or _in_settings(asked)
    if is_for_app(entry) and _named(asked):
        return True
    if recipe.inserts:
        return asked.place is Scope.SETTINGS and not sets_anything(asked.document.text)
    return asked.setting in _LISTS and any(
        requires(asked.workspace, asked.layout, name) for name in entry.requires
    )


def _in_settings(asked: Asked) -> bool:
    from cheatsheet_ls.language.python.settings import is_settings

    is_python = asked.document.kind is Kind.PYTHON and asked.document.path is not None
    return is_python and is_settings(asked.workspace.module_of(asked.document))


def _named(asked: Asked) -> Module | None:
    """The module of the project that the string under the cursor names as an app."""
    if asked.setting != "INSTALLED_APPS":
        return None
    _, path = asked.workspace.module_of(asked.document).tree.path_at(asked.offset)
    name = path[-1].value if path and isinstance(path[-1], ast.Constant) else None
    base = asked.layout.base if asked.layout is not None else None
    if not isinstance(name, str) or base is None:
        return None
    return asked.workspace.find_module(name.partition(".apps.")[0], base / "manage.py")


def _app(asked: Asked, site: Site) -> App | None:
    """The app under the cursor, else the one the file lies in, else the project's first."""
    from cheatsheet_ls.features.recipes.site import local_apps
    from cheatsheet_ls.language.project.apps import app_of

    named = _named(asked)
    found = app_of(asked.workspace, named.path) if named is not None else asked.app
    if found is not None and found.folder != site.package_folder:
        return found
    return next(iter(local_apps(site)), None)
