"""Which Django releases the sheet is tried on, and the Python that runs each."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RELEASES = ("4.2", "5.2", "6.0", "6.1")


def python_of(release: str) -> Path:
    """The interpreter of the release's environment; made by `make setup`, perhaps missing."""
    return ROOT / ".venvs" / f"django-{release}" / "bin" / "python"


def installed() -> list[str]:
    return [release for release in RELEASES if python_of(release).exists()]


def as_number(release: str) -> tuple[int, ...]:
    """For comparing: 4.2 < 5.0 < 6.1 < 2028."""
    return tuple(int(part) for part in release.split("."))
