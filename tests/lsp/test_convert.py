"""Positions in the units of the client, on text that tempts to count wrongly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from cheatsheet_ls.lsp.convert import Lines, changed

ENCODINGS = ("utf-8", "utf-16", "utf-32")
Change = types.TextDocumentContentChangePartial
TRICKY = "a🐍b\r\né\u2028x\fy\rlast\n"


def test_lines_end_where_editors_end_them():
    assert [Lines(TRICKY).line(at) for at in range(4)] == ["a🐍b", "é\u2028x\fy", "last", ""]


@pytest.mark.parametrize(("encoding", "character"), [("utf-8", 5), ("utf-16", 3), ("utf-32", 2)])
def test_a_snake_takes_as_many_units_as_the_encoding_says(encoding: str, character: int):
    assert Lines(TRICKY).position(2, encoding) == (0, character)
    assert Lines(TRICKY).offset(0, character, encoding) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_position_inside_a_character_counts_as_its_beginning(encoding: str):
    assert Lines(TRICKY).offset(0, 2, encoding) == 1


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_positions_past_the_end_count_as_the_end(encoding: str):
    lines = Lines(TRICKY)
    assert lines.offset(0, 99, encoding) == 3
    assert lines.offset(99, 0, encoding) == len(TRICKY)
    assert lines.position(999, encoding) == (3, 0)


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=st.text(alphabet="ab🐍é\u2028\f\r\n\x85", max_size=40), data=st.data())
def test_every_offset_survives_the_way_out_and_in(encoding: str, text: str, data: st.DataObject):
    offset = data.draw(st.integers(0, len(text)))
    if text[offset - 1 : offset + 1] == "\r\n" and offset:
        offset -= 1  # between the two there is no position
    lines = Lines(text)
    assert lines.offset(*lines.position(offset, encoding), encoding) == offset


def edit(start: tuple[int, int], end: tuple[int, int], text: str) -> Change:
    range_ = types.Range(types.Position(*start), types.Position(*end))
    return Change(range_, text)


def test_a_change_replaces_its_range_only():
    assert changed(Lines("a🐍b\r\nc"), edit((0, 3), (1, 0), "-"), "utf-16") == "a🐍-c"


def test_a_change_past_the_end_appends():
    assert changed(Lines("a"), edit((9, 9), (9, 9), "b"), "utf-16") == "ab"


def test_a_change_without_range_is_the_whole_text():
    whole = types.TextDocumentContentChangeWholeDocument("new")
    assert changed(Lines("old"), whole, "utf-16") == "new"
