"""Vim with ALE, configured as docs/editors says: hovers, and the menu that opens by typing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.editors.project import library
from tests.editors.vim.session import Vim

MODELS = "catalogue/models.py"
PAGE = "catalogue/templates/catalogue/book_list.html"
TITLE = "title = models.CharField(max_length=200)"


@pytest.fixture(scope="module")
def vim(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vim]:
    home = tmp_path_factory.mktemp("vim")
    with Vim(home, library(home)) as editor:
        yield editor


def test_a_hover_shows_the_entry_of_a_field(vim: Vim):
    shown = vim.hover(MODELS, "slug = models.SlugField")
    assert shown[0].startswith("SlugField (model field): ")


def test_a_hover_shows_the_entry_of_a_template_tag(vim: Vim):
    shown = vim.hover(PAGE, "{% for")
    assert shown[0].startswith("for (template tag): ")


def test_typing_alone_opens_the_menu_and_leaves_no_tab_stops(vim: Vim):
    vim.open(MODELS)
    words = vim.type_below(TITLE, "publisher = models.Fore", "ForeignKey")
    assert not [word for word in words if "$" in word]
