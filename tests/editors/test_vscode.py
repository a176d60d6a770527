"""VS Code, with the extension as people install it: what is seen and what is on disk afterwards.

The pictures of the last run lie in tests/editors/output.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.editors.project import library
from tools.editors.vscode import extension, run

PICTURES = Path(__file__).parent / "output"
MODELS = "catalogue/models.py"
JOB: dict[str, Any] = {
    "hovers": [
        {"name": "field", "file": MODELS, "at": "slug = models.SlugField"},
        {
            "name": "tag",
            "file": "catalogue/templates/catalogue/book_list.html",
            "at": "{% for",
        },
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
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """One session, from an empty home; each test looks at a part of what it showed."""
    home = tmp_path_factory.mktemp("vscode")
    shutil.rmtree(PICTURES, ignore_errors=True)
    job = {"project": str(library(home)), "home": str(home), "pictures": str(PICTURES)}
    built = extension()
    assert built.stat().st_size < 4_000_000
    found: dict[str, Any] = json.loads(
        run("journey.mjs", {**JOB, **job, "extension": str(built)}, timeout=300)
    )
    assert "problem" not in found, found["problem"]
    return found


def test_a_hover_shows_the_entry_of_a_field(seen: dict[str, Any]):
    assert seen["field"]["text"].startswith("SlugField (model field): ")
    assert re.search(r"Django \d\.\d: SlugField\s*$", seen["field"]["text"])


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


def test_the_pictures_of_the_journey_are_there(seen: dict[str, Any]):
    taken = {picture.stem for picture in PICTURES.glob("*.png")}
    assert taken == {"field", "tag", "completion", "snippet", "action", "inserted"}
