"""An editor in a few lines: a document with a cursor, its completions, the text after one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from cheatsheet_ls.features.actions import edits_for, offers
from cheatsheet_ls.features.completion import CompletionOptions, Item, complete
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.edits import TextEdit, applied
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind
from tests.support.marked import cursor
from tests.support.small_sheet import small_sheet

ROOT = Path("/project")


def opened(marked: str, name: str = "library/models.py") -> tuple[Document, int]:
    text, offset = cursor(marked)
    suffix = Path(name).suffix
    kind = {".html": Kind.TEMPLATE, ".sh": Kind.SHELL}.get(suffix, Kind.PYTHON)
    return Document(f"file:///project/{name}", ROOT / name, kind, text, 1), offset


def completions(marked: str, name: str = "library/models.py", **options: object) -> dict[str, Item]:
    document, offset = opened(marked, name)
    wanted = CompletionOptions(**options)  # type: ignore[arg-type]
    found = complete(small_sheet(), document, offset, Workspace(None), wanted)
    return {item.label: item for item in found.items}


def completed(marked: str, label: str, name: str = "library/models.py", **options: object) -> str:
    """The text after the item is accepted; tab stops stay visible as `[word]`."""
    document, _ = opened(marked, name)
    item = completions(marked, name, **options)[label]
    insert = filled(item.insert) if item.is_snippet else item.insert
    return applied(document.text, (TextEdit(item.span, insert), *item.edits))


def filled(snippet: str) -> str:
    """`${1:title}` as `[title]`, mirrors as `[1]`."""
    text = re.sub(r"\$\{\d+:((?:\\.|[^}\\])*)\}", r"[\1]", snippet)
    text = re.sub(r"\$\{?([1-9]\d*)\}?", r"[\1]", text).removesuffix("$0")
    return re.sub(r"\\([\\$}])", r"\1", text)


def actions(
    marked: str, name: str = "library/models.py", django: Django | None = None
) -> dict[str, str]:
    """The titles offered, each with the text after it was chosen."""
    document, offset = opened(marked, name)
    workspace = Workspace(None)
    return dict(_chosen(document, offset, workspace, django or Django()))


def _chosen(
    document: Document, offset: int, workspace: Workspace, django: Django
) -> Iterator[tuple[str, str]]:
    for offer in offers(small_sheet(), document, offset, workspace, django):
        yield offer.title, applied(document.text, edits_for(offer, document, workspace))
