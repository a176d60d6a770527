"""Changes of files as the client takes them: by version where it can, else by URI.

Files that are created come first and are named in the preview where the client has one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from cheatsheet_ls.features.drafts import FileEdit
from cheatsheet_ls.features.edits import TextEdit
from cheatsheet_ls.lsp import uris
from cheatsheet_ls.lsp.convert import Lines, to_range

if TYPE_CHECKING:
    from cheatsheet_ls.lsp.documents import Opened
    from cheatsheet_ls.lsp.state import State

CREATED = "created"  # the annotation of new files


def workspace_edit(
    state: State, opened: Opened, changes: Iterable[FileEdit]
) -> types.WorkspaceEdit | None:
    """None where a file to be changed cannot be read any more; `opened` is what was asked about."""
    files = list(changes)
    targets = [_target(state, opened, one) for one in files]
    known = [target for target in targets if target is not None]
    if len(known) < len(files):
        return None
    encoding = state.client.encoding
    edits = [
        (uri, version, _filled(one) if one.creates else _text_edits(lines, one.edits, encoding))
        for one, (uri, version, lines) in zip(files, known, strict=True)
    ]
    if not state.client.document_changes and not any(one.creates for one in files):
        return types.WorkspaceEdit(changes={uri: text for uri, _, text in edits})
    created = [uri for one, (uri, _, _) in zip(files, known, strict=True) if one.creates]
    return _annotated(state, created, edits)


def _target(state: State, opened: Opened, one: FileEdit) -> tuple[str, int | None, Lines] | None:
    """URI, version (None for what is not open) and lines of the file."""
    document = opened.document
    if one.path is None or one.path == document.path:
        return document.uri, document.version, opened.lines
    uri = uris.from_path(str(one.path))
    if one.creates:
        return uri, None, Lines("")
    found = state.documents.get(uri)
    if found is None:
        return None
    version = found.document.version if state.documents.is_open(uri) else None
    return found.document.uri, version, found.lines


def _text_edits(lines: Lines, edits: Iterable[TextEdit], encoding: str) -> list[types.TextEdit]:
    return [types.TextEdit(to_range(lines, edit.span, encoding), edit.text) for edit in edits]


def _filled(one: FileEdit) -> list[types.TextEdit]:
    """The text of a new file, up to a line that is not there: Neovim then ends it as it should."""
    everything = types.Range(types.Position(0, 0), types.Position(1, 0))
    return [types.TextEdit(everything, "".join(edit.text for edit in one.edits))]


def _annotated(
    state: State, created: list[str], edits: list[tuple[str, int | None, list[types.TextEdit]]]
) -> types.WorkspaceEdit:
    annotates = state.client.annotates_changes and bool(created)
    annotation = CREATED if annotates else None
    operations: list[Any] = [types.CreateFile(uri, annotation_id=annotation) for uri in created]
    for uri, version, text in edits:
        identifier = types.OptionalVersionedTextDocumentIdentifier(uri, version)
        operations.append(types.TextDocumentEdit(identifier, list(text)))
    annotations = {CREATED: types.ChangeAnnotation("New files")} if annotates else None
    return types.WorkspaceEdit(document_changes=operations, change_annotations=annotations)
