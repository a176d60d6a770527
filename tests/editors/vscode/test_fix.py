"""A mistake in the user's code: underlined, told on hover, mended by its quick fix."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.editors.project import library
from tests.editors.vscode.walked import AS_TYPED, walked

MODELS = "catalogue/models.py"


def without_on_delete(home: Path) -> Path:
    project = library(home)
    models = project / MODELS
    text = models.read_text(encoding="utf-8")
    models.write_text(text.replace("on_delete=models.PROTECT, ", ""), encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    where = {"file": MODELS, "at": "author = models.ForeignKey", "title": "on_delete"}
    return walked("fix", tmp_path_factory, without_on_delete, **where, settings=AS_TYPED)


def test_the_hover_says_what_is_wrong(seen: dict[str, Any]):
    assert "on_delete" in seen["hover"]


def test_the_quick_fix_mends_it(seen: dict[str, Any]):
    [field] = [line for line in seen["mended"].splitlines() if "author = models" in line]
    assert "on_delete=models." in field
