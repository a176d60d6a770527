"""The server killed: it comes back by itself, and is given up only when it ends again and again."""

from __future__ import annotations

from typing import Any

import pytest

from tests.editors.vscode.walked import walked


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    where = {"file": "catalogue/models.py", "at": "slug = models.SlugField"}
    return walked("killed", tmp_path_factory, **where)


def test_a_server_that_was_killed_comes_back(seen: dict[str, Any]):
    assert seen["again"].startswith("SlugField (model field): ")


def test_the_status_says_that_it_waits(seen: dict[str, Any]):
    assert "stopped, starts again in 1 s" in seen["waiting"]


def test_the_message_says_where_the_log_is(seen: dict[str, Any]):
    assert seen["told"]["text"].startswith("The Django cheat sheet server stopped 5 times")
    assert seen["log"]
    assert set(seen["told"]["buttons"]) == {"Restart server", "Show output"}


def test_its_button_starts_the_server_again(seen: dict[str, Any]):
    assert seen["restarted"].startswith("SlugField (model field): ")
