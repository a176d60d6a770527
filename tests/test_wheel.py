"""The wheel holds the server, the sheet, and the sheet's index ready-made."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    (found,) = folder.glob("django_cheatsheet_ls-*-py3-none-any.whl")
    return found


def test_wheel_holds_pages_and_index(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"cheatsheet_ls/content/models/fields.md", "cheatsheet_ls/content/index.sheet"} <= names
    assert "cheatsheet_ls/lsp/server.py" in names
    assert not [name for name in names if name.startswith(("tests/", "tools/"))]


def test_installed_server_shows_an_entry_without_reading_markdown(
    wheel: Path, tmp_path: Path
) -> None:
    """The index is used: the Markdown library is not even there to be imported."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); sys.modules['markdown_it'] = None\n"
        "from cheatsheet_ls.cli import main; sys.exit(main(['show', 'CharField', '--plain']))"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert shown.returncode == 0, shown.stderr
    assert "CharField" in shown.stdout
