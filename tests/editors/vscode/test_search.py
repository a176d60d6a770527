"""Search as one types, the page of an entry, "Insert example…"."""

from __future__ import annotations

from typing import Any

import pytest

from tests.editors.vscode.walked import AS_TYPED, walked

MODELS, VIEWS = "catalogue/models.py", "catalogue/views.py"


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return walked(
        "search",
        tmp_path_factory,
        file=MODELS,
        below="    pages = models.PositiveIntegerField(default=0)",
        query="decimalfield",
        title="DecimalField",
        symbol={"file": VIEWS, "at": "@login_required", "title": "login_required"},
        settings=AS_TYPED,
        size={"width": 1400, "height": 860},
    )


def test_the_list_has_what_is_typed_first(seen: dict[str, Any]):
    assert seen["hits"][0].startswith("DecimalField")


def test_the_entry_is_shown_while_one_chooses(seen: dict[str, Any]):
    assert seen["preview"].startswith("DecimalField (model field): ")


def test_the_example_of_the_page_goes_to_the_cursor(seen: dict[str, Any]):
    added = seen["inserted"].replace(seen["before"], "")
    assert "models.DecimalField(" in added
    assert seen["inserted"].count("from django.db import models") == 1


def test_the_page_loads_nothing_from_elsewhere(seen: dict[str, Any]):
    assert seen["page"]["policy"].startswith("default-src 'none'; ")
    assert "unsafe" not in seen["page"]["policy"]
    assert seen["page"]["images"] == 0
    assert all(link.startswith("https://") for link in seen["page"]["links"])


def test_the_page_is_coloured_and_has_buttons(seen: dict[str, Any]):
    assert seen["page"]["coloured"] > 2
    assert {"Copy", "Insert"} <= set(seen["page"]["buttons"])


def test_the_symbol_at_the_cursor_has_a_page(seen: dict[str, Any]):
    assert seen["atCursor"].startswith("login_required (decorator")


def test_an_example_is_chosen_and_inserted(seen: dict[str, Any]):
    assert seen["examples"]
    assert seen["given"].count("get_object_or_404(") == 2
