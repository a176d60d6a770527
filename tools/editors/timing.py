"""`python -m tools.editors.timing`: from opening a folder to the first hover in VS Code's window.

Our server and basedpyright's, each alone in a fresh profile, in turn; the middle of three runs.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from tools.editors.code_server import basedpyright
from tools.editors.vscode import beside, extension, journey
from tools.setup.system import ROOT, Missing

RUNS = 3
WHERE = {"file": "catalogue/models.py", "at": "slug = models.SlugField"}
# What only the server in question says.
WORDS = {"django-cheatsheet": "(model field)", "basedpyright": "class SlugField("}


def main() -> int:
    try:
        servers = {"django-cheatsheet": extension(), "basedpyright": beside()}
        environment = {"BASEDPYRIGHT": str(basedpyright())}
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 1
    taken: dict[str, list[int]] = {name: [] for name in servers}
    for _ in range(RUNS):
        for name, file in servers.items():
            job = {"extensions": [str(file)], "words": WORDS[name], "environment": environment}
            taken[name].append(_run({**WHERE, **job}))
    for name, times in taken.items():
        each = ", ".join(f"{time / 1000:.1f}" for time in times)
        print(f"{name}: {statistics.median(times) / 1000:.1f} s ({each})")
    return 0


def _run(job: dict[str, Any]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        project = shutil.copytree(ROOT / "examples/library", home / "library")
        places = {"project": str(project), "home": folder, "pictures": folder}
        python = str(ROOT / ".venvs/django-5.2/bin/python")
        settings = {"settings": {"python.pythonPath": python}}
        seen = journey("timing", lambda: {**job, **places, **settings})
        return int(seen["milliseconds"])


if __name__ == "__main__":
    sys.exit(main())
