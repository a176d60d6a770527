"""The environments: `.venv` for development, `.venvs/django-X.Y` for the sheet's examples."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tools.setup import stamp
from tools.setup.interpreters import VERSIONS, find
from tools.setup.system import ROOT, Missing, apt_install, run

# Django and the Pythons it may run on, the preferred one first.
DJANGO = {
    "4.2": ("3.12", "3.11", "3.10"),
    "5.2": ("3.12", "3.13", "3.11", "3.10"),
    "6.0": ("3.12", "3.13", "3.14"),
    "6.1": ("3.13", "3.12", "3.14"),
}


def dev() -> None:
    """Development tools and the package itself, editable."""
    home = ROOT / ".venv"
    lock = ROOT / "requirements/dev.txt"
    made_from = [lock, ROOT / "pyproject.toml"]
    if _is_current(home, made_from):
        return
    _make(home, Path(getattr(sys, "_base_executable", None) or sys.executable), [lock])
    run(_python(home), "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "-e", ".")
    _keep(home, made_from)


def django() -> None:
    """One environment a Django release; what no interpreter fits is left out, and said so."""
    for release, versions in DJANGO.items():
        home = ROOT / ".venvs" / f"django-{release}"
        lock = ROOT / f"requirements/django-{release}.txt"
        if _is_current(home, [lock]):
            continue
        python = find(versions)
        if python is None:
            print(f"Django {release} is left out: it needs Python {' or '.join(versions)}")
            continue
        _make(home, python, [lock])
        _keep(home, [lock])


def missing() -> list[str]:
    """Releases without an environment, with the Pythons that would do."""
    return [
        f"Django {release} did not run: no Python {' or '.join(versions)} on this machine"
        for release, versions in DJANGO.items()
        if not _works(ROOT / ".venvs" / f"django-{release}")
    ]


def _is_current(home: Path, made_from: list[Path]) -> bool:
    value = stamp.digest(made_from, _version(home))
    return _works(home) and stamp.is_current(home / ".made-from", value)


def _keep(home: Path, made_from: list[Path]) -> None:
    stamp.keep(home / ".made-from", stamp.digest(made_from, _version(home)))


def _make(home: Path, python: Path, locks: list[Path]) -> None:
    if home.exists() and not _works(home):
        shutil.rmtree(home)
    if not home.exists():
        print(f"making {home.relative_to(ROOT)}", flush=True)
        _create(home, python)
    print(f"installing into {home.relative_to(ROOT)}", flush=True)
    for lock in locks:
        run(_python(home), "-m", "pip", "install", "-q", "--require-hashes", "-r", lock)


def _create(home: Path, python: Path) -> None:
    home.parent.mkdir(exist_ok=True)
    try:
        run(python, "-m", "venv", home)
    except Missing:
        shutil.rmtree(home, ignore_errors=True)
        apt_install("python3-venv")
        run(python, "-m", "venv", home)


def _python(home: Path) -> Path:
    return home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _works(home: Path) -> bool:
    """It is there, its interpreter still exists, and is of a version that is supported."""
    return _python(home).exists() and _version(home) in VERSIONS


def _version(home: Path) -> str:
    """As `venv` wrote it down: starting an interpreter for each would cost every run a second."""
    try:
        lines = (home / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    found = [line.partition("=")[2].strip() for line in lines if line.startswith("version")]
    return ".".join(found[0].split(".")[:2]) if found else ""
