"""Commands for who writes a sheet: `init` and `check --watch`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cheatsheet_ls.cli import main
from tests.support.lsp_session import environment


def test_init_writes_a_sheet_without_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init"]) == 0
    assert 'sheets = ["cheatsheet.md"]' in capsys.readouterr().out
    assert main(["check", "cheatsheet.md"]) == 0
    assert main(["index", "cheatsheet.md", "--json"]) == 0


def test_init_never_overwrites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "team.md"
    path.write_text("mine")
    assert main(["init", str(path)]) == 1
    assert path.read_text() == "mine"
    assert "is there already" in capsys.readouterr().err


def test_init_takes_a_folder_and_tells_of_one_that_is_not_there(tmp_path: Path) -> None:
    assert main(["init", str(tmp_path)]) == 0
    assert (tmp_path / "cheatsheet.md").is_file()
    assert main(["init", str(tmp_path / "gone" / "team.md")]) == 1


def test_a_watched_sheet_is_checked_after_each_change(tmp_path: Path) -> None:
    path = tmp_path / "team.md"
    main(["init", str(path)])
    process = subprocess.Popen(
        [sys.executable, "-m", "cheatsheet_ls", "check", "--watch", str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    try:
        assert process.stdout
        assert process.stdout.readline() == "no problems in 1 entry on 1 page\n"
        text = path.read_text()
        path.write_text(text.replace("scope=model-body", "scope=modl"))
        told = [process.stdout.readline() for _ in range(3)]
        assert told[0] == "\n"
        assert "unknown scope 'modl'" in told[1]
        path.write_text(text + "\n")
        assert process.stdout.readline() == "\n"
        assert process.stdout.readline() == "no problems in 1 entry on 1 page\n"
    finally:
        process.kill()
        process.communicate()
