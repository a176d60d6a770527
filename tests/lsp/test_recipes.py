"""Set-ups as a running server offers them: their kind, and the hint with the rest as its fix."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.raw_session import Raw
from tests.support.shaped import SETTINGS, URLS, project

LITERALS = {"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}}}
HALF = SETTINGS.replace('    "shop",\n', '    "shop",\n    "debug_toolbar",\n')


@pytest.fixture
def server() -> Iterator[Raw]:
    raw = Raw()
    yield raw
    if raw.process.poll() is None:
        raw.process.kill()
        raw.process.communicate()


@pytest.fixture
def settings(server: Raw, tmp_path: Path) -> Path:
    """The settings module of a project with half a toolbar, open in an editor."""
    for name, text in project(HALF, URLS).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    server.initialize(tmp_path, textDocument=LITERALS)
    path = tmp_path / "config/settings.py"
    server.open(path, HALF)
    return path


def told(server: Raw) -> list[Any]:
    found = server.await_method("textDocument/publishDiagnostics")["params"]["diagnostics"]
    return [one for one in found if one["code"] == "half-done-recipe"]


def asked(server: Raw, path: Path, where: Any, problems: list[Any], *only: str) -> list[Any]:
    context = {"diagnostics": problems, "only": list(only)}
    params = {"textDocument": {"uri": path.as_uri()}, "range": where, "context": context}
    return list(server.ask("textDocument/codeAction", params, 70)["result"])


def test_the_hint_comes_with_the_rest_as_its_fix(server: Raw, settings: Path):
    (hint,) = told(server)
    assert hint["message"].startswith("debug toolbar: its middleware is missing")
    (fix,) = asked(server, settings, hint["range"], [hint], "quickfix")
    assert fix["title"] == "Set up: debug toolbar"
    changed = {uri.rpartition("/")[2] for uri in fix["edit"]["changes"]}
    assert changed == {"settings.py", "urls.py"}


def test_an_editor_that_asks_for_source_actions_gets_the_set_up(server: Raw, settings: Path):
    line = HALF[: HALF.index("debug_toolbar")].count("\n")
    inside = {"line": line, "character": 10}
    found = asked(server, settings, {"start": inside, "end": inside}, [], "source")
    assert [(one["title"], one["kind"]) for one in found] == [
        ("Set up: debug toolbar", "source.setUp")
    ]
