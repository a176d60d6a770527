"""Which symbol of the API stands at an offset of a document: the one entry to the language layer."""

from __future__ import annotations

from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind, Match


def recognise(document: Document, offset: int, workspace: Workspace) -> Match | None:
    """The match at a code-point offset; None where nothing stands, or nothing that is known for sure."""
    if document.kind is Kind.PYTHON:
        from cheatsheet_ls.language.python.recognise import recognise_python

        return recognise_python(workspace.module_of(document), offset)
    return None
