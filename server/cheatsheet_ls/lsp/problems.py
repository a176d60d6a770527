"""Problems as LSP has them, and those of a document that are known already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from cheatsheet_ls.lsp.convert import to_range

if TYPE_CHECKING:
    from cheatsheet_ls.features.diagnostics import Diagnostic
    from cheatsheet_ls.lsp.documents import Opened
    from cheatsheet_ls.lsp.state import State
    from cheatsheet_ls.model import Entry

SOURCE = "django-cheatsheet"
_CACHE = "diagnostics"  # where a document keeps them

Found = tuple["Diagnostic", ...]
Key = tuple[Any, ...]


@dataclass(slots=True)
class Problems:
    """Kept with the document they were found in, as long as nothing they depend on changes."""

    def known(self, state: State, opened: Opened) -> Found | None:
        kept = opened.document.cache.get(_CACHE)
        if kept is None or kept[0] != self.key(state, opened):
            return None
        found: Found = kept[1]
        return found

    def keep(self, opened: Opened, key: Key, found: Found) -> Found:
        opened.document.cache[_CACHE] = (key, found)
        return found

    def of(self, state: State, opened: Opened) -> Found:
        """At once: for the fixes of a problem that the client shows."""
        from cheatsheet_ls.features.diagnostics import diagnose

        known = self.known(state, opened)
        if known is not None:
            return known
        off = state.config(opened.folder).diagnostics_off
        django = state.django(opened)
        recipes = recipes_of(state)
        found = diagnose(opened.document, opened.folder.workspace, django, off, recipes)
        return self.keep(opened, self.key(state, opened), found)

    @staticmethod
    def key(state: State, opened: Opened) -> Key:
        """What the problems depend on besides the text."""
        config = state.config(opened.folder)
        generation = opened.folder.workspace.generation
        recipes = tuple(map(id, recipes_of(state)))
        return generation, state.django(opened), config.diagnostics_off, recipes


def recipes_of(state: State) -> tuple[Entry, ...]:
    index = state.loader.get()
    return index.recipes if index is not None else ()


def to_lsp(state: State, opened: Opened, one: Diagnostic) -> types.Diagnostic:
    client = state.client
    explained = one.docs if client.describes_codes else None
    tags = [types.DiagnosticTag(int(tag)) for tag in one.tags if int(tag) in client.diagnostic_tags]
    return types.Diagnostic(
        range=to_range(opened.lines, one.span, client.encoding),
        message=one.message,
        severity=types.DiagnosticSeverity(int(one.severity)),
        code=one.code,
        code_description=types.CodeDescription(explained) if explained else None,
        source=SOURCE,
        tags=tags or None,
    )
