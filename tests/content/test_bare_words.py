"""Words typed in the text of a template: what the sheet offers there never looks like HTML."""

from __future__ import annotations

from pathlib import Path

import pytest

from cheatsheet_ls.features.completion import CompletionOptions, complete
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind
from cheatsheet_ls.sheet.load import load_index

# Elements whose names Django uses too, for other things.
ELEMENTS = ("form", "title", "time", "object", "summary", "link", "code", "label")


def offered(typed: str) -> set[str]:
    path = Path("/project/templates/page.html")
    document = Document(path.as_uri(), path, Kind.TEMPLATE, typed + "\n", 1)
    found = complete(load_index(), document, len(typed), Workspace(None), CompletionOptions())
    return {item.label for item in found.items}


@pytest.mark.parametrize("word", ELEMENTS)
def test_no_label_is_the_name_of_an_element(word: str):
    assert word not in offered(word)


def test_a_variable_and_a_filter_look_like_what_they_are():
    assert "{{ form }}" in offered("form")
    assert "|title" in offered("title")


def test_a_tag_is_offered_from_its_first_letter():
    """An editor that asked at the first letter (Emmet answered) does not ask us again."""
    assert "for" in offered("f")
