"""The hover: what the sheet says about the thing under the cursor, in the project's own terms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cheatsheet_ls.features import manifest
from cheatsheet_ls.features.answer import Answer, answer
from cheatsheet_ls.features.cards import HoverOptions, text_of
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind, Span, Symbol

if TYPE_CHECKING:
    from cheatsheet_ls.sheet.index import Index

__all__ = ["HoverOptions", "HoverText", "Resolved", "hover", "resolve"]


@dataclass(frozen=True, slots=True)
class HoverText:
    """`text` is written in the style that was asked for; `id` is what `resolve` says."""

    text: str
    span: Span
    id: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """The identity of a hover: which entry answered, for what."""

    id: str
    symbols: tuple[Symbol, ...]
    kind: str


def hover(
    index: Index | None,
    document: Document,
    offset: int,
    workspace: Workspace,
    options: HoverOptions,
) -> HoverText | None:
    if document.kind is Kind.SHEET:
        return _in_sheet(document, offset, options)
    found = _answer(index, document, offset, workspace, options)
    if found is None:
        return None
    notes = manifest.notes(found.match, document, workspace.root, options.django)
    return HoverText(text_of(found, options, notes), found.match.span, _identity(found))


def _in_sheet(document: Document, offset: int, options: HoverOptions) -> HoverText | None:
    """A word of the format: help for who writes, which no entry answers."""
    from cheatsheet_ls.features.render import escape
    from cheatsheet_ls.features.sheet_file import explained

    found = explained(document, offset) if options.detail != "off" else None
    if found is None:
        return None
    write = escape.inline if options.style.markdown else escape.plain
    return HoverText(write(found[0]), found[1], "")


def resolve(
    index: Index | None,
    document: Document,
    offset: int,
    workspace: Workspace,
    options: HoverOptions,
) -> Resolved | None:
    """None exactly where `hover` is, or where it explains a word of a sheet."""
    found = _answer(index, document, offset, workspace, options)
    return Resolved(_identity(found), found.match.symbols, _kind(found)) if found else None


def _answer(
    index: Index | None,
    document: Document,
    offset: int,
    workspace: Workspace,
    options: HoverOptions,
) -> Answer | None:
    return None if options.detail == "off" else answer(index, document, offset, workspace)


def _identity(answer: Answer) -> str:
    if answer.found is not None:
        return answer.found.entry.id
    return f"facts#{answer.known.symbol if answer.known else answer.match.symbols[0]}"


def _kind(answer: Answer) -> str:
    if answer.found is not None and answer.found.option is None:
        return answer.found.entry.kind
    return answer.known.kind if answer.known is not None else answer.match.kind
