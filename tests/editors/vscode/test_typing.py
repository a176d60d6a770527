"""Completion appears by typing alone, under VS Code's default settings and with Emmet on."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from tests.editors.vscode.walked import walked

MODELS, VIEWS = "catalogue/models.py", "catalogue/views.py"
SETTINGS = "site_config/settings.py"
LIST = "catalogue/templates/catalogue/book_list.html"
PLACES = {
    "class-body": (MODELS, "    title = models.CharField(max_length=200)", "Char", "CharField"),
    "argument": (
        MODELS,
        "    slug = models.SlugField(unique=True)",
        "x = models.CharField(max",
        "max_length=",
    ),
    "decorator": (VIEWS, "@require_POST", "@", "csrf_exempt"),
    "lookup": (MODELS, "    def by(self, name):", "self.filter(pages__", "gte"),
    "app": (SETTINGS, "INSTALLED_APPS = [", '"django.contrib.h', "django.contrib.humanize"),
    "middleware": (SETTINGS, "MIDDLEWARE = [", '"', "django.middleware.locale.LocaleMiddleware"),
    "tag": (LIST, "{% block content %}", "{% ", "include"),
    "bare-tag": (LIST, "{% block content %}", "for", "for"),
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    keys = ("file", "below", "typed", "label")
    places = [
        {"name": name, **dict(zip(keys, place, strict=True))} for name, place in PLACES.items()
    ]
    return walked("typing", tmp_path_factory, places=places)


def lines(menu: list[str]) -> list[tuple[str, str]]:
    """Label and kind, as VS Code reads a line out; "Text" is a word of the file and no server's."""
    return [(line.rpartition(", ")[0], line.rpartition(", ")[2]) for line in menu]


@pytest.mark.parametrize("name", PLACES)
def test_the_menu_comes_by_typing_alone(seen: dict[str, Any], name: str):
    """ "(…)" is drawn behind the label of what writes a whole call."""
    ours = [label.removesuffix(" (…)") for label, kind in lines(seen[name]) if kind != "Text"]
    assert PLACES[name][3] in ours


@pytest.mark.parametrize("name", PLACES)
def test_no_label_stands_twice(seen: dict[str, Any], name: str):
    twice = [
        label
        for label, times in Counter(label for label, _ in lines(seen[name])).items()
        if times > 1
    ]
    assert not twice
