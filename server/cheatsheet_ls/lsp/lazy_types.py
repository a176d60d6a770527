"""Import `lsprotocol.types` without compiling its 550 classes; attrs builds each at its first use.

A session uses about a third of them, and building all takes two thirds of what starting a server
on pygls costs. While the module is imported, `attrs.define` only marks a class; the first instance,
or the first look at its fields, has attrs define it for good. Where that is not possible (another
lsprotocol) the classes are built as they always were.
"""

from __future__ import annotations

import sys
from threading import RLock
from typing import Any

import attrs

_FIELDS = "__attrs_attrs__"  # where `attrs.fields` and `attrs.has` look
_define = attrs.define
_lock = RLock()


def install() -> None:
    """Import the module, once; without effect where somebody imported it before."""
    if "lsprotocol.types" in sys.modules:
        return
    attrs.define = _mark  # type: ignore[assignment]
    try:
        from lsprotocol import types
    finally:
        attrs.define = _define
    from lsprotocol import _hooks

    if hasattr(_hooks, "_resolved_forward_references"):
        _hooks._resolved_forward_references = True  # `_build` does it, class by class
    else:
        for cls in types.ALL_TYPES_MAP.values():
            attrs.has(cls)  # type: ignore[arg-type]


def _mark(cls: type | None = None, **options: Any) -> Any:
    """What `attrs.define` does for the time being."""
    if cls is None or options or "__init__" in cls.__dict__:
        return _define(cls, **options)

    def first(self: Any, *args: Any, **kwargs: Any) -> None:
        _build(cls)
        cls.__init__(self, *args, **kwargs)  # type: ignore[misc]

    cls.__init__ = first  # type: ignore[misc]
    setattr(cls, _FIELDS, _Fields(cls))
    return cls


class _Fields:
    """Stands where the fields will be, and puts them there when somebody looks."""

    def __init__(self, cls: type) -> None:
        self._cls = cls

    def __get__(self, instance: object, owner: type) -> Any:
        _build(self._cls)
        return getattr(owner, _FIELDS)


def _build(cls: type) -> None:
    """attrs' own class: its methods, its fields, their types with no name left unresolved."""
    with _lock:
        if not isinstance(cls.__dict__.get(_FIELDS), _Fields):
            return
        del cls.__init__  # type: ignore[misc]
        delattr(cls, _FIELDS)
        home, cls.__module__ = cls.__module__, ""  # each `__init__` would keep a copy of its names
        _define(cls, slots=False)  # in place: others hold the class already
        cls.__module__ = home
        attrs.resolve_types(cls, sys.modules[home].ALL_TYPES_MAP)
