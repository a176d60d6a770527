"""The other servers, each of a pinned version in an environment of its own under `.cache/bench`.

They never share an environment: two of them need different releases of pygls. Django lies beside
each of them, because two read their knowledge from an installed Django.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from tools.setup import stamp
from tools.setup.system import ROOT, Missing, run

CACHE = ROOT / ".cache/bench"
LOCKS = Path(__file__).parent / "locks"


@dataclass(frozen=True)
class Environment:
    """Where a peer is installed; `missing` says why it is not."""

    home: Path
    version: str
    missing: str | None = None

    def program(self, name: str) -> str:
        folder = "Scripts" if sys.platform == "win32" else "bin"
        return str(self.home / folder / name)


def environment(name: str) -> Environment:
    """The peer's environment, made where it is not there yet."""
    lock = LOCKS / f"{name}.txt"
    home = CACHE / "peers" / name
    made = Environment(home, pinned(lock, name))
    value = stamp.digest([lock], sys.version)
    if stamp.is_current(home / ".made-from", value):
        return made
    try:
        _make(made, lock)
    except Missing as error:
        return Environment(home, made.version, missing=_reason(str(error)))
    stamp.keep(home / ".made-from", value)
    return made


def pinned(lock: Path, name: str) -> str:
    """The version that a lock file states."""
    found = re.search(rf"^{name}==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    assert found, f"{lock} does not pin {name}"
    return found[1]


def _make(made: Environment, lock: Path) -> None:
    print(f"installing {lock.stem} {made.version} into .cache/bench", file=sys.stderr, flush=True)
    made.home.parent.mkdir(parents=True, exist_ok=True)
    run(sys.executable, "-m", "venv", "--clear", made.home)
    run(made.program("python"), "-m", "pip", "install", "-q", "--require-hashes", "-r", lock)


def _reason(message: str) -> str:
    """The last line of what pip said, short enough for a table."""
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    return lines[-1][:100] if lines else "unknown"
