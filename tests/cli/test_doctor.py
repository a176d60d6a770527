"""`doctor` tells what the server sees of a workspace."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cheatsheet_ls.cli import main

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A Django project with a requirement, templates, an environment and a sheet of its own."""
    (tmp_path / "manage.py").write_text("import django\n")
    (tmp_path / "requirements.txt").write_text("# pinned\nDjango==5.2.1\n")
    (tmp_path / "shop" / "templates" / "shop").mkdir(parents=True)
    (tmp_path / "shop" / "templates" / "shop" / "list.html").write_text("{% block a %}")
    (tmp_path / "notes.md").write_text("## Settings\n\n* `DEBUG`: Off.\n")
    (tmp_path / "pyproject.toml").write_text(
        '[tool.django-cheatsheet]\nsheets = ["notes.md", "../outside.md"]\n'
    )
    return tmp_path


def told(root: Path, capsys: Capture) -> dict[str, Any]:
    assert main(["doctor", "--json", str(root)]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_it_tells_where_the_release_of_django_was_read(project: Path, capsys: Capture) -> None:
    django = told(project, capsys)["django"]
    assert (django["low"], django["high"], django["line"]) == ("5.2", "5.2", 2)
    assert django["source"].endswith("requirements.txt")


def test_it_tells_kind_templates_sheets_and_settings(project: Path, capsys: Capture) -> None:
    found = told(project, capsys)
    assert found["kind"] == "a Django project"
    assert found["templates"] == ["shop/templates"]
    own, shipped = found["sheets"]
    assert (Path(own["path"]).name, own["entries"]) == ("notes.md", 1)
    assert shipped["why"] == "shipped"
    assert found["settings"] == {"sheets": ["notes.md", "../outside.md"]}


def test_a_project_one_folder_below_is_found(project: Path, capsys: Capture) -> None:
    (project / "backend").mkdir()
    (project / "manage.py").rename(project / "backend" / "manage.py")
    (project / "requirements.txt").rename(project / "backend" / "requirements.txt")
    found = told(project, capsys)
    assert found["kind"] == "a Django project"
    assert found["django"]["source"].endswith("requirements.txt")


def test_it_tells_of_a_sheet_that_lies_outside(project: Path, capsys: Capture) -> None:
    (problem,) = [one for one in told(project, capsys)["problems"] if "outside" in one]
    assert "../outside.md" in problem


def test_it_names_the_environment_that_is_read(project: Path, capsys: Capture) -> None:
    assert told(project, capsys)["interpreter"]["path"] is None
    (project / ".venv").mkdir()
    (project / ".venv" / "pyvenv.cfg").write_text("home = nowhere\n")
    assert told(project, capsys)["interpreter"]["path"] == str(project / ".venv")


def test_it_reports_a_broken_project_file(project: Path, capsys: Capture) -> None:
    (project / "pyproject.toml").write_text("[tool.django-cheatsheet\n")
    assert any("pyproject.toml" in problem for problem in told(project, capsys)["problems"])


def test_it_prints_lines_to_paste_into_a_bug_report(project: Path, capsys: Capture) -> None:
    assert main(["doctor", str(project)]) == 0
    lines = capsys.readouterr().out.splitlines()
    words = [line.split()[0] for line in lines]
    assert words[:6] == ["Server", "Workspace", "Django", "Environment", "Templates", "Cache"]
    assert lines[1].endswith(": a Django project")


def test_a_folder_that_is_gone_is_told_and_no_failure(tmp_path: Path, capsys: Capture) -> None:
    found = told(tmp_path / "gone", capsys)
    assert found["problems"][0].endswith("gone is no folder")
    assert found["django"] is None
    assert found["kind"] == "nothing of Django found"
