"""Turns the sheet's examples into jobs for one Django release, and runs them there."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from cheatsheet_ls.model import Entry, Example, Versions

from .environments import RELEASES, as_number, python_of

HERE = Path(__file__).resolve().parent


def pairs(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Example]]:
    for entry in entries:
        for example in entry.examples:
            yield entry, example


def job_id(entry: Entry, example: Example) -> str:
    """page::entry::example"""
    page, _, name = entry.id.partition("#")
    return f"{page}::{name}::{example.id}"


def releases(entry: Entry, example: Example) -> list[str]:
    """The releases an example is for: its own marks count before the entry's."""
    since = example.versions.since or entry.versions.since or "0"
    removed = example.versions.removed or entry.versions.removed or "9999"
    first, end = as_number(since), as_number(removed)
    return [release for release in RELEASES if first <= as_number(release) < end]


def job(entry: Entry, example: Example, release: str) -> dict[str, Any]:
    return {
        "id": job_id(entry, example),
        "scope": example.scope.value,
        "language": example.language,
        "imports": "\n".join(example.imports),
        "body": example.body,
        "symbols": list(entry.symbols),
        "file": example.file,
        "requires": [*entry.requires, *example.requires],
        "deprecated": _late(entry.versions, release) or _late(example.versions, release),
    }


def _late(versions: Versions, release: str) -> bool:
    return versions.deprecated is not None and as_number(versions.deprecated) <= as_number(release)


def run(release: str, jobs: list[dict[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Results by job id. One process of that release's environment runs them all."""
    with tempfile.TemporaryDirectory() as folder:
        asked, answered = Path(folder, "jobs.json"), Path(folder, "results.jsonl")
        asked.write_text(json.dumps(jobs), encoding="utf-8")
        ended = harness(release, "harness", asked, answered)
        lines = answered.read_text(encoding="utf-8").splitlines() if answered.exists() else []
    results = {result["id"]: result for result in map(json.loads, lines)}
    if len(results) < len({job["id"] for job in jobs}):
        raise RuntimeError(f"the harness stopped on Django {release}:\n{ended.stderr[-4000:]}")
    return results


def harness(
    release: str, module: str, asked: Path, answered: Path
) -> subprocess.CompletedProcess[str]:
    """Runs a module of the harness in the release's environment, in a folder of its own."""
    path = os.pathsep.join([str(HERE), str(HERE / "project")])
    kept = {
        k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "DJANGO", "COVERAGE"))
    }
    folder = asked.parent
    return subprocess.run(
        [str(python_of(release)), "-m", module, str(asked), str(answered)],
        cwd=folder,
        env={**kept, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
