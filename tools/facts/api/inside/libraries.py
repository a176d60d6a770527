"""Lets GeoDjango be imported without GDAL and GEOS: only its Python side is read."""

from __future__ import annotations

import ctypes
from typing import Any

NAMES = {"gdal": "facts-gdal", "geos": "facts-geos"}


class Function:
    """A foreign function that is declared and never really called, but for its version."""

    def __call__(self, *args: Any) -> bytes:
        return b"3.9.0"


class Library:
    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Function:
        if name.startswith("__"):
            raise AttributeError(name)
        function = Function()
        setattr(self, name, function)
        return function

    def __getitem__(self, name: str) -> Function:
        return getattr(self, name)  # type: ignore[no-any-return]


def pretend() -> None:
    """Answer `CDLL` for the two names that the project's settings give; leave the rest alone."""
    real = ctypes.CDLL

    def load(name: Any, *args: Any, **kwargs: Any) -> Any:
        return Library(name) if name in NAMES.values() else real(name, *args, **kwargs)

    ctypes.CDLL = load  # type: ignore[assignment,misc]
