"""Files as bytes, where that is safe: ordinary files only, of a sensible size, inside their folder.

A workspace is somebody else's. A pipe called `models.py` must not hang the server, a link must not
show what lies elsewhere, and no file is large enough to fill the memory.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(path: Path, most: int, inside: Path | None) -> bytes | None:
    """None for what is not there, no file, longer than `most`, or leads out of `inside`."""
    found = _read(path, most, inside)
    return None if found is None or len(found) > most else found


def read_head(path: Path, most: int, inside: Path | None) -> bytes:
    """The first bytes; none where there is nothing to read."""
    return (_read(path, most, inside) or b"")[:most]


def _read(path: Path, most: int, inside: Path | None) -> bytes | None:
    """At most one byte more than `most`."""
    try:
        if inside is not None and not path.resolve().is_relative_to(inside.resolve()):
            return None
        # Opened without waiting: a pipe would let us wait for somebody who writes.
        descriptor = os.open(path, _FLAGS)
        with open(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return None
            return file.read(most + 1)
    except (OSError, RuntimeError, ValueError):
        return None
