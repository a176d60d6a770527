"""A workspace that lays out interpreters, sheets and settings of its own, not trusted at first."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.editors.project import library
from tests.editors.vscode.walked import PICTURES
from tools.editors.vscode import journey

MODELS = "catalogue/models.py"
OURS = "Our slug: "  # how the hover begins once the team's sheet counts
SHEET = """# Team

## Our slug

What our team says.

- **Symbol:** `django.db.models.SlugField`
"""


def hostile(home: Path) -> dict[str, Any]:
    """Each interpreter of the workspace leaves a trace when it is run, and then runs as one."""
    project, trace = library(home), home / "trace"
    trap = f'#!/bin/sh\necho "$0" >> {trace}\nexec {sys.executable} "$@"\n'
    for folder in (".venv/bin", "venv/bin", "env/bin", "bin"):
        (project / folder).mkdir(parents=True)
        for name in ("python", "python3"):
            (project / folder / name).write_text(trap)
            (project / folder / name).chmod(0o755)
    (project / "team.md").write_text(SHEET)
    (project / "pyproject.toml").write_text('[tool.django-cheatsheet]\nsheets = ["team.md"]\n')
    (project / ".vscode").mkdir()
    (project / ".vscode/settings.json").write_text(
        '{"djangoCheatsheet.python.interpreter": "${workspaceFolder}/bin/python"}'
    )
    path = f"{project / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return {
        "project": str(project),
        "home": str(home),
        "pictures": str(PICTURES),
        "trace": str(trace),
        "file": MODELS,
        "at": "slug = models.SlugField",
        "own": OURS,
        "asksForTrust": True,
        "settings": {"security.workspace.trust.startupPrompt": "never"},
        "environment": {"PATH": path, "VIRTUAL_ENV": str(project / ".venv")},
    }


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return journey("trust", lambda: hostile(tmp_path_factory.mktemp("trust")))


def test_the_shipped_sheet_answers_without_trust(seen: dict[str, Any]):
    assert seen["hover"]["text"].startswith("SlugField (model field): ")


def test_nothing_of_the_workspace_is_run_without_trust(seen: dict[str, Any]):
    assert not seen["ranBefore"]


def test_the_server_is_started_isolated(seen: dict[str, Any]):
    [line] = seen["processes"]
    assert line[1] == "-I"


def test_with_trust_the_workspace_decides(seen: dict[str, Any]):
    assert seen["ranAfter"]
    assert seen["hoverTrusted"]["text"].startswith(OURS)
