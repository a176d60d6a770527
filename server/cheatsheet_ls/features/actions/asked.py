"""One question for actions: where, in which project, for whom; and how an action answers it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from cheatsheet_ls.features.actions.action import INSERT, TITLE, Action
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.drafts import CannotEdit, Drafts
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind

if TYPE_CHECKING:
    from cheatsheet_ls.language.project.apps import App
    from cheatsheet_ls.language.project.layout import Layout
    from cheatsheet_ls.language.project.models import Model
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
    def app(self) -> App | None:
        from cheatsheet_ls.language.project.apps import app_of

        return app_of(self.workspace, self.document.path)

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
    drafts = Drafts(asked.workspace)
    try:
        build(drafts)
    except CannotEdit as reason:
        yield Action(id, title, kind, disabled=str(reason))
        return
    changes = drafts.changes()
    if any(one.creates for one in changes) and not asked.creates_files:
        yield Action(id, title, kind, disabled="this editor does not create files for a server")
    elif changes:
        yield Action(id, title, kind, lambda: changes)
