"""Builds what is published, and looks into it before anybody else does."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CLIENT = ROOT / "clients" / "vscode"

IN_WHEEL = ("py.typed", "content/index.sheet", "content/models/fields.md", "lsp/server.py")
IN_SDIST = ("pyproject.toml", "README.md", "CHANGELOG.md", "SECURITY.md", "LICENSE")
IN_VSIX = ("extension/package.json", "extension/dist/extension.js")


def versions() -> dict[str, str]:
    """What each part says it is."""
    stated = re.search(r'^version = "(.+)"$', _text("pyproject.toml"), re.MULTILINE)
    module = re.search(r'__version__ = "(.+)"', _text("server/cheatsheet_ls/__init__.py"))
    assert stated is not None
    found = {
        "pyproject.toml": stated[1],
        "clients/vscode/package.json": str(
            json.loads(_text("clients/vscode/package.json"))["version"]
        ),
    }
    return found | ({"cheatsheet_ls.__version__": module[1]} if module else {})


def notes(version: str) -> str | None:
    """The section of the changelog about a version."""
    text = _text("CHANGELOG.md")
    head = re.search(rf"^## \[?{re.escape(version)}\b.*$", text, re.MULTILINE)
    if head is None:
        return None
    return text[head.end() :].split("\n## ", 1)[0].strip()


def python(dist: Path) -> list[Path]:
    """The wheel, and the source distribution it is made from, which is so known to be whole."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(dist), str(ROOT)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    version = versions()["pyproject.toml"]
    stem = f"django_cheatsheet_ls-{version}"
    return [dist / f"{stem}-py3-none-any.whl", dist / f"{stem}.tar.gz"]


def extension() -> Path:
    subprocess.run(
        ["npm", "run", "--silent", "package"], cwd=CLIENT, check=True, stdout=subprocess.DEVNULL
    )
    version = versions()["clients/vscode/package.json"]
    return ROOT / "dist" / f"django-cheatsheet-{version}.vsix"


def missing(path: Path) -> list[str]:
    """What should be in an artefact and is not, and what is and should not."""
    names = names_of(path)
    if path.suffix == ".whl":
        wanted = [f"cheatsheet_ls/{name}" for name in IN_WHEEL]
        strange = [name for name in names if name.startswith(("tests/", "tools/", "server/"))]
        return [name for name in wanted if name not in names] + strange
    if path.suffix == ".vsix":
        return [name for name in IN_VSIX if name not in names]
    top = path.name.removesuffix(".tar.gz")
    return [name for name in IN_SDIST if f"{top}/{name}" not in names]


def names_of(path: Path) -> set[str]:
    if path.suffix == ".gz":
        with tarfile.open(path) as archive:
            return set(archive.getnames())
    with zipfile.ZipFile(path) as packed:
        return set(packed.namelist())


def told(path: Path) -> str:
    """Name, size and digest in one line."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return f"{path.name:48} {path.stat().st_size / 1024:9.1f} KB  sha256:{digest}"


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")
