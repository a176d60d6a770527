"""Every item of the original sheet is answered; hovering its API shows that very answer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from cheatsheet_ls.model import Symbol
from cheatsheet_ls.sheet.index import Index
from tools.coverage.__main__ import PAGE
from tools.coverage.rows import LEFT_OUT, ROOT, Row, rows
from tools.coverage.table import table
from tools.demo.session import Session

from .sheet_examples import entries

ROWS = rows()
IDS = ROOT / "tests/content/rows/ids.txt"
ASKED = [row for row in ROWS if row.text is not None]


@pytest.fixture(scope="session")
def index() -> Index:
    return Index.of(entries())


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    root = tmp_path_factory.mktemp("rows")
    (root / "manage.py").touch()  # a Django project: its HTML files are templates
    with Session(root) as session:
        yield session


def test_no_item_of_the_original_sheet_is_missing() -> None:
    wanted = set(IDS.read_text(encoding="utf-8").split())
    assert wanted - {row.id for row in ROWS} == set()


def test_no_item_is_answered_twice_or_made_up() -> None:
    found = [row.id for row in ROWS]
    assert sorted(found) == sorted(set(found))
    assert set(found) <= set(IDS.read_text(encoding="utf-8").split())


def test_committed_ids_are_those_of_the_owners_list() -> None:
    """The list is not in the repository; a clone beside it compares, others need not."""
    shared = Path(os.environ.get("CHEATSHEET_SHARED", ROOT.parent / "shared"))
    listed = shared / "seed/rows.tsv"
    committed = IDS.read_text(encoding="utf-8").split()
    assert len(committed) == len(set(committed)) == 621
    if listed.is_file():
        lines = listed.read_text(encoding="utf-8").splitlines()[1:]
        assert committed == [line.partition("\t")[0] for line in lines]


def test_every_correction_is_named_by_an_item_or_fills_a_gap(index: Index) -> None:
    named = {number for row in ROWS for number in row.corrections}
    assert named | set(LEFT_OUT) == set(range(1, 120))
    filled = [entry for entries in LEFT_OUT.values() for entry in entries]
    assert [entry for entry in filled if index.entry(entry) is None] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_answer_is_in_the_sheet(row: Row, index: Index) -> None:
    entry = index.entry(row.answer.entry)
    assert entry is not None, f"{row.answer.entry} is no entry"
    if row.answer.option:
        assert row.answer.option in {option.name for option in entry.options}
    if row.answer.example:
        assert row.answer.example in {example.id for example in entry.examples}


@pytest.mark.parametrize("row", ASKED, ids=lambda row: row.id)
def test_hover_on_the_rows_api_shows_its_answer(row: Row, index: Index, editor: Session) -> None:
    assert row.file is not None
    assert row.text is not None
    before, mark, after = row.text.partition("<|>")
    assert mark, "the text has no cursor"
    path = editor.root / str(ROWS.index(row)) / row.file
    uri = editor.open(path, before + after)
    found = editor.ask("cheatsheet/resolve", uri, before + after, len(before))
    hover = editor.ask("textDocument/hover", uri, before + after, len(before))
    editor.close(uri)
    assert found is not None, "nothing is shown"
    assert found["id"] == row.answer.entry
    assert hover["contents"]["value"].strip()
    if row.answer.option:
        shown = index.find(map(Symbol, found["symbols"]))
        assert shown is not None
        assert shown.option is not None, f"the entry is shown, not its row {row.answer.option}"
        assert shown.option.name == row.answer.option


def test_coverage_page_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == table(ROWS), "run: python -m tools.coverage"
