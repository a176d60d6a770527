"""The edits between two texts of a file: few, in whole lines, and right for every editor."""

from __future__ import annotations

import pytest

from cheatsheet_ls.features.drafts import hunks
from cheatsheet_ls.features.edits import applied, difference

PAIRS = {
    "a line between": ("a\nb\n", "a\nnew\nb\n"),
    "lines at the end": ("a\nb\n", "a\nb\n\nnew\n"),
    "at the end, without a last line end": ("a\nb", "a\nb\nnew"),
    "at both ends": ("b\n", "a\nb\nc\n"),
    "line ends of Windows": ("a\r\nb\r\n", "a\r\nnew\r\nb\r\nlast\r\n"),
    "the same line once more": ("a\na\n", "a\na\na\n"),
    "all of it": ("a\nb\n", "c\n"),
    "nothing left": ("a\n", ""),
    "an empty file": ("", "a\n"),
    "nothing": ("a\n", "a\n"),
}


@pytest.mark.parametrize("pair", PAIRS)
def test_the_edits_make_the_new_text(pair: str):
    old, new = PAIRS[pair]
    assert applied(old, hunks(old, new)) == new
    assert applied(old, difference(old, new)) == new


def test_lines_at_the_end_begin_where_the_last_one_ends():
    (edit,) = hunks("a\nb\n", "a\nb\nnew\n")
    assert (edit.span.start, edit.text) == (3, "\nnew")


def test_what_stays_between_two_changes_is_in_no_edit():
    first, second = hunks("a\nb\nc\nd\n", "a\nnew\nb\nc\nd\nlast\n")
    assert (first.text, second.text) == ("new\n", "\nlast")
