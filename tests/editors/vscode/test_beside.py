"""Beside basedpyright in the same window, with Emmet on and VS Code's default settings."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from tests.editors.vscode.walked import walked
from tools.editors.code_server import basedpyright
from tools.editors.vscode import beside, extension
from tools.setup.system import ROOT

FIELD = "    title = models.CharField(max_length=200)"
PLACES = [
    {"name": "attribute", "below": FIELD, "typed": "isbn = models.Char", "label": "CharField"},
    {"name": "statement", "below": FIELD, "typed": "Char", "label": "CharField"},
    {
        "name": "argument",
        "below": FIELD,
        "call": "isbn = models.CharField(",
        "typed": "max_l",
        "label": "max_length=",
    },
]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return walked(
        "beside",
        tmp_path_factory,
        file="catalogue/models.py",
        at="slug = models.SlugField",
        both=["(model field)", "class SlugField("],
        places=PLACES,
        extensions=[str(extension()), str(beside())],
        environment={"BASEDPYRIGHT": str(basedpyright())},
        settings={"python.pythonPath": str(ROOT / ".venvs/django-5.2/bin/python")},
    )


def test_both_hovers_are_shown(seen: dict[str, Any]):
    assert "SlugField (model field): " in seen["hover"]
    assert "class SlugField(" in seen["hover"]


@pytest.mark.parametrize("name", [place["name"] for place in PLACES])
def test_no_label_stands_twice(seen: dict[str, Any], name: str):
    """As VS Code reads lines out: label, where it is imported from, kind."""
    lines = Counter(line.rpartition(", ")[0] for line in seen[name])
    assert not [line for line, times in lines.items() if times > 1]


@pytest.mark.parametrize("name", ["attribute", "statement"])
def test_a_whole_call_does_not_look_like_the_bare_name(seen: dict[str, Any], name: str):
    assert "CharField (…), Snippet" in seen[name]
