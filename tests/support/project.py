"""A project on disk for a test, and what the language layer says at a cursor in it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.recognise import place_at, recognise
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind, Match, Place
from tests.support.marked import cursor, drawn


class Project:
    """Files in a folder; `open` reads marked text as the editor's version of one of them."""

    def __init__(self, root: Path, files: dict[str, str] | None = None) -> None:
        self.root = root.resolve()
        for name, text in (files or {}).items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text.removeprefix("\n")), encoding="utf-8")
        self.workspace = Workspace(self.root)

    def open(self, marked: str, name: str = "shop/models.py") -> tuple[Document, int]:
        text, offset = cursor(marked)
        path = self.root / name
        document = Document(path.as_uri(), path, Kind.PYTHON, text)
        self.workspace.opened(document)
        return document, offset

    def match(self, marked: str, name: str = "shop/models.py") -> Match | None:
        document, offset = self.open(marked, name)
        return recognise(document, offset, self.workspace)

    def recognised(self, marked: str, name: str = "shop/models.py") -> str | None:
        """`symbol  «span»`, or None."""
        document, offset = self.open(marked, name)
        match = recognise(document, offset, self.workspace)
        return f"{match.symbols[0]}  {drawn(document.text, match.span)}" if match else None

    def place(self, marked: str, name: str = "shop/models.py") -> Place | None:
        document, offset = self.open(marked, name)
        return place_at(document, offset, self.workspace)

    def placed(self, marked: str, name: str = "shop/models.py") -> str | None:
        """`scope trigger owner  «typed»`, or None."""
        document, offset = self.open(marked, name)
        place = place_at(document, offset, self.workspace)
        if place is None:
            return None
        words = [place.scope.value, place.trigger, place.owner or "-"]
        return f"{' '.join(words)}  {drawn(document.text, place.typed)}"
