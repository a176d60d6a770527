"""All that a running server knows: client, configuration, folders, documents, the index."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.render import Style
from cheatsheet_ls.lsp.client import Client
from cheatsheet_ls.lsp.config import Config, Reading, read
from cheatsheet_ls.lsp.documents import Documents, Opened
from cheatsheet_ls.lsp.folders import Folder, Folders
from cheatsheet_ls.lsp.loading import IndexLoader
from cheatsheet_ls.lsp.problems import Problems
from cheatsheet_ls.lsp.project_file import sheets_inside
from cheatsheet_ls.sheet.locate import Source

if TYPE_CHECKING:
    from cheatsheet_ls.features.hover import HoverOptions


def _loader() -> IndexLoader:
    from cheatsheet_ls.sheet.load import load_index

    return IndexLoader(lambda sheets, effort: load_index(sheets, effort=effort))


@dataclass(slots=True)
class State:
    client: Client = field(default_factory=Client)
    editor: object = None  # settings as the editor sent them last
    folders: Folders = field(default_factory=Folders)
    documents: Documents = field(init=False)
    loader: IndexLoader = field(default_factory=_loader)
    problems: Problems = field(default_factory=Problems)
    _configs: dict[int, Config] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.documents = Documents(self.folders)

    def connect(self, client: Client, editor: object) -> None:
        self.client = client
        self.documents.encoding = client.encoding
        self.configure(editor)

    def configure(self, editor: object) -> Reading:
        """Take the editor's settings; what was wrong with them is the caller's to tell."""
        self.editor = editor
        self._configs.clear()
        reading = read(editor)
        self.documents.jinja = reading.config.templates_jinja
        return reading

    def config(self, folder: Folder) -> Config:
        known = self._configs.get(id(folder))
        if known is None:
            known = self._configs[id(folder)] = read(self.editor, folder.project).config
        return known

    def django(self, opened: Opened) -> Django:
        return opened.folder.django(opened.document.path, self.config(opened.folder))

    def hover_options(self, opened: Opened) -> HoverOptions:
        from cheatsheet_ls.features.hover import HoverOptions

        config = self.config(opened.folder)
        return HoverOptions(
            django=self.django(opened),
            detail=config.hover_detail,
            references=config.hover_references,
            style=self.style(opened, markdown=self.client.hover_markdown),
        )

    def style(self, opened: Opened, *, markdown: bool) -> Style:
        return Style(markdown, self.client.template_fence(opened.document.language_id))

    def sheets(self) -> tuple[tuple[Source, ...], tuple[str, ...]]:
        """Further sheets to load, the editor's and each project's, and what is wrong with them.
        What a project names must not lead out of it; what the user's own settings name may.
        """
        found: list[Source] = []
        wrong: list[str] = []
        for folder in self.folders.all() if self.client.trusts_workspace else ():
            assert folder.root is not None
            inside, outside = sheets_inside(folder.root, folder.project.sheets)
            found += (Source(path, folder.root) for path in inside)
            wrong += outside
        base = next((folder.root for folder in self.folders.all() if folder.root), Path.cwd())
        named = (Path(name).expanduser() for name in read(self.editor).config.sheets)
        found += (Source(Path(os.path.abspath(base / name))) for name in named)
        return tuple(dict.fromkeys(found)), tuple(wrong)
