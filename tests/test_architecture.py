"""The rules of the house that no other tool holds."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.metadata import version
from pathlib import Path

import pytest

from cheatsheet_ls import __version__

ROOT = Path(__file__).resolve().parents[1]

# Files over 250 lines, each with the reason why it is no clearer when split.
LONG = {
    "server/cheatsheet_ls/facts/names.py": "one short function a kind of name, all alike",
    "server/cheatsheet_ls/language/python/scopes.py": "one visit a form of binding in Python",
    "server/cheatsheet_ls/language/workspace.py": "reading users' files, with all its bounds",
    "tests/facts/test_names.py": "a list of cases",
    "tests/language/test_environment.py": "a list of cases, a manifest each",
    "tests/sheet/test_any_sheet.py": "a list of cases",
    "tests/sheet/test_bad_input.py": "a list of cases",
    "tests/sheet/test_own_format.py": "a list of cases",
    "tools/facts/api/merge.py": "one record built step by step",
    "tools/facts/api/overrides.py": "tables written by hand",
    "tools/facts_names/docs/elsewhere.py": "tables written by hand",
    "tools/facts_names/known.py": "tables written by hand",
}

TEXT = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".in",
    ".json",
    ".ts",
    ".js",
    ".mjs",
    ".lua",
    ".yaml",
    ".yml",
}
TEXT |= {".html", ".sh", ".cfg", ".ini", ""}
HOSTS = ("registry.npmjs" + ".org", "files.pythonhosted" + ".org", "pypi" + ".org/simple")
MACHINE = re.compile(r"(?<![\w.])/(work|root)/|/opt/(pypi|wheels)")
SKIPPED = {"node_modules", "__pycache__", "dist", "out"}


def tracked() -> list[Path]:
    """What git has or would add; in an unpacked archive, every file."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True
    )
    if listed.returncode == 0:
        return [path for name in listed.stdout.splitlines() if (path := ROOT / name).is_file()]
    return [p for p in ROOT.rglob("*") if p.is_file() and not SKIPPED & set(p.parts)]


def sources() -> list[Path]:
    return [p for p in tracked() if p.suffix in (".py", ".ts", ".lua")]


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def test_layers_hold() -> None:
    """import-linter reads the contracts in pyproject.toml."""
    from importlinter.cli import lint_imports

    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_long_files_have_a_reason() -> None:
    lengths = {str(p.relative_to(ROOT)): len(text_of(p).splitlines()) for p in sources()}
    assert {name for name, lines in lengths.items() if lines > 250} - set(LONG) == set()
    assert set(LONG) - set(lengths) == set(), "gone, so no reason is needed"


@pytest.mark.parametrize("folder", ["server", "tools", "tests", "benchmarks"])
def test_every_module_says_what_it_is_for(folder: str) -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in sources()
        if path.suffix == ".py"
        and path.is_relative_to(ROOT / folder)
        and "migrations" not in path.parts
        and text_of(path).strip()
        and not text_of(path).lstrip().startswith(('"""', 'r"""', "#!"))
    ]
    assert silent == []


def test_no_file_names_a_machine_or_a_download_address() -> None:
    found = []
    for path in tracked():
        if path.suffix in TEXT and path != Path(__file__):
            text = text_of(path)
            words = [host for host in HOSTS if host in text]
            words += [m.group() for m in MACHINE.finditer(text)]
            found += [f"{path.relative_to(ROOT)}: {word}" for word in words]
    assert found == []


def test_lock_files_pin_by_hash() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        pins = re.findall(r"^[a-z0-9-]+(?:\[[a-z,]+\])?==", text_of(path), re.MULTILINE)
        blocks = re.findall(
            r"^[a-z0-9-]+(?:\[[a-z,]+\])?==.*\\\n    --hash=sha256:", text_of(path), re.MULTILINE
        )
        assert pins
        assert len(pins) == len(blocks), path.name


def test_versions_agree() -> None:
    client = json.loads(text_of(ROOT / "clients/vscode/package.json"))
    versions = {version_here(), version("django-cheatsheet-ls"), __version__}
    assert versions == {client["version"]}


def test_changelog_speaks_of_this_version() -> None:
    heading = rf"^## \[?{re.escape(version_here())}\b"
    assert re.search(heading, text_of(ROOT / "CHANGELOG.md"), re.MULTILINE)


def version_here() -> str:
    stated = re.search(r'^version = "(.+)"$', text_of(ROOT / "pyproject.toml"), re.MULTILINE)
    assert stated is not None
    return stated[1]


def test_ci_runs_what_contributors_run() -> None:
    commands = [
        line for line in text_of(ROOT / ".ci/run").splitlines() if line and not line.startswith("#")
    ]
    assert commands[-1] == "exec make test"
    assert all(line.startswith(("set ", "cd ", "exec ")) for line in commands)


def test_server_installs_with_what_the_lock_file_pins() -> None:
    declared = re.findall(r'^    "([a-z-]+)', _dependencies(), re.MULTILINE)
    pinned = text_of(ROOT / "requirements/runtime.txt")
    assert declared
    assert all(re.search(rf"^{name}==", pinned, re.MULTILINE) for name in declared)


def _dependencies() -> str:
    text = text_of(ROOT / "pyproject.toml")
    return text[text.index("dependencies = [") : text.index("[project.scripts]")]


def test_extension_ships_the_versions_that_are_tested() -> None:
    names = re.compile(r"^([a-z-]+==[\d.]+)", re.MULTILINE)
    shipped = set(names.findall(text_of(ROOT / "requirements/extension.txt")))
    assert shipped
    assert shipped == set(names.findall(text_of(ROOT / "requirements/runtime.txt")))
