"""Runs a script of tools/editors/drive in the Node of code-server, with the extension built for
it.

A journey that fails is walked once more, in a fresh profile, and then counts as flaky.
"""

from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tools.editors.code_server import install
from tools.setup.system import ROOT, program

HERE = Path(__file__).resolve().parent
DRIVE = HERE / "drive"
CLIENT = ROOT / "clients/vscode"

flaky: list[
    str
] = []  # journeys of this process that passed only when walked again, with the reason


@functools.lru_cache(maxsize=1)
def extension() -> Path:
    """The one file people install, built from what is in the checkout now."""
    version = json.loads((CLIENT / "package.json").read_text(encoding="utf-8"))["version"]
    npm = program("npm", "nodejs", "npm")
    run_quietly(npm, "run", "--silent", "package", cwd=CLIENT)
    return ROOT / f"dist/django-cheatsheet-{version}.vsix"


@functools.lru_cache(maxsize=1)
def beside() -> Path:
    """basedpyright in VS Code by a client of ours: its own is in no package registry."""
    made, modules = ROOT / "build/beside", CLIENT / "node_modules"
    shutil.copytree(HERE / "beside", made, dirs_exist_ok=True)
    bundle = ["--bundle", "--external:vscode", "--format=cjs", "--platform=node"]
    source, outfile = HERE / "beside/client.cjs", f"--outfile={made / 'extension.js'}"
    run_quietly(modules / ".bin/esbuild", source, *bundle, outfile, NODE_PATH=str(modules))
    package = ["package", "--no-dependencies", "--skip-license", "--allow-missing-repository"]
    file = made / "beside.vsix"
    run_quietly("node", modules / "@vscode/vsce/vsce", *package, "--out", file, cwd=made)
    return file


def run_quietly(*command: str | Path, cwd: Path = ROOT, **environment: str) -> None:
    env = {**os.environ, **environment}
    subprocess.run([str(one) for one in command], cwd=cwd, env=env, check=True, capture_output=True)


def journey(name: str, fresh_job: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What was seen on the way; `fresh_job` makes a home and a project that nobody has used."""
    seen = _walk(name, fresh_job())
    if "problem" in seen:
        first, seen = seen["problem"], _walk(name, fresh_job())
        if "problem" in seen:
            raise RuntimeError(f"the journey {name} failed twice: {seen['problem']}")
        flaky.append(f"{name}: {first}")
    return seen


def _walk(name: str, job: dict[str, Any]) -> dict[str, Any]:
    job = {"extensions": [str(extension())], "name": name, **job}
    found: dict[str, Any] = json.loads(run(f"journeys/{name}.mjs", job, timeout=400))
    return found


def run(script: str, job: dict[str, Any], timeout: float = 600) -> str:
    """What the script printed; raises with its errors where it failed."""
    tools = install()
    environment = {
        **os.environ,
        "PATH": f"{tools.node.parent}{os.pathsep}{os.environ['PATH']}",
        "CODE_SERVER": str(tools.code_server),
        "MODULES": str(tools.modules),
        "CHROMIUM": tools.chromium,
    }
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(job, file)
        file.flush()
        ended = subprocess.run(
            [tools.node, DRIVE / script, file.name],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=timeout,
        )
    if ended.returncode:
        raise RuntimeError(f"{script}: {ended.stderr[-4000:]}")
    return ended.stdout
