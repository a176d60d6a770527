"""Date format letters with a sample, and path converters with their pattern and Python type."""

from __future__ import annotations

import datetime
from typing import Any

SAMPLE = datetime.datetime(2026, 3, 7, 14, 5, 9, tzinfo=datetime.timezone.utc)
PATHS = {"int": "7", "str": "word", "slug": "a-word", "path": "a/b"}
UUID = "075194d3-6885-417e-a8a8-6c931e272f00"


def collect(which: str) -> dict[str, Any]:
    return {"dates": dates(), "converters": converters()} if which == "django" else {}


def dates() -> dict[str, Any]:
    from django.utils import dateformat

    found = {}
    for letter in filter(lambda name: len(name) == 1, dir(dateformat.DateFormat)):
        try:
            sample = dateformat.format(SAMPLE, letter)
        except NotImplementedError:
            continue
        found[letter] = {"sample": sample, "time": hasattr(dateformat.TimeFormat, letter)}
    return found


def converters() -> dict[str, Any]:
    from django.urls.converters import DEFAULT_CONVERTERS

    found = {}
    for name, converter in DEFAULT_CONVERTERS.items():
        value = converter.to_python(PATHS.get(name, UUID))
        kind = type(value)
        python = (
            kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
        )
        path = f"{type(converter).__module__}.{type(converter).__qualname__}"
        found[name] = {"regex": converter.regex, "type": python, "path": path}
    return found
