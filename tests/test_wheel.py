"""What is published: built, looked into, installed in a clean environment on every Python here.

The wheel is made from the source distribution, so each test also shows that nothing lacks there.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest
import tomli

from tests.support.raw_session import Raw
from tools.release import artefacts
from tools.setup.interpreters import VERSIONS, interpreters

ROOT = Path(__file__).resolve().parents[1]
PYTHONS = interpreters()
OLDEST_AND_NEWEST = sorted({pick(PYTHONS, key=VERSIONS.index) for pick in (min, max)})
SHEET = "# Team\n\n## CharField\n\nOurs.\n\n- **Symbol:** `django.db.models.CharField`\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The wheel and the source distribution."""
    wheel, sdist = artefacts.python(tmp_path_factory.mktemp("dist"))
    return wheel, sdist


@pytest.fixture
def wheel(built: tuple[Path, Path]) -> Path:
    return built[0]


def test_artefacts_hold_what_they_should(built: tuple[Path, Path]) -> None:
    assert [artefacts.missing(path) for path in built] == [[], []]
    names = artefacts.names_of(built[0])
    assert {"cheatsheet_ls/content/models/fields.md", "cheatsheet_ls/content/index.sheet"} <= names
    assert "cheatsheet_ls/py.typed" in names, "type information is shipped"


def test_a_lacking_file_is_named(tmp_path: Path) -> None:

    with zipfile.ZipFile(tmp_path / "some.whl", "w") as archive:
        archive.writestr("tests/test_x.py", "")
    assert "cheatsheet_ls/py.typed" in artefacts.missing(tmp_path / "some.whl")
    assert "tests/test_x.py" in artefacts.missing(tmp_path / "some.whl")


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


def test_the_supported_pythons_are_the_ones_that_are_looked_for(wheel: Path) -> None:

    with zipfile.ZipFile(wheel) as archive:
        (name,) = [one for one in archive.namelist() if one.endswith(".dist-info/METADATA")]
        metadata = Parser().parsestr(archive.read(name).decode())
    assert metadata["Requires-Python"] == f">={VERSIONS[0]}"
    assert all(">=" in one for one in metadata.get_all("Requires-Dist") or ())


@pytest.mark.parametrize("version", PYTHONS)
def test_it_installs_and_serves_in_a_clean_environment(
    wheel: Path, tmp_path: Path, version: str
) -> None:
    """With the newest libraries, as `pipx` and `uvx` take them."""
    command = installed(wheel, tmp_path, PYTHONS[version])
    done = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)
    assert artefacts.versions()["pyproject.toml"] in done.stdout
    serves(command, tmp_path)
    assert not (tmp_path / "cache").exists(), "the shipped index is used as it is"


@pytest.mark.parametrize("version", OLDEST_AND_NEWEST)
def test_it_serves_with_the_oldest_libraries_it_allows(
    wheel: Path, tmp_path: Path, version: str
) -> None:
    """A sheet of one's own has them parse Markdown, too."""
    oldest = tmp_path / "oldest.txt"
    oldest.write_text("\n".join(lower_bounds()), encoding="utf-8")
    command = installed(wheel, tmp_path, PYTHONS[version], "--constraint", str(oldest))
    sheet = tmp_path / "team.md"
    sheet.write_text(SHEET, encoding="utf-8")
    serves(command, tmp_path, "ours.", {"sheets": [str(sheet)]})


def lower_bounds() -> list[str]:
    """`name==version` for each library of pyproject.toml."""
    project = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [re.match(r"([\w-]+)>=([\d.]+)", one) for one in project["dependencies"]]
    return [f"{one[1]}=={one[2]}" for one in wanted if one]


def installed(wheel: Path, home: Path, python: Path, *how: str) -> str:
    """The command that `pipx` and `uvx` look for, in an environment that has nothing else."""
    subprocess.run([str(python), "-m", "venv", str(home / "venv")], check=True)
    scripts = home / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    install = [str(scripts / "python"), "-m", "pip", "install", "--quiet", *how, str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    return str(scripts / "django-cheatsheet-ls")


def serves(command: str, home: Path, words: str = "text", options: object = None) -> None:
    """In a folder that has nothing of ours."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    server = Raw([command], cwd=home, env={**env, "XDG_CACHE_HOME": str(home / "cache")})
    server.initialize(home, options)
    models = home / "models.py"
    server.open(models, "from django.db import models\nx = models.CharField()\n")
    assert server.shows(models, words)
    assert server.ask("shutdown", number=2)["result"] is None
    server.send(method="exit")
    assert server.ended() == 0


def test_notes_come_from_the_changelog() -> None:
    assert "### Added" in str(artefacts.notes(artefacts.versions()["pyproject.toml"]))
    assert artefacts.notes("99.0.0") is None
