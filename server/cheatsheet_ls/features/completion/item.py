"""A completion before it becomes LSP: what is shown, what is inserted where, what comes with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.edits import TextEdit
from cheatsheet_ls.features.imports import Spelling
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Example, Kind, Place, Span, Symbol

if TYPE_CHECKING:
    from cheatsheet_ls.features.binding import Project
    from cheatsheet_ls.sheet.index import Index

LIMIT = 100


@dataclass(frozen=True, slots=True)
class Item:
    """`kind` is "snippet", "keyword", "property" …; `filters` are the words it may be found by."""

    label: str
    kind: str
    insert: str
    span: Span
    detail: str = ""
    summary: str = ""
    is_snippet: bool = False
    filters: tuple[str, ...] = ()
    rank: int = 0
    last: bool = False
    deprecated: bool = False
    edits: tuple[TextEdit, ...] = ()
    symbol: Symbol | None = None

    def words(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(word for word in (*self.filters, self.label) if word))


@dataclass(frozen=True, slots=True)
class Completion:
    items: tuple[Item, ...] = ()
    incomplete: bool = False


@dataclass(frozen=True, slots=True)
class CompletionOptions:
    django: Django = field(default_factory=Django)
    snippets: bool = True
    bare_tags: bool = True
    character: str | None = None  # the character whose typing asked; None for words and by hand
    packages: str = ""  # what the project's manifests name; "" where nobody knows


@dataclass(slots=True)
class Request:
    """One question for completions: where, of what, for whom."""

    index: Index | None
    document: Document
    workspace: Workspace
    place: Place
    options: CompletionOptions
    _spelling: Spelling | None = None
    _project: Project | None = None

    @property
    def typed(self) -> str:
        return self.document.text[self.place.typed.start : self.place.typed.end]

    @property
    def spelling(self) -> Spelling:
        if self._spelling is None:
            python = self.document.kind is Kind.PYTHON
            tree = self.workspace.module_of(self.document).tree if python else None
            self._spelling = Spelling(self.document.text, tree)
        return self._spelling

    def bound(self, example: Example) -> Example:
        """The example in the project's words."""
        from cheatsheet_ls.features.binding import bind, is_about_sample, project_at

        if not is_about_sample(example):
            return example
        if self._project is None:
            self._project = project_at(self.document, self.workspace, self.place)
        return bind(example, self._project)

    def lacks_package(self, *distributions: str) -> bool:
        """Whether the project clearly does without one of them."""
        from cheatsheet_ls.language.dependencies import lacks

        ours = ("django", "python")
        return any(
            name not in ours and lacks(self.options.packages, name) for name in distributions
        )

    def wanted(self, *words: str) -> bool:
        """Whether one of the words is what is being typed: by its beginning, later by a part."""
        typed = self.typed.lower()
        if not typed:
            return True
        return any(
            word.lower().startswith(typed) or (len(typed) > 2 and typed in word.lower())
            for word in words
        )
