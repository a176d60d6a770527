"""Markdown as people see it in a terminal."""

from __future__ import annotations

import re

import pytest

from cheatsheet_ls.cli import main
from cheatsheet_ls.cli.terminal import BOLD, CODE, LINK, OFF, rendered


def plain(text: str) -> str:
    return re.sub(r"\x1b\[\d+m", "", text)


def test_bold_code_and_links_are_coloured() -> None:
    assert rendered("**CharField** (`x`): [docs](https://a.b/c_(d))", 200) == (
        f"{BOLD}CharField{OFF} ({CODE}x{OFF}): docs: {LINK}https://a.b/c_(d){OFF}"
    )


def test_code_blocks_are_left_alone_and_their_marks_are_not_shown() -> None:
    text = rendered("```python\na = **kwargs  # `x`\n\nb = 2\n```", 20)
    assert plain(text) == "  a = **kwargs  # `x`\n\n  b = 2"


def test_paragraphs_wrap_and_items_keep_their_indentation() -> None:
    lines = plain(rendered("- " + "word " * 12, 30)).split("\n")
    assert [len(line) <= 30 for line in lines] == [True] * len(lines)
    assert lines[1].startswith("  word")


def test_marked_words_are_not_cut_in_two() -> None:
    text = plain(rendered("filler filler `one two three` filler", 20))
    assert "one two three" in text


def test_escape_codes_in_a_sheet_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in plain(rendered("a \x1b]0;title\x07 b \x9b31m", 80))


def test_a_terminal_gets_colours_unless_it_wants_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert main(["show", "tag:for"]) == 0
    assert capsys.readouterr().out.startswith(f"{BOLD}for{OFF}")
    assert main(["show", "--plain", "tag:for"]) == 0
    assert capsys.readouterr().out.startswith("**for**")
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["show", "tag:for"]) == 0
    assert capsys.readouterr().out.startswith("**for**")
