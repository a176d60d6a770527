"""VS Code in a browser: code-server from npm, the Node it asks for, Chromium from the system.

tools = install()       # the first time two to three minutes, afterwards at once
tools.node, tools.code_server, tools.modules, tools.chromium
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tools.setup import stamp
from tools.setup.system import Missing, apt_install, program

HERE = Path(__file__).resolve().parent
CHIPS = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}
KERBEROS = "/usr/include/gssapi/gssapi.h"  # a module of VS Code is compiled against it


@dataclass(frozen=True)
class Tools:
    node: Path
    code_server: Path
    modules: Path
    chromium: str


def install() -> Tools:
    """Raises Missing, with the command that helps, where something cannot be had."""
    if not sys.platform.startswith("linux"):
        raise Missing("The VS Code journey runs on Linux: code-server is built there.")
    chromium = _system()
    home = _home()
    node = _node(home)
    modules = _code_server(home, node)
    return Tools(node, modules / "code-server/out/node/entry.js", modules, chromium)


def install_all() -> None:
    """What every journey needs, so that none waits for it."""
    install()
    basedpyright()


def basedpyright() -> Path:
    """The server of the type checker that people run beside ours."""
    return _npm_ci(_home(), "basedpyright", {}) / "basedpyright/langserver.index.js"


def _home() -> Path:
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "django-cheatsheet" / "tools"


def _system() -> str:
    """Chromium's path; all missing system packages are installed in one go."""
    wanted = {
        "chromium": shutil.which("chromium"),
        "fonts-dejavu-core": Path("/usr/share/fonts/truetype/dejavu").exists(),
        "libkrb5-dev": Path(KERBEROS).exists(),
        "make": shutil.which("make"),
        "g++": shutil.which("g++"),
        "python3": shutil.which("python3"),
    }
    if packages := [name for name, found in wanted.items() if not found]:
        apt_install(*packages)
    return program("chromium", "chromium")


def _node(home: Path) -> Path:
    made = _npm_ci(home, "node24", {})
    chip = CHIPS.get(platform.machine().lower(), "")
    node = made / f"node-linux-{chip}" / "bin/node"
    if not node.exists():
        raise Missing(f"There is no package of Node 24 for {platform.machine()}.")
    return node


def _code_server(home: Path, node: Path) -> Path:
    # Compiled against the headers of its own Node, whatever the user's npmrc says.
    environment = {
        "PATH": f"{node.parent}{os.pathsep}{os.environ['PATH']}",
        "npm_config_nodedir": str(node.parents[1]),
    }
    return _npm_ci(home, "code_server", environment)


def _npm_ci(home: Path, name: str, environment: dict[str, str]) -> Path:
    """The modules of one lock file, in a folder named after its content; made in one piece."""
    locks = [HERE / name / "package.json", HERE / name / "package-lock.json"]
    done = home / f"{name}-{stamp.digest(locks)[:16]}"
    if not done.exists():
        print(f"installing {name.replace('_', '-')} into {done}", flush=True)
        made = done.with_name(f"{done.name}.part")
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir(parents=True)
        for file in (*locks, HERE / name / ".npmrc"):
            shutil.copy(file, made)
        _run(made, environment)
        made.rename(done)
    return done / "node_modules"


def _run(folder: Path, environment: dict[str, str]) -> None:
    command = [
        program("npm", "nodejs", "npm"),
        "ci",
        "--no-audit",
        "--no-fund",
        "--foreground-scripts",
    ]
    ended = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if ended.returncode:
        raise Missing(f"failed: {' '.join(command)}\n{(ended.stdout + ended.stderr)[-4000:]}")
