"""Every card of the shipped sheet keeps to the bounds of a short hover."""

from __future__ import annotations

import re

from cheatsheet_ls.features.cards import HoverOptions, text_of_symbol
from cheatsheet_ls.features.render.layout import MAX_CHARACTERS, MAX_LINES
from cheatsheet_ls.model import Entry
from cheatsheet_ls.sheet.index import Index
from cheatsheet_ls.sheet.load import load_index

FENCE = re.compile(r"(?ms)^(`{3,})[^\n]*\n(.*?)^\1$\n?")


def hovered(index: Index) -> list[Entry]:
    """Entries that a hover can show; pages of advice name no symbol."""
    return [entry for entry in index.entries if entry.symbols]


def test_all_short_cards_are_short_and_end_with_their_link():
    index = load_index(())
    assert len(hovered(index)) > 1000
    for entry in hovered(index):
        for symbol in (*entry.symbols[:1], *(option.symbol for option in entry.options)):
            text = text_of_symbol(index, symbol, HoverOptions()) or ""
            example = FENCE.search(text)
            assert example is None or len(example[2].splitlines()) <= 8, symbol
            card = FENCE.sub("", text)
            assert len(card.splitlines()) <= MAX_LINES, symbol
            assert len(card) <= MAX_CHARACTERS, symbol
            assert text.startswith("**"), symbol
        assert text_of_symbol(index, entry.symbols[0], HoverOptions()), entry.id


def test_all_entries_name_their_documentation_last():
    index = load_index(())
    without = [
        entry.id
        for entry in hovered(index)
        if not (text_of_symbol(index, entry.symbols[0], HoverOptions()) or "")
        .splitlines()[-1]
        .startswith("[")
    ]
    assert without == []


def test_every_row_is_a_sentence_that_helps_by_itself():
    """A hover shows a row without its neighbours: "The opposite." says nothing there."""
    renamed = re.compile(r"(?:Old|Former) name of `[\w.]+`\.")
    terse = [
        option.symbol
        for entry in load_index(()).entries
        for option in entry.options
        if len(re.findall(r"[\w`.%/]+", option.summary)) < 5 and not renamed.match(option.summary)
    ]
    assert terse == []
