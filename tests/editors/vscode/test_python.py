"""No Python, one that is too old, a folder, a number: a message with a button, and no reload."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.editors.project import library
from tests.editors.vscode.walked import PICTURES
from tools.editors.vscode import journey

OLD = "#!/bin/sh\necho 3.9\necho $0\n"


def without_python(home: Path) -> dict[str, Any]:
    """A PATH on which the only Python is too old."""
    project, programs = library(home), home / "programs"
    programs.mkdir()
    (programs / "python3").write_text(OLD)
    (programs / "python3").chmod(0o755)
    return {
        "project": str(project),
        "home": str(home),
        "pictures": str(PICTURES),
        "file": "catalogue/models.py",
        "at": "slug = models.SlugField",
        "wrong": {"folder": str(programs), "number": 5, "old": str(programs / "python3")},
        "right": sys.executable,
        "environment": {"PATH": os.pathsep.join([str(programs), "/nowhere"]), "VIRTUAL_ENV": ""},
    }


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return journey("python", lambda: without_python(tmp_path_factory.mktemp("python")))


@pytest.mark.parametrize("name", ["none", "folder", "number", "old"])
def test_a_message_says_what_is_needed_and_has_a_button(seen: dict[str, Any], name: str):
    assert "needs a Python 3.10 or newer" in seen[name]["text"]
    assert "Choose a Python" in seen[name]["buttons"]


def test_the_right_one_works_without_a_reload(seen: dict[str, Any]):
    assert seen["hover"]["text"].startswith("SlugField (model field): ")
    assert "Cheat sheet: ready" in seen["running"]


def test_the_output_says_why_each_was_not_taken(seen: dict[str, Any]):
    output = seen["output"].replace("\xa0", " ")
    assert "is Python 3.9" in output
    assert "is a folder without a Python" in output
    assert "5 is no path" in output
