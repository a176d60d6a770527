"""One question for actions: where, in which project, for whom; and how an action answers it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from cheatsheet_ls.features.actions.action import INSERT, TITLE, Action
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.drafts import CannotEdit, Drafts
from cheatsheet_ls.features.edits import line_end, line_start
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind, Scope, Symbol

if TYPE_CHECKING:
    from pathlib import Path

    from cheatsheet_ls.language.project.apps import App
    from cheatsheet_ls.language.project.layout import Layout
    from cheatsheet_ls.language.project.models import Model
    from cheatsheet_ls.language.project.templates import Base
    from cheatsheet_ls.language.project.urls import Urls
    from cheatsheet_ls.language.project.views import View
    from cheatsheet_ls.language.python.cursor import Cursor
    from cheatsheet_ls.sheet.index import Index


@dataclass
class Asked:
    """`offset` counts code points of the document; `creates_files` is what the client can."""

    index: Index | None
    document: Document
    offset: int
    workspace: Workspace
    django: Django = field(default_factory=Django)
    creates_files: bool = True

    @cached_property
    def cursor(self) -> Cursor | None:
        from cheatsheet_ls.language.python.cursor import cursor_at

        if self.document.kind is not Kind.PYTHON:
            return None
        return cursor_at(self.workspace.module_of(self.document), self.offset)

    @cached_property
    def model(self) -> Model | None:
        """The model whose `class` line the cursor is on; an abstract one is nobody's row."""
        from cheatsheet_ls.language.project.models import model_at

        found = model_at(self.cursor) if self.cursor is not None else None
        return found if found is not None and not found.abstract else None

    @cached_property
    def symbols(self) -> tuple[Symbol, ...]:
        """What stands under the cursor, by the names that answer for it."""
        from cheatsheet_ls.language.recognise import recognise

        match = recognise(self.document, self.offset, self.workspace)
        return match.symbols if match is not None else ()

    @cached_property
    def setting(self) -> str | None:
        """The setting whose statement the cursor is in, in a settings module."""
        from cheatsheet_ls.language.python.settings import assigned_name, is_settings

        if self.document.kind is not Kind.PYTHON:
            return None
        module = self.workspace.module_of(self.document)
        return assigned_name(module.tree.path_at(self.offset)[1]) if is_settings(module) else None

    @cached_property
    def place(self) -> Scope | None:
        """What a statement on the empty line of the cursor would be."""
        from cheatsheet_ls.language.recognise import place_at

        start = line_start(self.document.text, self.offset)
        if self.document.text[start : line_end(self.document.text, self.offset)].strip():
            return None
        place = place_at(self.document, self.offset, self.workspace)
        return place.scope if place is not None and place.trigger == "statement" else None

    @cached_property
    def app(self) -> App | None:
        from cheatsheet_ls.language.project.apps import app_of

        return app_of(self.workspace, self.document.path)

    @cached_property
    def view(self) -> View | None:
        """The view whose `class` or `def` line the cursor is on."""
        from cheatsheet_ls.language.project.views import view_at

        return view_at(self.cursor) if self.cursor is not None else None

    @cached_property
    def views(self) -> list[View]:
        """The views of the app, those about other models left out where a model is asked about."""
        from cheatsheet_ls.language.project.views import files_of, views_in

        mention = self.model.name if self.model is not None else ""
        files = files_of(self.workspace, self.app.folder) if self.app is not None else []
        modules = [self.workspace.read_module(path) for path in files]
        return [one for found in modules if found is not None for one in views_in(found, mention)]

    @cached_property
    def urls(self) -> Urls:
        from cheatsheet_ls.features.actions.homes import home_of
        from cheatsheet_ls.language.project.urls import urls_of

        root = self.layout.urls if self.layout is not None else None
        own = [home_of(self.workspace, self.app, "urls")] if self.app is not None else []
        return urls_of(self.workspace, root, *own)

    @cached_property
    def template_folders(self) -> list[Path]:
        """The app's own, those of the project and of its other apps, as far as they are there."""
        from cheatsheet_ls.language.project import templates

        own = [templates.app_folder(self.app)] if self.app is not None else []
        own += templates.project_folders(self.workspace, self.layout)
        others = templates.installed_folders(self.workspace, self.layout)
        return own + [one for one in others if one not in own]

    @cached_property
    def base(self) -> Base | None:
        """What a new template of the app extends."""
        from cheatsheet_ls.language.project.templates import base_of

        if self.app is None:
            return None
        return base_of(self.workspace, self.app, self.template_folders)

    @cached_property
    def layout(self) -> Layout | None:
        from cheatsheet_ls.language.project.layout import layout_of

        return layout_of(self.workspace, self.document.path)


def answered(
    asked: Asked, id: str, title: str, build: Callable[[Drafts], None], kind: str = INSERT
) -> Iterator[Action]:
    """The action with the changes that `build` makes; none where all of it stands there already.

    Where a file cannot be changed as it is, the action says why instead of being offered.
    """
    title = TITLE + title if kind == INSERT else title
    drafts = Drafts(asked.workspace, _style_of(asked))
    try:
        build(drafts)
    except CannotEdit as reason:
        yield Action(id, title, kind, disabled=str(reason))
        return
    changes = drafts.changes()
    if any(one.creates for one in changes) and not asked.creates_files:
        yield Action(id, title, kind, disabled="this editor does not create files for a server")
    elif changes:
        yield Action(id, title, kind, lambda: changes if _parse(drafts) else ())


def _parse(drafts: Drafts) -> bool:
    """Whether all Python that an action wrote parses: rather no change than a broken file."""
    from cheatsheet_ls.features.code.parsed import parsed

    try:
        for text in drafts.texts(".py"):
            parsed(text)
    except CannotEdit:
        return False
    return True


def _style_of(asked: Asked) -> str:
    """What new files are to look like: the one that was asked about, where it is Python."""
    return asked.document.text if asked.document.kind is Kind.PYTHON else ""
