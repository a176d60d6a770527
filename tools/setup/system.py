"""Programs and system packages: found, installed as root, or named in an error."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Missing(Exception):
    """Something the machine lacks; the message names the command that brings it."""


def run(*command: str | Path, cwd: Path = ROOT) -> None:
    """Runs quietly; on failure the output is the message."""
    words = [str(word) for word in command]
    ended = subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise Missing(f"failed: {' '.join(words)}\n{(ended.stdout + ended.stderr)[-4000:]}")


def apt_install(*packages: str) -> None:
    """Installs system packages as root, else says which command does."""
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not is_root or not shutil.which("apt-get"):
        raise Missing(f"Missing on this machine; run: sudo apt-get install {' '.join(packages)}")
    print(f"installing {' '.join(packages)}", flush=True)
    run("apt-get", "update", "-qq")
    run(*command)


def program(name: str, *packages: str) -> str:
    """The path of a program, installed first where it is missing."""
    if not shutil.which(name):
        apt_install(*packages)
    found = shutil.which(name)
    if not found:
        raise Missing(f"{name} is not on the PATH, though {' '.join(packages)} is installed")
    return found
