"""The project the demo opens: a published release, unpacked; without a network, our own example."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache/demo"
RELEASE = ROOT / "requirements/demo.txt"
OWN = ROOT / "examples/library"


def project() -> tuple[str, Path]:
    """Its title and a fresh copy of it."""
    CACHE.mkdir(parents=True, exist_ok=True)
    target = CACHE / "project"
    shutil.rmtree(target, ignore_errors=True)
    wheel = _downloaded()
    if wheel is None:
        shutil.copytree(OWN, target)
        return "examples/library (the package registry is out of reach)", target
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    name, version = wheel.name.split("-")[:2]
    return f"{name.replace('_', '-')} {version}, as published", target


def _downloaded() -> Path | None:
    """The wheel, whose hash pip has checked; downloaded once."""
    name = next(w for w in RELEASE.read_text(encoding="utf-8").splitlines() if "==" in w).split()[0]
    stem = name.replace("-", "_").replace("==", "-")
    if not (found := sorted(CACHE.glob(f"{stem}-*.whl"))):
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--require-hashes",
        ]
        command += ["--only-binary", ":all:", "--dest", str(CACHE), "--requirement", str(RELEASE)]
        subprocess.run(command, capture_output=True, check=False)
        found = sorted(CACHE.glob(f"{stem}-*.whl"))
    return found[0] if found else None
