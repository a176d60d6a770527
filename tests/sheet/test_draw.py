"""The draw of entries to read again: by seed, without repeats, from the whole sheet."""

from __future__ import annotations

import pytest

from cheatsheet_ls.sheet.load import load_index
from tools.draw.__main__ import draw, main

ENTRIES = load_index([]).entries


def test_the_same_seed_draws_the_same_entries_in_whatever_order_they_stand():
    assert draw(ENTRIES, 61, 40) == draw(ENTRIES[::-1], 61, 40)


def test_another_seed_draws_others():
    assert draw(ENTRIES, 61, 40) != draw(ENTRIES, 62, 40)


def test_no_entry_is_drawn_twice():
    assert len({entry.id for entry in draw(ENTRIES, 61, 40)}) == 40


def test_every_entry_can_be_drawn():
    everything = draw(ENTRIES, 61, len(ENTRIES) + 1)
    assert sorted(e.id for e in everything) == sorted(e.id for e in ENTRIES)


def test_a_line_has_id_place_and_title(capsys: pytest.CaptureFixture[str]):
    main(["--seed", "61", "--count", "3"])
    lines = capsys.readouterr().out.splitlines()
    drawn = draw(ENTRIES, 61, 3)
    assert lines == [f"{e.id}\t{e.origin.page}:{e.origin.line}\t{e.title}" for e in drawn]
