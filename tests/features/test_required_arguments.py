"""What a call cannot do without: added to a call that is there, written with one that is new."""

from __future__ import annotations

from pathlib import Path

import pytest

from cheatsheet_ls.features.actions import Asked, actions
from cheatsheet_ls.features.edits import applied
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind
from tests.support.editing import completed
from tests.support.marked import cursor

HEAD = "from django.db import models\n\n\nclass Book(models.Model):\n    x = "


def filled(tmp_path: Path, marked: str, head: str = HEAD) -> str | None:
    """The call after the action; None where it is not offered."""
    text, offset = cursor(head + marked + "\n")
    path = tmp_path / "models.py"
    path.write_text(text, encoding="utf-8")
    document = Document(path.as_uri(), path, Kind.PYTHON, text)
    workspace = Workspace(tmp_path)
    workspace.opened(document)
    for action in actions(Asked(None, document, offset, workspace)):
        if action.id == "required-arguments":
            (change,) = action.changes()
            return applied(text, change.edits).removeprefix(head).rstrip("\n")
    return None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("models.Char<|>Field()", "models.CharField(max_length=200)"),
        ("models.CharField(<|>null=True)", "models.CharField(null=True, max_length=200)"),
        ("models.Char<|>Field(null=True,)", "models.CharField(null=True, max_length=200,)"),
        (
            "models.Decimal<|>Field(decimal_places=2)",
            "models.DecimalField(decimal_places=2, max_digits=8)",
        ),
        (
            "models.Foreign<|>Key('Author')",
            "models.ForeignKey('Author', on_delete=models.CASCADE)",
        ),
        (
            "models.Char<|>Field(\n        null=True  # for now\n    )",
            "models.CharField(\n        null=True,  # for now\n        max_length=200,\n    )",
        ),
        (
            "models.Char<|>Field(\n        'a',\n        null=True,\n    )",
            "models.CharField(\n        'a',\n        null=True,\n        max_length=200,\n    )",
        ),
    ],
)
def test_only_what_is_missing_is_added_at_the_end(before: str, after: str, tmp_path: Path):
    assert filled(tmp_path, before) == after


@pytest.mark.parametrize(
    "call",
    [
        "models.Char<|>Field(max_length=3)",
        "models.Foreign<|>Key('Author', models.CASCADE)",
        "models.Char<|>Field(**options)",
        "models.Foreign<|>Key(*arguments)",
        "models.Text<|>Field()",
        "unknown<|>()",
    ],
)
def test_nothing_is_offered_where_nothing_is_known_to_be_missing(call: str, tmp_path: Path):
    assert filled(tmp_path, call) is None


def test_a_new_call_comes_with_them():
    start = "from django.db import models\n\n\nclass Book(models.Model):\n    x = models."
    assert completed(f"{start}Char<|>\n", "CharField") == f"{start}CharField(max_length=[200])\n"
