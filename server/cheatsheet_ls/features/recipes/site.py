"""The user's project as the steps of a recipe see it: settings, root URLs, package, app."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cheatsheet_ls.features.drafts import CannotEdit, Drafts
from cheatsheet_ls.features.recipes.words import APP, PACKAGE, Words, project_name
from cheatsheet_ls.language.project.apps import App, app_of
from cheatsheet_ls.language.project.layout import (
    assigned_in,
    chain,
    family,
    layout_of,
    sets_anything,
    urls_of,
)
from cheatsheet_ls.language.workspace import Workspace

_ROOT = re.compile(
    r"""^(?:ROOT_URLCONF|WSGI_APPLICATION)\s*=\s*["']([\w.]+?)\.(?:urls|wsgi)\b""", re.MULTILINE
)


@dataclass
class Site:
    """`settings` are the module in force and those it takes everything from, the nearest first;
    `own` is the settings module the cursor is in, where it is in one.
    """

    drafts: Drafts
    base: Path
    settings: tuple[Path, ...]
    own: Path | None = None
    app: App | None = None
    inserts: bool = False  # into `own`, whatever other settings modules say

    @property
    def workspace(self) -> Workspace:
        return self.drafts.workspace

    @cached_property
    def family(self) -> tuple[Path, ...]:
        """The modules whose values count as set. In a module that sets nothing itself, such as a
        new `production.py`, a set of settings is meant to be whole.
        """
        if not self.inserts:
            return family(self.workspace, self.settings)
        own = self.settings[:1]
        return self.settings if sets_anything(self.workspace.source(own[0])) else own

    @cached_property
    def main(self) -> Path:
        """The settings module for what concerns every environment."""
        if self.inserts and self.own is not None:
            return self.own
        found = assigned_in(self.workspace, self.settings[0], "INSTALLED_APPS")
        return found or self.settings[0]

    @cached_property
    def urls(self) -> Path | None:
        return urls_of(self.workspace, self.base, self.settings[0])

    @cached_property
    def package(self) -> str | None:
        """`config` of `ROOT_URLCONF = "config.urls"`."""
        named = (_ROOT.search(self.workspace.source(path)) for path in self.settings)
        return next((found[1] for found in named if found), None)

    @cached_property
    def package_folder(self) -> Path:
        if self.package is not None:
            folder = self.base.joinpath(*self.package.split("."))
            if self.workspace.exists(folder):
                return folder
        return self.settings[0].parent

    def words(self, *, for_app: bool) -> Words:
        names = {PACKAGE: self.package or self.package_folder.name}
        folders = {PACKAGE: self.package_folder}
        if for_app:
            if self.app is None:
                raise CannotEdit("there is no app yet: manage.py startapp makes one")
            names[APP], folders[APP] = self.app.name, self.app.folder
        else:
            names[APP] = project_name(self.base, self.package)
        return Words(self.base, names, folders)

    def text(self, path: Path) -> str:
        return self.drafts.text(path)


def site_of(
    drafts: Drafts, path: Path | None, own: Path | None, *, inserts: bool = False
) -> Site | None:
    """The project around a file; `own` is the file where it is a settings module."""
    layout = layout_of(drafts.workspace, path)
    named = layout.settings if layout is not None else None
    settings = tuple(chain(drafts.workspace, named)) if named is not None else ()
    if own is not None and (inserts or own not in settings):
        settings = tuple(chain(drafts.workspace, own))
    if not settings:
        return None
    base = layout.base if layout is not None else drafts.workspace.root or settings[0].parent
    return Site(drafts, base, settings, own, inserts=inserts)


def local_apps(site: Site) -> list[App]:
    """The project's own apps, in the order of `INSTALLED_APPS`."""
    from cheatsheet_ls.features.code.lists import literals
    from cheatsheet_ls.features.code.parsed import parsed

    found: dict[Path, App] = {}
    for path in site.settings:
        for one in literals(parsed(site.text(path), path.name), "INSTALLED_APPS"):
            for name in filter(None, one.strings):
                app = app_named(site, name)
                if app is not None:
                    found.setdefault(app.folder, app)
    return list(found.values())


def app_named(site: Site, name: str) -> App | None:
    """The app of the project that a string in `INSTALLED_APPS` names."""
    module = site.workspace.find_module(name.partition(".apps.")[0], site.base / "manage.py")
    return app_of(site.workspace, module.path) if module is not None else None
