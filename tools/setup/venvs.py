"""The virtual environments: `.venv` for development, `.venvs/django-X.Y` for the sheet's examples."""

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
    locks = [ROOT / "requirements/dev.txt", ROOT / "pyproject.toml"]
    python = Path(getattr(sys, "_base_executable", None) or sys.executable)
    if _make(home, python, locks[:1], locks):
        run(_python(home), "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "-e", ".")
        stamp.keep(home / ".made-from", stamp.digest(locks, _version(home)))


def django() -> None:
    """One environment a Django release; what no interpreter fits is left out and said at the end."""
    for release, versions in DJANGO.items():
        python = find(versions)
        if python is None:
            print(f"Django {release} is left out: it needs Python {', '.join(sorted(versions))}")
            continue
        home = ROOT / ".venvs" / f"django-{release}"
        lock = ROOT / f"requirements/django-{release}.txt"
        if _make(home, python, [lock], [lock]):
            stamp.keep(home / ".made-from", stamp.digest([lock], _version(home)))


def missing() -> list[str]:
    """Releases without an environment, with the Pythons that would do."""
    return [
        f"Django {release} did not run: no Python {' or '.join(sorted(versions))} on this machine"
        for release, versions in DJANGO.items()
        if not _python(ROOT / ".venvs" / f"django-{release}").exists()
    ]


def _make(home: Path, python: Path, locks: list[Path], made_from: list[Path]) -> bool:
    """Whether the environment had to be made or changed."""
    if _python(home).exists() and not _works(home):
        shutil.rmtree(home)
    if _works(home) and stamp.is_current(home / ".made-from", stamp.digest(made_from, _version(home))):
        return False
    if not _works(home):
        print(f"making {home.relative_to(ROOT)}", flush=True)
        _create(home, python)
    print(f"installing into {home.relative_to(ROOT)}", flush=True)
    for lock in locks:
        run(_python(home), "-m", "pip", "install", "-q", "--require-hashes", "-r", lock)
    return True


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
    """It is there, starts, and is of a version that is supported."""
    return _version(home) in VERSIONS


def _version(home: Path) -> str:
    import subprocess

    code = "import sys, pip; print('%d.%d' % sys.version_info[:2])"
    try:
        asked = subprocess.run(
            [str(_python(home)), "-c", code], capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    return asked.stdout.strip()
