"""Whether something made from files is still up to date: a hash of them, kept beside the result."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest(files: Iterable[Path], *words: str) -> str:
    summed = hashlib.sha256("\0".join(words).encode())
    for file in files:
        summed.update(file.read_bytes())
    return summed.hexdigest()


def is_current(stamp: Path, value: str) -> bool:
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == value


def keep(stamp: Path, value: str) -> None:
    stamp.write_text(value, encoding="utf-8")
