"""A team's own sheet: theirs wins, a save is seen at once, and writing it is helped along."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.marked import cursor
from tests.support.raw_session import Raw

MODELS = "from django.db import models\nx = models.CharField()\n"
SHEET = (
    "# Team\n\n## CharField\n\n{}\n\n- **Symbol:** `django.db.models.CharField`\n- **Kind:** rule\n"
)
PULL = {"diagnostic": {"dynamicRegistration": False}}


@pytest.fixture
def server() -> Iterator[Raw]:
    raw = Raw()
    yield raw
    raw.process.kill()
    raw.process.communicate()


def project(root: Path, text: str = "Our first rule.") -> Path:
    (root / "pyproject.toml").write_text('[tool.django-cheatsheet]\nsheets = ["docs/team.md"]\n')
    (root / "manage.py").write_text("import django\n")
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs" / "team.md").write_text(SHEET.format(text))
    return root / "docs" / "team.md"


def test_own_entries_win_and_a_save_is_seen(server: Raw, tmp_path: Path):
    """In an editor that watches no files."""
    sheet = project(tmp_path)
    server.initialize(tmp_path)
    server.open(tmp_path / "models.py", MODELS)
    assert server.shows(tmp_path / "models.py", "our first rule")
    sheet.write_text(SHEET.format("Our second rule."))
    saved = {"textDocument": {"uri": sheet.as_uri()}}
    server.send(method="textDocument/didSave", params=saved)
    assert server.shows(tmp_path / "models.py", "our second rule")


def test_a_change_from_outside_is_seen(server: Raw, tmp_path: Path):
    sheet = project(tmp_path)
    watching = {"didChangeWatchedFiles": {"dynamicRegistration": True}}
    server.initialize(tmp_path, workspace=watching)
    asked = server.await_method("client/registerCapability")
    patterns = [
        one["globPattern"]
        for one in asked["params"]["registrations"][0]["registerOptions"]["watchers"]
    ]
    assert "**/*.md" in patterns
    server.open(tmp_path / "models.py", MODELS)
    assert server.shows(tmp_path / "models.py", "our first rule")
    sheet.write_text(SHEET.format("Our third rule."))
    changes = [{"uri": sheet.as_uri(), "type": 2}]
    server.send(method="workspace/didChangeWatchedFiles", params={"changes": changes})
    assert server.shows(tmp_path / "models.py", "our third rule")


def test_a_sheet_named_later_is_read(server: Raw, tmp_path: Path):
    project(tmp_path)
    named = (tmp_path / "pyproject.toml").read_text()
    (tmp_path / "pyproject.toml").unlink()
    server.initialize(tmp_path)
    server.open(tmp_path / "models.py", MODELS)
    assert server.hover(tmp_path / "models.py", 1, 13)
    (tmp_path / "pyproject.toml").write_text(named)
    changes = [{"uri": (tmp_path / "pyproject.toml").as_uri(), "type": 1}]
    server.send(method="workspace/didChangeWatchedFiles", params={"changes": changes})
    assert server.shows(tmp_path / "models.py", "our first rule")


# --- problems in the sheet itself


def pulled(server: Raw, path: Path) -> list[tuple[int, str, str]]:
    params = {"textDocument": {"uri": path.as_uri()}}
    found = server.ask("textDocument/diagnostic", params, 60)["result"]["items"]
    return [(one["range"]["start"]["line"], one["code"], one["message"]) for one in found]


def test_problems_stand_in_the_sheet(server: Raw, tmp_path: Path):
    sheet = project(tmp_path)
    server.initialize(tmp_path, textDocument=PULL)
    server.open(sheet, SHEET.format("Ours.") + "- **Sinse:** 5.0\n", "markdown")
    (wrong,) = [one for one in pulled(server, sheet) if one[1] == "sheet-label"]
    assert wrong[0] == 8
    assert wrong[2].startswith("unknown label 'Sinse'")


def test_they_are_pushed_where_nobody_asks(server: Raw, tmp_path: Path):
    sheet = project(tmp_path)
    server.initialize(tmp_path)
    server.open(
        sheet, SHEET.format("Ours.") + "\n### Do it\n\n```python scope=modl\nx\n```\n", "markdown"
    )
    told = server.await_method("textDocument/publishDiagnostics")["params"]
    assert told["uri"] == sheet.as_uri()
    assert "unknown scope 'modl'" in [one["message"] for one in told["diagnostics"]]


def test_markdown_that_is_no_sheet_is_left_alone(server: Raw, tmp_path: Path):
    project(tmp_path)
    server.initialize(tmp_path, textDocument=PULL)
    notes = tmp_path / "docs" / "notes.md"
    server.open(notes, SHEET.format("Ours.") + "- **Sinse:** 5.0\n", "markdown")
    assert pulled(server, notes) == []
    assert server.hover(notes, 6, 5) is None


# --- help while writing


def asked(server: Raw, sheet: Path, marked: str, method: str) -> Any:
    text, offset = cursor(marked)
    server.open(sheet, text, "markdown")
    line = text.count("\n", 0, offset)
    where = {"line": line, "character": offset - text.rfind("\n", 0, offset) - 1}
    params = {"textDocument": {"uri": sheet.as_uri()}, "position": where}
    return server.ask(f"textDocument/{method}", params, 70)["result"]


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("## A\n\nB.\n\n- **Sym<|>bol:** `x.y`\n", "a dotted path"),
        ("## A\n\n```python sc<|>ope=model-body\n```\n", "Where the code may stand"),
        ("## A\n\n```python scope=model-<|>body prefix=x\n```\n", "In the body of a model class"),
        ("## A\n\n> **Tr<|>ap:** beware.\n", "costs an afternoon"),
    ],
)
def test_words_of_the_format_are_explained(server: Raw, tmp_path: Path, marked: str, said: str):
    sheet = project(tmp_path)
    server.initialize(tmp_path)
    assert said in asked(server, sheet, marked, "hover")["contents"]["value"]


@pytest.mark.parametrize(
    ("marked", "label", "after"),
    [
        ("## A\n\nB.\n\n- **Sy<|>\n", "Symbol", "- **Symbol:** "),
        ("## A\n\nB.\n\n- **Sy<|>**\n", "Symbol", "- **Symbol:** "),
        ("## A\n\n- **Symbol:** `x.y`\n- <|>\n", "Since", "- **Since:** "),
        ("## A\n\n```python scope=mod<|>\n```\n", "model-meta", "```python scope=model-meta"),
        ("## A\n\n```python scope=body p<|>\n```\n", "prefix", "```python scope=body prefix="),
        ("## A\n\n```ht<|>\n```\n", "htmldjango", "```htmldjango"),
        ("## A\n\n> **T<|>\n", "Trap", "> **Trap:** "),
    ],
)
def test_words_of_the_format_are_completed(
    server: Raw, tmp_path: Path, marked: str, label: str, after: str
):
    sheet = project(tmp_path)
    server.initialize(tmp_path)
    found = asked(server, sheet, marked, "completion")["items"]
    (item,) = [one for one in found if one["label"] == label]
    text, offset = cursor(marked)
    line = text[text.rfind("\n", 0, offset) + 1 :].split("\n")[0]
    span = item["textEdit"]["range"]
    start, end = span["start"]["character"], span["end"]["character"]
    assert line[:start] + item["textEdit"]["newText"] + line[end:] == after


@pytest.mark.parametrize(
    "marked",
    [
        "## A\n\nSome pro<|>se.\n",
        "## A\n\n- a bul<|>let\n",
        "## A\n\n```python scope=body\n- **S<|>\n```\n",
        "## A\n\n```python scope=body\nx = 1\n```<|>\n",
    ],
)
def test_elsewhere_nothing_is_offered(server: Raw, tmp_path: Path, marked: str):
    sheet = project(tmp_path)
    server.initialize(tmp_path)
    assert asked(server, sheet, marked, "completion") is None


def test_every_word_of_the_format_is_explained():
    from cheatsheet_ls.model import Scope
    from cheatsheet_ls.sheet import words

    assert words.scopes().keys() == {scope.value for scope in Scope}
    assert all(words.scopes().values())
