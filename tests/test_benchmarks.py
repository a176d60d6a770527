"""The benchmark's own arithmetic and questions. No time is asserted here, nor anywhere in tests."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from benchmarks import results, run
from benchmarks.client import Client
from benchmarks.projects import OWN
from benchmarks.questions import HOVERS, completions, hovers
from benchmarks.samples import models_file, sheet, template_file, workspace
from benchmarks.servers import PYTHON, TEMPLATE, Server, bare
from benchmarks.table import Table, cell, markdown, middle, number, percentile, ratio
from cheatsheet_ls.sheet.load import load_index

BOTH = frozenset({PYTHON, TEMPLATE})


def test_a_percentile_is_one_of_the_measured_times() -> None:
    times = [float(n) for n in range(100, 0, -1)]
    assert [percentile(times, share) for share in (0.5, 0.95, 0.99, 1.0)] == [50, 95, 99, 100]
    assert percentile([7.0], 0.95) == 7.0
    assert percentile([], 0.95) is None


def test_the_median_leaves_out_runs_without_a_figure() -> None:
    assert middle([None, 3.0, 1.0, 2.0]) == 2.0
    assert middle([None, None]) is None


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, "–"), (0.123, "0.12"), (9.99, "9.99"), (12.34, "12.3"), (1234.5, "1,234")],
)
def test_a_number_has_the_digits_that_mean_something(value: float | None, shown: str) -> None:
    assert number(value) == shown


def test_a_figure_carries_its_ratio_to_the_floor() -> None:
    assert cell(30.0, 40.0) == "30.0 (0.75 ×)"
    assert cell(30.0) == cell(30.0, None) == cell(30.0, 0.0) == "30.0"
    assert cell(None, 40.0) == "–"
    assert ratio(None, 1.0) == ""


def test_a_table_is_markdown() -> None:
    table = Table("Start", ("server", "ms"), (("ours", "1.00"), ("a|b", "–")), "A note.")
    assert markdown(table).splitlines() == [
        "### Start",
        "",
        "A note.",
        "",
        "| server | ms |",
        "| --- | ---: |",
        "| ours | 1.00 |",
        "| a\\|b | – |",
    ]


def test_a_peer_that_could_not_be_installed_is_named() -> None:
    text = results.heading([bare(), Server("peer", "1.2", ("peer",), missing="no such wheel")])
    assert "| peer | 1.2 | not measured, it could not be installed: no such wheel |" in text
    assert "| bare pygls |" in text


@pytest.mark.parametrize("suffix", [PYTHON, TEMPLATE])
def test_questions_are_asked_inside_of_words(suffix: str) -> None:
    asked = hovers(OWN, frozenset({suffix}))
    assert len(asked) >= len(HOVERS[suffix])
    for question in asked:
        line = question.text.split("\n")[question.line]
        assert line[question.character].isalnum(), (question.path, line)


def test_what_is_being_typed_ends_at_the_cursor() -> None:
    asked = completions(OWN, BOTH)
    assert asked
    for question in asked:
        line = question.text.split("\n")[question.line]
        assert len(line) == question.character, line


@pytest.mark.parametrize("lines", [100, 2_000])
def test_generated_files_have_the_length_asked_for(lines: int) -> None:
    ast.parse(models_file(lines))
    for text in (models_file(lines), template_file(lines)):
        assert 0.8 * lines <= text.count("\n") <= 1.2 * lines


def test_generated_workspaces_have_the_files_asked_for() -> None:
    files = dict(workspace(100))
    assert 90 <= len(files) <= 100
    for name, text in files.items():
        if name.endswith(".py"):
            ast.parse(text)


def test_generated_sheets_have_the_entries_asked_for_and_no_problems(tmp_path: Path) -> None:
    for n, page in enumerate(sheet(1_100)):
        (tmp_path / f"page_{n}.md").write_text(page, encoding="utf-8")
    index = load_index([tmp_path], shipped=False, cached=False)
    assert len(index.entries) == 1_100
    assert [problem.message for problem in index.problems] == []


def test_the_client_speaks_with_the_floor() -> None:
    question = hovers(OWN, frozenset({PYTHON}))[0]
    with Client(bare(), OWN) as client:
        assert "capabilities" in client.initialize()
        client.initialized()
        client.open(question.path, question.text)
        answer = client.hover(question.path, question.place)
        assert client.took > 0
        assert client.memory_mb() != 0
    assert answer["contents"]["value"] == "A constant."


def test_an_unknown_part_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run.main(["--only", "nothing"])
    assert "nothing" in capsys.readouterr().err
