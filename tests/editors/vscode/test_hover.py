"""Hover, a snippet, an example: what is seen in VS Code and what is on disk afterwards."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.editors.vscode.walked import AS_TYPED, walked

MODELS = "catalogue/models.py"
LIST = "catalogue/templates/catalogue/book_list.html"
JOB: dict[str, Any] = {
    "hovers": [
        {"name": "field", "file": MODELS, "at": "slug = models.SlugField"},
        {"name": "tag", "file": LIST, "at": "{% for"},
    ],
    "snippet": {
        "file": MODELS,
        "below": "    title = models.CharField(max_length=200)",
        "typed": "dj-for",
        "label": "ForeignKey",
        "stops": ["publisher", "Company"],
    },
    "action": {
        "file": "catalogue/views.py",
        "at": "= get_object_or_404",
        "title": "Insert example",
    },
    "link": {
        "file": MODELS,
        "at": "added_at = models.DateTimeField",
        "example": "",
    },
    "settings": AS_TYPED,
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """One session; each test looks at a part of what it showed."""
    return walked("hover", tmp_path_factory, **JOB)


def test_a_hover_shows_the_entry_of_a_field(seen: dict[str, Any]):
    assert seen["field"]["text"].startswith("SlugField (model field): ")


def test_a_hover_ends_in_the_documentation_and_our_own_links(seen: dict[str, Any]):
    end = r"Django \d\.\d: SlugField · Insert example · Open in cheat sheet\s*$"
    assert re.search(end, seen["field"]["text"])


def test_a_hover_shows_the_entry_of_a_template_tag(seen: dict[str, Any]):
    assert seen["tag"]["text"].startswith("for (template tag): ")


@pytest.mark.parametrize("name", ["field", "tag"])
def test_a_hover_lies_in_the_window(seen: dict[str, Any], name: str):
    assert seen[name]["inside"]


def test_a_hover_of_a_field_needs_no_scrolling(seen: dict[str, Any]):
    assert seen["field"]["hidden"] == 0


@pytest.mark.parametrize("name", ["field", "tag"])
def test_a_hover_shows_no_markup(seen: dict[str, Any], name: str):
    assert not re.search(r"&\w+;|\*\*|```|\]\(", seen[name]["text"])


def test_the_menu_offers_snippets_by_prefix(seen: dict[str, Any]):
    assert seen["menu"][0].startswith("ForeignKey")


def test_an_accepted_snippet_has_tab_stops(seen: dict[str, Any]):
    start = seen["snippet"].index("    publisher = models.ForeignKey(")
    field = seen["snippet"][start : seen["snippet"].index("    slug")]
    assert "Company" in field


def test_the_light_bulb_inserts_an_example(seen: dict[str, Any]):
    before, after = seen["before"].splitlines(), seen["after"].splitlines()
    added = [line for line in after if line not in before]
    assert any("get_object_or_404(" in line for line in added)
    assert len([line for line in after if line.startswith("from django.shortcuts")]) == 1


def test_the_link_of_a_hover_inserts_an_example(seen: dict[str, Any]):
    assert seen["offers"]
    assert seen["byLink"].count("DateTimeField(") > 3


def test_the_link_of_a_hover_opens_the_entry(seen: dict[str, Any]):
    assert seen["opened"].startswith("DateTimeField (model field): ")
