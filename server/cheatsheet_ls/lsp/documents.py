"""The editor's open documents, and files of the workspace that are asked for unopened."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path

from lsprotocol import types

from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.reading import read_bytes
from cheatsheet_ls.lsp import uris
from cheatsheet_ls.lsp.convert import Lines, changed
from cheatsheet_ls.lsp.folders import Folder, Folders
from cheatsheet_ls.model import Kind

MAX_READ = 2_000_000  # bytes of a file that is not open


@dataclass(frozen=True, slots=True)
class Opened:
    """One version of a document with the workspace folder it belongs to."""

    document: Document
    lines: Lines
    folder: Folder


@dataclass(slots=True)
class Documents:
    folders: Folders
    encoding: str = "utf-16"
    jinja: bool = False
    sheets: tuple[Path, ...] = ()  # files and folders whose Markdown is a sheet
    _open: dict[str, Opened] = field(default_factory=dict)

    def open(self, item: types.TextDocumentItem) -> Opened:
        return self._put(item.uri, Lines(item.text), item.version, item.language_id)

    def change(self, params: types.DidChangeTextDocumentParams) -> Opened | None:
        known = self._open.get(uris.key(params.text_document.uri))
        if known is None:
            return None
        lines = known.lines
        for change in params.content_changes:
            lines = Lines(changed(lines, change, self.encoding))
        version, document = params.text_document.version, known.document
        if document.kind is not Kind.PYTHON:  # what a template is depends on its text
            return self._put(document.uri, lines, version, document.language_id)
        changed_document = replace(document, text=lines.text, version=version, cache={})
        return self._set(Opened(changed_document, lines, known.folder))

    def close(self, uri: str) -> None:
        known = self._open.pop(uris.key(uri), None)
        if known is not None:
            known.folder.workspace.closed(known.document)

    def get(self, uri: str) -> Opened | None:
        """The document as the editor has it, else as it lies in the workspace, else None."""
        return self._open.get(uris.key(uri)) or self._from_disk(uri)

    def is_open(self, uri: str) -> bool:
        """Whether the editor has it, so that its versions count."""
        return uris.key(uri) in self._open

    def all(self) -> list[Opened]:
        return list(self._open.values())

    def place_anew(self) -> None:
        """After folders or settings changed: each document gets its folder and kind again."""
        for known in list(self._open.values()):
            document = known.document
            known.folder.workspace.closed(document)
            self._put(document.uri, known.lines, document.version, document.language_id)

    def _put(self, uri: str, lines: Lines, version: int, language_id: str) -> Opened:
        path = _path(uri)
        folder = self.folders.of(path)
        document = self._document(uri, path, folder, lines.text, version, language_id)
        return self._set(Opened(document, lines, folder))

    def _set(self, opened: Opened) -> Opened:
        self._open[uris.key(opened.document.uri)] = opened
        opened.folder.workspace.opened(opened.document)
        return opened

    def _from_disk(self, uri: str) -> Opened | None:
        path = _path(uri)
        if path is None or not self.folders.holds(path):
            return None
        text = _read(path)
        if text is None:
            return None
        folder = self.folders.of(path)
        return Opened(self._document(uri, path, folder, text, 0, ""), Lines(text), folder)

    def _document(
        self, uri: str, path: Path | None, folder: Folder, text: str, version: int, language_id: str
    ) -> Document:
        kind = folder.kind(path, text, language_id, self.jinja)
        if path is not None and self._is_sheet(path):
            kind = Kind.SHEET
        return Document(uri, path, kind, text, version, language_id)

    def _is_sheet(self, path: Path) -> bool:
        """A file whatever its name, a folder's Markdown; links may lead there."""
        if path in self.sheets or path.suffix.lower() not in (".md", ".markdown"):
            return path in self.sheets
        real = Path(os.path.realpath(path))
        return any(
            one == sheet or sheet in one.parents for one in (path, real) for sheet in self.sheets
        )


def _path(uri: str) -> Path | None:
    path = uris.to_path(uri)
    return Path(path) if path is not None else None


def _read(path: Path) -> str | None:
    """None for what is no text, too large or not there."""
    content = read_bytes(path, MAX_READ, None)  # `Folders.holds` has asked where it leads
    if content is None or b"\x00" in content:
        return None
    return content.decode("utf-8", "replace")
