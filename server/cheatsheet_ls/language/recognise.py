"""What stands at an offset of a document, and what may be written there."""

from __future__ import annotations

from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind, Match, Place

_TEXT = (Kind.SHELL, Kind.REQUIREMENTS)


def recognise(document: Document, offset: int, workspace: Workspace) -> Match | None:
    """The match at a code-point offset; None where nothing stands, or nothing that is known for
    sure.
    """
    if document.kind is Kind.PYTHON:
        from cheatsheet_ls.language.python.recognise import recognise_python

        return recognise_python(workspace.module_of(document), offset)
    if document.kind is Kind.TEMPLATE:
        from cheatsheet_ls.language.template.recognise import recognise_template

        jinja = _is_jinja(document)
        return recognise_template(document.text, offset, workspace.libraries(), jinja=jinja)
    if document.kind in _TEXT:
        from cheatsheet_ls.language.text.recognise import recognise_text

        return recognise_text(document.text, offset, document.kind, document.path)
    return None


def place_at(document: Document, offset: int, workspace: Workspace) -> Place | None:
    """The place at a code-point offset; None where nothing of ours may be written."""
    if document.kind is Kind.PYTHON:
        from cheatsheet_ls.language.python.place import place_at_python

        return place_at_python(workspace.module_of(document), offset)
    if document.kind is Kind.TEMPLATE:
        from cheatsheet_ls.language.template.place import place_at_template

        jinja = _is_jinja(document)
        return place_at_template(document.text, offset, workspace.libraries(), jinja=jinja)
    if document.kind in _TEXT:
        from cheatsheet_ls.language.text.recognise import place_at_text

        return place_at_text(document.text, offset, document.kind, document.path)
    return None


def place_beside(
    document: Document, offset: int, level: int, indent: str, workspace: Workspace
) -> Place | None:
    """The place of a new line beside a statement of a Python file, `level` statements out."""
    from cheatsheet_ls.language.python import place

    return place.place_beside(workspace.module_of(document), offset, level, indent)


def _is_jinja(document: Document) -> bool:
    """A Jinja file that counts as a Django template because a setting says so."""
    from cheatsheet_ls.language.kinds import is_jinja_file

    return is_jinja_file(document.language_id.lower(), document.path)
