"""What a sheet may cost: bounded paragraphs, cells and nesting, whatever stands in them."""

from __future__ import annotations

import pytest

from cheatsheet_ls.sheet.effort import LONGEST
from tests.support.sheet_pages import page, shown

ENTRY = "# Team\n\n## Thing\n\n{}\n\n- **Symbol:** `team.Thing`\n\n{}\n"


@pytest.mark.parametrize("piece", ["word ", "` `` ", "\\`", "**", "[x](", " ", "a.", "`a`, "])
def test_a_paragraph_without_end_is_cut(piece: str):
    """Read as it is, some of them would take hours."""
    text = "x" + piece * 400_000 + "y."
    found = page(ENTRY.format(text, "- " + text))
    assert found.entries[0].title == "Thing"
    assert len(found.entries[0].summary) <= LONGEST
    assert any(one.endswith(f"cut after {LONGEST} characters") for one in shown(found.problems))


def test_a_cell_without_end_is_cut():
    rows = "| Option | Default | What it does |\n| --- | --- | --- |\n| `a` | 1 | {} |".format
    found = page(ENTRY.format("A thing.", rows("x" * 100_000)))
    assert len(found.entries[0].options[0].summary) <= LONGEST


def test_the_rest_of_the_sheet_is_read():
    text = ENTRY.format("x" * 100_000, "") + "\n## Other\n\nShort.\n\n- **Symbol:** `team.Other`\n"
    assert [entry.title for entry in page(text).entries] == ["Thing", "Other"]
