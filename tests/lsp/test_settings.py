"""Settings, sheets, folders and commands, as a running server takes them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.raw_session import Raw

MODELS = "from django.db import models\nx = models.CharField()\n"
ASKS = {"workspace": {"configuration": True}}
TEAM = """\
# Team

## CharField

Our own rule for text.

- **Kind:** model field
- **Symbol:** `django.db.models.CharField`
"""


@pytest.fixture
def server() -> Iterator[Raw]:
    raw = Raw()
    yield raw
    if raw.process.poll() is None:
        raw.process.kill()
        raw.process.communicate()


def shown(server: Raw, path: Path, number: int = 50) -> str:
    found = server.hover(path, 1, 13, number)
    return str(found["contents"]["value"]) if found else ""


def test_hover_can_be_switched_off_at_start(server: Raw, tmp_path: Path):
    server.initialize(tmp_path, {"hover": {"detail": "off"}})
    server.open(tmp_path / "models.py", MODELS)
    assert shown(server, tmp_path / "models.py") == ""


def test_an_editor_that_answers_is_asked_for_its_settings(server: Raw, tmp_path: Path):
    server.initialize(tmp_path, **ASKS)
    asked = server.await_method("workspace/configuration")
    assert asked["params"]["items"] == [{"section": "djangoCheatsheet"}]
    server.send(id=asked["id"], result=[{"hover": {"detail": "off"}}])
    server.open(tmp_path / "models.py", MODELS)
    assert shown(server, tmp_path / "models.py") == ""


def test_changed_settings_are_taken_at_once(server: Raw, tmp_path: Path):
    server.initialize(tmp_path)
    server.open(tmp_path / "models.py", MODELS)
    assert shown(server, tmp_path / "models.py")
    settings = {"djangoCheatsheet": {"hover": {"detail": "off"}}}
    server.send(method="workspace/didChangeConfiguration", params={"settings": settings})
    assert shown(server, tmp_path / "models.py", 51) == ""


def test_a_wrong_value_is_told_once_and_the_server_goes_on(server: Raw, tmp_path: Path):
    server.initialize(tmp_path, {"hover": {"detail": "loud"}})
    told = server.await_method("window/showMessage")["params"]["message"]
    assert "hover.detail must be one of" in told
    server.open(tmp_path / "models.py", MODELS)
    assert shown(server, tmp_path / "models.py")
    assert not [one for one in server.heard if one.get("method") == "window/showMessage"]


def test_a_broken_project_file_is_told_with_its_path(server: Raw, tmp_path: Path):
    (tmp_path / "pyproject.toml").write_text("[tool.django-cheatsheet]\nsheets = [")
    server.initialize(tmp_path)
    told = server.await_method("window/showMessage")["params"]["message"]
    assert str(tmp_path / "pyproject.toml") in told
    server.open(tmp_path / "models.py", MODELS)
    assert shown(server, tmp_path / "models.py")


def test_the_version_of_the_project_counts_and_can_be_set(server: Raw, tmp_path: Path):
    (tmp_path / "requirements.txt").write_text("django==4.2.7\n")
    server.initialize(tmp_path)
    server.open(tmp_path / "models.py", MODELS)
    assert "docs.djangoproject.com/en/4.2/" in shown(server, tmp_path / "models.py")
    settings = {"djangoCheatsheet": {"djangoVersion": "5.1"}}
    server.send(method="workspace/didChangeConfiguration", params={"settings": settings})
    assert "docs.djangoproject.com/en/5.1/" in shown(server, tmp_path / "models.py", 51)


def settled(server: Raw, path: Path, begins: str) -> bool:
    """Sheets of a team are loaded behind the hovers: asked until they are there."""
    for turn in range(600):
        if begins in shown(server, path, 100 + turn):
            return True
        time.sleep(0.05)
    return False


def test_a_teams_own_entry_wins(server: Raw, tmp_path: Path):
    (tmp_path / "team.md").write_text(TEAM)
    (tmp_path / "pyproject.toml").write_text('[tool.django-cheatsheet]\nsheets = ["team.md"]\n')
    server.initialize(tmp_path)
    server.open(tmp_path / "models.py", MODELS)
    assert settled(server, tmp_path / "models.py", "our own rule for text")


def test_a_saved_sheet_is_read_anew(server: Raw, tmp_path: Path):
    sheet = tmp_path / "team.md"
    sheet.write_text(TEAM)
    server.initialize(tmp_path, {"sheets": [str(sheet)]})
    server.open(tmp_path / "models.py", MODELS)
    assert settled(server, tmp_path / "models.py", "our own rule for text")
    sheet.write_text(TEAM.replace("Our own rule", "A newer rule"))
    change = {"uri": sheet.as_uri(), "type": 2}
    server.send(method="workspace/didChangeWatchedFiles", params={"changes": [change]})
    assert settled(server, tmp_path / "models.py", "a newer rule for text")


def test_a_sheet_outside_of_the_project_is_refused(server: Raw, tmp_path: Path):
    root = tmp_path / "project"
    root.mkdir()
    (tmp_path / "team.md").write_text(TEAM)
    (root / "pyproject.toml").write_text('[tool.django-cheatsheet]\nsheets = ["../team.md"]\n')
    server.initialize(root)
    assert "../team.md" in server.await_method("window/showMessage")["params"]["message"]


def test_a_sheet_that_is_missing_stops_nothing(server: Raw, tmp_path: Path):
    server.initialize(tmp_path, {"sheets": ["gone.md"]})
    server.open(tmp_path / "models.py", MODELS)
    assert shown(server, tmp_path / "models.py")


def test_folders_come_and_go(server: Raw, tmp_path: Path):
    server.initialize(None)
    path = tmp_path / "models.py"
    path.write_text(MODELS)
    assert shown(server, path) == "", "a file outside of every folder is not read"
    folder = {"uri": tmp_path.as_uri(), "name": "project"}
    method = "workspace/didChangeWorkspaceFolders"
    server.send(method=method, params={"event": {"added": [folder], "removed": []}})
    assert shown(server, path, 51)
    server.send(method=method, params={"event": {"added": [], "removed": [folder]}})
    assert shown(server, path, 52) == ""


def test_a_folder_that_is_gone_is_no_error(server: Raw, tmp_path: Path):
    server.initialize(tmp_path / "gone")
    server.open(tmp_path / "gone" / "models.py", MODELS)
    assert shown(server, tmp_path / "gone" / "models.py")


# -- a client that can do little -------------------------------------------------------------------


def actions(server: Raw, path: Path) -> Any:
    position = {"line": 3, "character": 15}
    params = {
        "textDocument": {"uri": path.as_uri()},
        "range": {"start": position, "end": position},
        "context": {"diagnostics": []},
    }
    return server.ask("textDocument/codeAction", params, 60)["result"]


CLASS = "from django.db import models\n\nclass A(models.Model):\n    x = models.CharField()\n"


def test_a_client_without_literals_gets_commands_that_apply_the_edit(server: Raw, tmp_path: Path):
    server.initialize(tmp_path)
    server.open(tmp_path / "models.py", CLASS)
    command = actions(server, tmp_path / "models.py")[0]
    assert command["title"].startswith("Insert example: ")
    assert command["command"] == "djangoCheatsheet.insertExample"
    params = {"command": command["command"], "arguments": command["arguments"]}
    server.send(id=61, method="workspace/executeCommand", params=params)
    asked = server.await_method("workspace/applyEdit")
    edits = asked["params"]["edit"]["changes"][(tmp_path / "models.py").as_uri()]
    assert "models.CharField(max_length=200)" in edits[0]["newText"]
    server.send(id=asked["id"], result={"applied": True})
    while (answer := server.receive()).get("id") != 61:
        pass
    assert answer["result"] is True


def test_more_examples_are_asked_for(server: Raw, tmp_path: Path):
    server.initialize(tmp_path)
    text = CLASS + "    \n"
    server.open(tmp_path / "models.py", text)
    position = {"line": 4, "character": 4}
    params = {
        "textDocument": {"uri": (tmp_path / "models.py").as_uri()},
        "range": {"start": position, "end": position},
        "context": {"diagnostics": []},
    }
    offered = server.ask("textDocument/codeAction", params, 60)["result"]
    assert len(offered) == 8
    more = offered[-1]
    assert more["title"] == "Insert example: more…"
    command = {"command": more["command"], "arguments": more["arguments"]}
    server.send(id=61, method="workspace/executeCommand", params=command)
    asked = server.await_method("window/showMessageRequest")
    assert len(asked["params"]["actions"]) > 8
    server.send(id=asked["id"], result=asked["params"]["actions"][9])
    edit = server.await_method("workspace/applyEdit")
    server.send(id=edit["id"], result={"applied": False})
    while (answer := server.receive()).get("id") != 61:
        pass
    assert answer["result"] is False


def test_a_plain_client_gets_plain_text(server: Raw, tmp_path: Path):
    server.initialize(tmp_path)
    server.open(tmp_path / "models.py", MODELS)
    found = server.hover(tmp_path / "models.py", 1, 13)
    assert found["contents"]["kind"] == "plaintext"
    assert "`" not in found["contents"]["value"]
