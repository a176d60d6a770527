"""The extension's own suite (clients/vscode/test), run by Mocha inside VS Code's extension host."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.editors.project import library
from tools.editors.vscode import CLIENT, extension, run


def two_projects(home: Path) -> Path:
    """One on Django 5.2, one on 4.2, in a workspace of both."""
    (library(home) / "requirements.txt").write_text("Django==5.2.1\n")
    old = library(home / "second").rename(home / "old")
    (old / "requirements.txt").write_text("Django==4.2.7\n")
    file = home / "both.code-workspace"
    folders = [{"path": "library", "name": "library"}, {"path": "old", "name": "old"}]
    file.write_text(json.dumps({"folders": folders}))
    return file


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> str:
    extension()  # dist/ and bundled/, which the host loads from where they lie
    home = tmp_path_factory.mktemp("host")
    workspace = str(two_projects(home))
    job = {"project": workspace, "workspace": workspace, "home": str(home), "client": str(CLIENT)}
    return run("host.mjs", job, timeout=300)


def test_the_suite_passes_in_the_extension_host(output: str):
    assert "exit 0" in output, output


def test_the_suite_is_there(output: str):
    [passing] = re.findall(r"(\d+) passing", output)
    assert int(passing) >= 15
