"""A project on disk, the actions offered at its cursor, and the files after one of them."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from cheatsheet_ls.features.actions import Action, Asked, actions
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.edits import applied
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind
from tests.support.marked import CURSOR


class Files:
    """A project on disk; the file with the cursor is open in the editor."""

    def __init__(self, root: Path, files: dict[str, str]) -> None:
        self.root = root
        for name, text in {"library/apps.py": "", **files}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            plain = dedent(text.removeprefix("\n")).replace(CURSOR, "")
            path.write_bytes(plain.encode("utf-8"))
        (self.name,) = [name for name, text in files.items() if CURSOR in text]
        self.marked = dedent(files[self.name].removeprefix("\n"))

    def offered(self, django: Django | None = None) -> dict[str, Action]:
        path = self.root / self.name
        document = Document(path.as_uri(), path, Kind.PYTHON, self.marked.replace(CURSOR, ""), 1)
        workspace = Workspace(self.root)
        workspace.opened(document)
        offset = self.marked.index(CURSOR)
        asked = Asked(None, document, offset, workspace, django or Django())
        return {one.id: one for one in actions(asked)}

    def after(self, id: str) -> dict[str, str]:
        """The files the action changes, as they are then."""
        found = {}
        for change in self.offered()[id].changes():
            assert change.path is not None
            before = "" if change.creates else change.path.read_bytes().decode("utf-8")
            found[str(change.path.relative_to(self.root))] = applied(before, change.edits)
        return found
