"""Problems as a running server tells them: pushed or asked for, fixed, switched off, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.raw_session import Raw

BROKEN = 'from django.db import models\nx = models.ForeignKey("Book")\n'
FIXED = 'from django.db import models\nx = models.ForeignKey("Book", on_delete=models.CASCADE)\n'
PULLS = {"textDocument": {"diagnostic": {}}}
PUSH = "textDocument/publishDiagnostics"
LITERALS = {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}}
SHOWS = {"codeDescriptionSupport": True, "tagSupport": {"valueSet": [1, 2]}}


@pytest.fixture
def server() -> Iterator[Raw]:
    raw = Raw()
    yield raw
    if raw.process.poll() is None:
        raw.process.kill()
        raw.process.communicate()


def pushed(server: Raw) -> list[Any]:
    return list(server.await_method(PUSH)["params"]["diagnostics"])


def pulled(server: Raw, path: Path, number: int = 60) -> list[Any]:
    params = {"textDocument": {"uri": path.as_uri()}}
    return list(server.ask("textDocument/diagnostic", params, number)["result"]["items"])


def codes(items: list[Any]) -> list[str]:
    return [str(one["code"]) for one in items]


def fixes(server: Raw, path: Path, problems: list[Any], only: list[str] | None = None) -> Any:
    where = problems[0]["range"] if problems else {
        "start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}
    }  # fmt: skip
    context: dict[str, Any] = {"diagnostics": problems} | ({"only": only} if only else {})
    params = {"textDocument": {"uri": path.as_uri()}, "range": where, "context": context}
    return server.ask("textDocument/codeAction", params, 70)["result"]


def change(server: Raw, path: Path, text: str, version: int = 2) -> None:
    document = {"uri": path.as_uri(), "version": version}
    params = {"textDocument": document, "contentChanges": [{"text": text}]}
    server.send(method="textDocument/didChange", params=params)


def test_a_client_that_does_not_ask_is_told_after_opening(server: Raw, tmp_path: Path):
    server.initialize(tmp_path, textDocument={"publishDiagnostics": SHOWS})
    server.open(tmp_path / "models.py", BROKEN)
    (problem,) = pushed(server)
    assert problem["code"] == "missing-on-delete"
    assert problem["source"] == "django-cheatsheet"
    assert problem["severity"] == 1
    assert problem["range"]["start"] == {"line": 1, "character": 4}
    assert problem["codeDescription"]["href"].startswith("https://docs.djangoproject.com/en/")


def test_a_change_is_told_when_nobody_types_any_more(server: Raw, tmp_path: Path):
    server.initialize(tmp_path)
    path = tmp_path / "models.py"
    server.open(path, FIXED)
    assert pushed(server) == []
    change(server, path, "\n" + BROKEN, 2)
    change(server, path, BROKEN, 3)
    told = server.await_method(PUSH)["params"]
    assert codes(told["diagnostics"]) == ["missing-on-delete"]
    assert told["version"] == 3


def test_what_was_said_is_taken_back_when_the_document_is_closed(server: Raw, tmp_path: Path):
    server.initialize(tmp_path)
    path = tmp_path / "models.py"
    server.open(path, BROKEN)
    assert pushed(server)
    document = {"textDocument": {"uri": path.as_uri()}}
    server.send(method="textDocument/didClose", params=document)
    assert pushed(server) == []


def test_a_client_that_asks_is_answered_and_told_nothing(server: Raw, tmp_path: Path):
    server.initialize(tmp_path, **PULLS)
    path = tmp_path / "models.py"
    server.open(path, BROKEN)
    assert codes(pulled(server, path)) == ["missing-on-delete"]
    change(server, path, FIXED)
    assert pulled(server, path, 61) == []
    assert not [one for one in server.heard if one.get("method") == PUSH]


def test_each_code_has_a_switch(server: Raw, tmp_path: Path):
    server.initialize(tmp_path, {"diagnostics": {"missing-on-delete": False}}, **PULLS)
    server.open(tmp_path / "models.py", BROKEN)
    assert pulled(server, tmp_path / "models.py") == []


def test_all_can_be_switched_off_while_the_server_runs(server: Raw, tmp_path: Path):
    server.initialize(tmp_path)
    server.open(tmp_path / "models.py", BROKEN)
    assert pushed(server)
    settings = {"djangoCheatsheet": {"diagnostics": {"enabled": False}}}
    server.send(method="workspace/didChangeConfiguration", params={"settings": settings})
    assert pushed(server) == []


def test_a_client_that_asks_is_told_to_ask_again(server: Raw, tmp_path: Path):
    server.initialize(tmp_path, workspace={"diagnostics": {"refreshSupport": True}}, **PULLS)
    settings = {"djangoCheatsheet": {"diagnostics": {"enabled": False}}}
    server.send(method="workspace/didChangeConfiguration", params={"settings": settings})
    server.await_method("workspace/diagnostic/refresh")


def test_a_problem_brings_its_fix(server: Raw, tmp_path: Path):
    server.initialize(tmp_path, textDocument={"codeAction": LITERALS})
    path = tmp_path / "models.py"
    server.open(path, BROKEN)
    problems = pushed(server)
    fix = fixes(server, path, problems)[0]
    assert (fix["title"], fix["kind"]) == ("Add on_delete=CASCADE", "quickfix")
    assert fix["isPreferred"] is True
    assert codes(fix["diagnostics"]) == ["missing-on-delete"]
    (edit,) = fix["edit"]["changes"][path.as_uri()]
    assert edit["newText"] == ", on_delete=models.CASCADE"


def test_an_editor_that_resolves_gets_the_edit_when_it_asks(server: Raw, tmp_path: Path):
    resolves = {"dataSupport": True, "resolveSupport": {"properties": ["edit"]}}
    server.initialize(tmp_path, textDocument={"codeAction": {**LITERALS, **resolves}})
    path = tmp_path / "models.py"
    server.open(path, BROKEN)
    fix = fixes(server, path, pushed(server), ["quickfix"])[0]
    assert "edit" not in fix
    resolved = server.ask("codeAction/resolve", fix, 71)["result"]
    assert resolved["edit"]["changes"][path.as_uri()]


def test_an_editor_without_actions_gets_a_command(server: Raw, tmp_path: Path):
    server.initialize(tmp_path)
    path = tmp_path / "models.py"
    server.open(path, BROKEN)
    fix = fixes(server, path, pushed(server), ["quickfix"])[0]
    assert fix["command"] == "djangoCheatsheet.applyFix"
    command = {"command": fix["command"], "arguments": fix["arguments"]}
    server.send(id=72, method="workspace/executeCommand", params=command)
    asked = server.await_method("workspace/applyEdit")
    assert asked["params"]["edit"]["changes"][path.as_uri()]


def test_everything_that_is_safe_is_fixed_at_once(server: Raw, tmp_path: Path):
    (tmp_path / "manage.py").touch()
    server.initialize(tmp_path, textDocument={"codeAction": LITERALS})
    path = tmp_path / "templates" / "page.html"
    server.open(path, '{% static "a.css" %}\n{% translate "b" %}\n', "django-html")
    assert codes(pushed(server)) == ["missing-load", "missing-load"]
    (fix,) = fixes(server, path, [], ["source.fixAll"])
    assert fix["kind"] == "source.fixAll.djangoCheatsheet"


def test_nothing_is_offered_where_the_editor_shows_no_problem(server: Raw, tmp_path: Path):
    server.initialize(tmp_path, textDocument={"codeAction": LITERALS})
    path = tmp_path / "models.py"
    server.open(path, BROKEN)
    assert [one["kind"] for one in fixes(server, path, [])] == []
