"""The projects the servers are opened on: our own example, and a large published one, unpacked."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers import CACHE, LOCKS, pinned
from tools.setup.system import ROOT

OWN = ROOT / "examples/library"
LARGE = "wagtail"
MARK = "[project]\nname = 'unpacked'\nversion = '1'\n"


@dataclass(frozen=True)
class Project:
    title: str
    root: Path


def small() -> Project:
    root = CACHE / "projects/small"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(OWN, root, ignore=shutil.ignore_patterns("__pycache__", "*.sqlite3"))
    return Project(f"small: examples/library, {_size(root)}", root)


def large() -> Project | None:
    """None where the package registry is out of reach."""
    version = pinned(LOCKS / f"{LARGE}.txt", LARGE)
    root = CACHE / f"projects/{LARGE}-{version}"
    if not root.is_dir():
        wheel = _downloaded(version)
        if wheel is None:
            return None
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(root)
        (root / "pyproject.toml").write_text(MARK, encoding="utf-8")
    return Project(f"large: {LARGE} {version}, {_size(root)}", root)


def projects(quick: bool) -> list[Project]:
    found = [small()] if quick else [small(), large()]
    return [project for project in found if project is not None]


def written(root: Path, files: Iterable[tuple[str, str]]) -> Path:
    """A generated project, made anew."""
    shutil.rmtree(root, ignore_errors=True)
    for name, text in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def _downloaded(version: str) -> Path | None:
    """The wheel, whose hash pip has checked."""
    folder = CACHE / "downloads"
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--require-hashes"]
    command += ["--only-binary", ":all:", "-d", str(folder), "-r", str(LOCKS / f"{LARGE}.txt")]
    subprocess.run(command, capture_output=True, check=False)
    return next(folder.glob(f"{LARGE}-{version}-*.whl"), None)


def _size(root: Path) -> str:
    python = sum(1 for _ in root.rglob("*.py"))
    templates = sum(1 for _ in root.rglob("*.html"))
    return f"{python} Python files, {templates} templates"
