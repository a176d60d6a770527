"""Whatever a sheet holds: a problem with its line, and the rest is served."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cheatsheet_ls.model import Entry
from cheatsheet_ls.sheet import locate
from cheatsheet_ls.sheet.load import load_index
from cheatsheet_ls.sheet.locate import Source, pages
from cheatsheet_ls.sheet.pages import parse_bytes
from cheatsheet_ls.sheet.parse import parse
from tests.support.sheet_pages import page, shown

DEBUG = "## DEBUG\n\nOff in production.\n\n- **Symbol:** `setting:DEBUG`\n"


def titles(entries: tuple[Entry, ...]) -> list[str]:
    return [one.title for one in entries]


def of_file(path: Path) -> tuple[list[str], list[str]]:
    """Titles and problems of one sheet that is read from disk."""
    index = load_index([path], shipped=False, cached=False)
    return titles(index.entries), [f"{one.page}:{one.line}: {one.rule}" for one in index.problems]


def test_a_missing_sheet(tmp_path: Path) -> None:
    assert of_file(tmp_path / "gone.md") == ([], ["gone.md:1: missing"])


def test_a_folder_without_sheets(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(DEBUG)
    assert of_file(tmp_path) == ([], [f"{tmp_path.name}:1: missing"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_called_like_a_sheet_does_not_hang_the_server(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "a.md").write_text(DEBUG)
    assert of_file(tmp_path) == (["DEBUG"], ["pipe.md:1: unreadable"])


def test_an_unreadable_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object, flags: int) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.md").write_text(DEBUG)
    monkeypatch.setattr(locate.os, "open", refuse)
    found, problems = pages(Source(tmp_path / "a.md"))
    assert found == []
    assert problems[0].rule == "unreadable"
    assert problems[0].message.endswith("cannot be read: Permission denied")


def test_a_sheet_behind_a_link_out_of_the_workspace(tmp_path: Path) -> None:
    outside, inside = tmp_path / "secret.md", tmp_path / "workspace"
    outside.write_text(DEBUG)
    inside.mkdir()
    (inside / "sheet.md").symlink_to(outside)
    found, problems = pages(Source(inside, inside))
    assert found == []
    assert "lies outside" in problems[0].message


def test_a_sheet_that_is_not_utf8_is_read_as_far_as_it_goes() -> None:
    parsed = parse_bytes(DEBUG.encode() + "\n## Café\n\nKaffee.\n".encode("latin-1"), "a.md")
    assert titles(parsed.entries)[0] == "DEBUG"
    assert shown(parsed.problems) == ["7: encoding: the sheet is not UTF-8 from here on"]


def test_a_binary_file_is_no_sheet() -> None:
    parsed = parse_bytes(b"\xff\xfe#\0#\0 \0", "a.md")
    assert parsed.entries == ()
    assert [one.rule for one in parsed.problems] == ["encoding"]


@pytest.mark.parametrize("text", ["", "\n \n", "\ufeff"])
def test_an_empty_sheet(text: str) -> None:
    assert shown(parse(text, "a.md").problems) == ["1: empty: the sheet is empty"]


def test_a_sheet_over_the_limit_is_left_out_and_the_others_are_served(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(DEBUG)
    (tmp_path / "b.md").write_text("x" * 1000)
    (tmp_path / "c.md").write_text(DEBUG)
    found, problems = pages(Source(tmp_path), limit=500)
    assert [one.name for one in found] == ["a.md", "c.md"]
    assert [(one.page, one.rule) for one in problems] == [("b.md", "unreadable")]
    assert "64 MB" in problems[0].message


def test_the_limit_counts_for_all_sheets_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(DEBUG)
    monkeypatch.setattr("cheatsheet_ls.sheet.load.LIMIT", len(DEBUG) + 10)
    index = load_index([tmp_path / "a.md", tmp_path / "b.md"], shipped=False, cached=False)
    assert titles(index.entries) == ["DEBUG"]
    assert [one.page for one in index.problems] == ["b.md"]


def test_a_large_sheet_is_parsed_piece_by_piece() -> None:
    text = "# Sheet\n\n" + "".join(
        f"## Section {n}\n\n- `DEBUG`: x\n\n```python\n## no heading\nx = {n}\n```\n\n"
        for n in range(1000)
    )
    parsed = parse(text, "a.md")
    assert len(parsed.entries) == 2000
    assert parsed.problems == ()
    last = parsed.entries[-2]
    assert last.examples[0].body == "## no heading\nx = 999"
    assert text.split("\n")[last.examples[0].line - 1] == "```python"


def test_front_matter_that_is_never_closed() -> None:
    parsed = page("---\ntitle: Notes\nmore: x\n\n" + DEBUG)
    assert titles(parsed.entries) == ["DEBUG"]
    assert shown(parsed.problems) == [
        "1: front-matter: front matter is opened by --- but never closed"
    ]


def test_front_matter_with_a_line_that_is_none() -> None:
    parsed = page("---\ntitle: Notes\n{[what\n---\n" + DEBUG)
    assert titles(parsed.entries) == ["DEBUG"]
    assert [(one.line, one.rule) for one in parsed.problems] == [(3, "front-matter")]


def test_a_rule_above_the_text_is_no_front_matter() -> None:
    assert page("---\n\n" + DEBUG).problems == ()


def test_an_unclosed_fence_ends_with_its_section() -> None:
    parsed = page("""
        ## Broken

        Text.

        ```python scope=text
        x = 1

        ## DEBUG

        Off in production.

        - **Symbol:** `setting:DEBUG`

        ### Do it

        ```python scope=settings
        DEBUG = False
        ```
    """)
    assert titles(parsed.entries) == ["Broken", "DEBUG"]
    assert shown(parsed.problems) == ["5: fence: this code block is never closed"]
    assert parsed.entries[0].examples[0].body.strip() == "x = 1"
    assert parsed.entries[1].examples[0].body == "DEBUG = False"


def test_an_unclosed_fence_at_the_end() -> None:
    parsed = page(DEBUG + "\n### Do it\n\n```python scope=settings\nDEBUG = False\n")
    assert shown(parsed.problems) == ["9: fence: this code block is never closed"]
    assert parsed.entries[0].examples[0].body == "DEBUG = False"


def test_duplicate_titles_get_an_id_each() -> None:
    parsed = page(DEBUG + "\n" + DEBUG)
    assert [one.id for one in parsed.entries] == ["models/fields#debug", "models/fields#debug-2"]
    assert shown(parsed.problems) == [
        "7: duplicate-id: models/fields#debug is taken; this entry is models/fields#debug-2"
    ]


def test_an_unknown_label_is_named() -> None:
    parsed = page(DEBUG + "- **Sinse:** 5.0\n")
    assert titles(parsed.entries) == ["DEBUG"]
    (problem,) = parsed.problems
    assert (problem.line, problem.rule) == (6, "label")
    assert problem.message.startswith("unknown label 'Sinse'; known: Kind, Symbol")


def test_a_fill_word_that_is_not_in_the_example() -> None:
    parsed = page(
        DEBUG + '\n### Do it\n\n```python scope=settings fill="DEBUG x"\nDEBUG = 1\n```\n'
    )
    assert shown(parsed.problems) == ["9: fill: fill word 'x' is not in the example"]
    assert parsed.entries[0].examples[0].fill == ("DEBUG",)


def test_a_fence_with_odd_attributes_is_read_as_far_as_it_goes() -> None:
    parsed = page(
        DEBUG + '\n### Do it\n\n```python scope=settigns colour=red fill="DEBUG\nDEBUG = 1\n```\n'
    )
    assert [one.rule for one in parsed.problems] == ["fence", "fence", "scope"]
    assert parsed.entries[0].examples[0].body == "DEBUG = 1"


def test_deep_nesting_is_reported_and_costs_little() -> None:
    bullets = "\n".join("  " * level + f"* `A{level}`: x" for level in range(300))
    parsed = page("## Settings\n\n" + bullets + "\n\n## Other\n\n> " + ">" * 5000 + " deep\n")
    assert {one.rule for one in parsed.problems} == {"nesting"}
    assert titles(parsed.entries)[:3] == ["A0", "A1", "A2"]
    assert titles(parsed.entries)[-1] == "Other"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_count_as_editors_count_them(ending: str) -> None:
    text = f"\ufeff# A\f\u2028\x85{ending}{ending}" + DEBUG.replace("\n", ending)
    (found,) = parse(text, "a.md").entries
    assert found.origin.line == 3
    assert found.symbols == ("setting:DEBUG",)


def test_a_row_with_too_many_cells_is_named() -> None:
    parsed = page(DEBUG + "\n| Key | What |\n| - | - |\n| `a` | b | c |\n")
    assert shown(parsed.problems) == [
        "9: table: the row has 3 cells, the header 2: write | in a cell as \\|"
    ]


def test_symbols_versions_and_links_that_are_none() -> None:
    parsed = page("""
        ## Odd

        Text.

        - **Symbol:** `no symbol!`, `setting:DEBUG`
        - **Since:** soon
        - **Docs:** somewhere
        - **Docs:** twice
    """)
    assert [(one.line, one.rule) for one in parsed.problems] == [
        (5, "symbol"),
        (6, "version"),
        (7, "docs"),
        (8, "label"),
    ]
    assert parsed.entries[0].symbols == ("setting:DEBUG",)


PIECES = st.sampled_from(
    [
        "# A\n",
        "## B\n",
        "### C\n",
        "* `X`: y\n",
        "  * z\n",
        "```python\n",
        "```\n",
        "~~~\n",
        "> q\n",
    ]
    + ["- **Symbol:** `a.B`\n", "- **Docs:** [", "| Option | a |\n", "| - | - |\n", "| `x` | y |\n"]
    + [
        "---\n",
        "\n",
        "\r",
        "    code\n",
        "**",
        "`",
        "{% x",
        "\t",
        "1. a\n",
        "> **Trap:** x\n",
        "\x00",
    ]
    + ["```python scope=body fill='a\n", "from a import (\n", "=" * 3 + "\n", "<b>\n", "[a]: b\n"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30))
def test_nothing_makes_the_reader_fail(pieces: list[str]) -> None:
    text = "".join(pieces)
    parsed = parse(text, "a.md")
    assert len({one.id for one in parsed.entries}) == len(parsed.entries)
    last = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    assert all(1 <= one.line <= last for one in parsed.problems)
    assert all(1 <= one.origin.line <= last for one in parsed.entries)
