"""The environments of the sheet's examples, and what was read in them: kept until they change."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
KEPT = ROOT / ".cache" / "facts" / "fresh"
RELEASES = ("4.2", "5.2", "6.0", "6.1")
NEWEST = RELEASES[-1]
READERS = (
    ROOT / "tools/facts/fresh/inside",
    ROOT / "tools/facts/api/inside",
    ROOT / "tools/facts_names/inside",
)


def installed() -> list[str]:
    """Releases that `make setup` found a Python for."""
    return [release for release in RELEASES if python_of(release).exists()]


def python_of(release: str) -> Path:
    return ROOT / ".venvs" / f"django-{release}" / "bin" / "python"


def read(release: str, script: str, *words: str, given: str = "") -> Any:
    """What a script of `inside` prints there. It is not run again before anything changes."""
    name = "-".join([release, Path(script).stem, *(word.partition(",")[0] for word in words)])
    kept = KEPT / f"{name}.{digest(release, script, *words, given)}.json"
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        for old in KEPT.glob(f"{name}.*.json"):
            old.unlink()
        kept.write_text(run(release, script, *words, given=given), encoding="utf-8")
    return json.loads(kept.read_bytes())


def run(release: str, script: str, *words: str, given: str) -> str:
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    surroundings = {**own, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}
    command = [str(python_of(release)), "-B", str(ROOT / script), *words]
    done = subprocess.run(
        command, input=given, env=surroundings, cwd=ROOT, capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"{script} on Django {release}: {done.stderr[-2000:]}")
    return done.stdout


def digest(release: str, *words: str) -> str:
    """Changes with the environment's lock file, its Python, the readers and what they are given."""
    found = hashlib.sha256("\0".join(words).encode())
    home = python_of(release).parents[1]
    files = [ROOT / f"requirements/django-{release}.txt", home / "pyvenv.cfg"]
    for folder in READERS:
        files += sorted(folder.glob("*.py"))
    for file in files:
        found.update(file.read_bytes())
    return found.hexdigest()[:12]
