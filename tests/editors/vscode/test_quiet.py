"""A window without Python or templates: nothing is added to it, and Emmet keeps its HTML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.editors.vscode.walked import walked


def site(home: Path) -> Path:
    folder = home / "site"
    folder.mkdir()
    (folder / "app.js").write_text("const answer = 42;\n")
    (folder / "index.html").write_text("<!DOCTYPE html>\n<body>\n</body>\n")
    (folder / "tool.py").write_text("print(1)\n")
    return folder


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    files = {"plain": "app.js", "words": "42;", "page": "index.html", "emmet": "<body>"}
    return walked("quiet", tmp_path_factory, site, **files, python="tool.py")


def test_javascript_does_not_wake_the_extension(seen: dict[str, Any]):
    assert seen["activated"] == []


def test_plain_html_starts_no_process(seen: dict[str, Any]):
    assert seen["processes"] == 0


def test_emmet_has_its_html(seen: dict[str, Any]):
    assert seen["emmet"][0].startswith("ul>li")


def test_python_starts_the_server(seen: dict[str, Any]):
    assert seen["started"] == 1
