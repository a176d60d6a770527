"""Every file of a folder that problems are looked for in, with what is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cheatsheet_ls.features.diagnostics import Diagnostic, diagnose
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.lsp.config import Config
from cheatsheet_ls.lsp.folders import Folder
from cheatsheet_ls.model import Kind

SUFFIXES = (".py", ".html", ".txt", ".xml", ".djhtml")


def release(words: str) -> Django:
    """`5.2`, or `4.2:6.0` for a range."""
    low, _, high = words.partition(":")
    return Django(low, high or low, known=True)


def looked_at(root: Path, django: Django | None) -> Iterator[tuple[Document, list[Diagnostic]]]:
    """Each file as an editor would open it; `django` in place of what the project says."""
    folder = Folder(root, Workspace(root))
    for suffix in SUFFIXES:
        for path in folder.workspace.walk(suffix):
            document = _document(folder, path)
            if document is not None:
                version = django or folder.django(path, Config())
                found = list(diagnose(document, folder.workspace, version))
                yield document, found


def _document(folder: Folder, path: Path) -> Document | None:
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    kind = folder.kind(path, text, "python" if path.suffix == ".py" else "", False)
    if kind not in (Kind.PYTHON, Kind.TEMPLATE):
        return None
    return Document(path.as_uri(), path, kind, text)
