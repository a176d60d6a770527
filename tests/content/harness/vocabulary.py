"""Every identifier that Django, Python and the project use: what is not there is a slip."""

from __future__ import annotations

import gc
import re
import sys
import types
from collections.abc import Iterator

KNOWN: set[str] = set()


def learn() -> None:
    """Reads the names out of all that is loaded; done once, before examples are forked."""
    gc.unfreeze()  # what is frozen is not listed
    KNOWN.update(_words(""))
    gc.freeze()


def unknown(words: set[str], own_file: str) -> set[str]:
    """Words that occur nowhere; modules the example has just imported are asked as well."""
    missing = words - KNOWN
    return missing - set(_words(own_file)) if missing else missing


def _words(own_file: str) -> Iterator[str]:
    """Names in code, and keys and texts of classes and modules, without the example's own."""
    own = {n for n, m in list(sys.modules.items()) if _is_of(m, own_file)}
    for thing in (*gc.get_objects(), *object.__subclasses__()):
        if type(thing) is types.FunctionType:  # isinstance() would wake lazy objects
            yield from _code_words(thing.__code__, own_file)
        elif issubclass(type(thing), type) and thing.__module__ not in own:
            for key, value in list(type.__getattribute__(thing, "__dict__").items()):
                yield from _text(key)
                yield from _text(value)
    for name, module in list(sys.modules.items()):
        if name not in own:
            yield from name.split(".")
            yield from (key for key in list(vars(module)) if isinstance(key, str))


def _is_of(module: object, own_file: str) -> bool:
    return bool(own_file) and getattr(module, "__file__", None) == own_file


def _code_words(code: types.CodeType, own_file: str) -> Iterator[str]:
    if code.co_filename == own_file:
        return
    yield from code.co_names
    yield from code.co_varnames
    for value in code.co_consts:
        if isinstance(value, types.CodeType):
            yield from _code_words(value, own_file)
        else:
            yield from _text(value)


def _text(value: object) -> Iterator[str]:
    if isinstance(value, str) and len(value) < 60 and re.fullmatch(r"[\w.-]+", value):
        yield value
    elif isinstance(value, (tuple, frozenset)):
        for part in value:
            if isinstance(part, str):
                yield part
