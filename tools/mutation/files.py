"""Words of templates, commands and configuration files that must be spelt as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.mutation.points import Point

# Context the writer of a template may name at will is left alone; these are the documented ones.
OBJECTS = r"book|author|user|form|page_obj|request|tag|publisher|review|forloop|perms|field"


def _all(kind: str, pattern: str, code: str, new: str | None = None) -> Iterator[Point]:
    for found in re.finditer(pattern, code, re.MULTILINE):
        yield Point(kind, found.start(1), found[1], new)


def template(code: str) -> Iterator[Point]:
    code = re.sub(r"\{#.*?#\}", lambda m: " " * len(m[0]), code)
    for inside in re.finditer(r"\{[%{].*?[%}]\}", code):
        text = re.sub(r'"[^"]*"', lambda m: '"' + "." * (len(m[0]) - 2) + '"', inside[0])
        for point in [
            *_all("filter", r"\|\s*(\w+)", text),
            *_all("variable", rf"(?<![.\w|])(?:{OBJECTS})\.([a-z_]+)", text),
            *_all("operator", r"\s(==|!=|<=|>=)\s", text, "=>"),
            *_all("operator", r"^\{% (?:el)?if .*\s(and|or|not|in)\s", text),
        ]:
            yield Point(point.kind, inside.start() + point.start, point.old, point.new)
    yield from _all("tag", r"\{% *(?!end)([a-z_]+)", code)
    yield from _all("end tag", r"(\{% *end[a-z]+[^%]*%\})", code, "")
    yield from _all("library", r"\{% load (?:\w+ from )?([a-z_0-9]+)", code)
    yield from _all("URL name", r"\{% url ['\"]\w+:(\w+)", code)
    yield from _all("delimiter", r"( ?%\})", code, " }")


def shell(code: str) -> Iterator[Point]:
    code = re.sub(r"(?m)(^|\s)#.*", lambda m: " " * len(m[0]), code)
    yield from _all("flag", r"\s(--[a-z][a-z-]+)", code)
    yield from _all(
        "command", r"(?:manage\.py|django-admin|-m django|pip|systemctl) ([a-z_]+)", code
    )
    yield from _all("program", r"^(?:\$ )?(?:sudo )?([a-z][a-z0-9-]+) ", code)


def systemd(code: str) -> Iterator[Point]:
    yield from _all("directive", r"^([A-Z]\w+)=", code)
    yield from _all("section", r"^\[(\w+)\]", code)
    yield from _all("value", r"^(?:Restart|Type|WantedBy|KillMode)=(\S+)", code)


def nginx(code: str) -> Iterator[Point]:
    code = re.sub(r"#.*", lambda m: " " * len(m[0]), code)
    yield from _all("directive", r"^\s*([a-z_0-9]+)\s", code)
    yield from _all("punctuation", r"([;{}])\s*$", code, "")
    yield from _all("variable", r"(\$[a-z_]+)", code)


def dockerfile(code: str) -> Iterator[Point]:
    yield from _all("instruction", r"^([A-Z]+) ", code)
    yield from _all("flag", r"\s(--[a-z][a-z-]+)", code)


def requirements(code: str) -> Iterator[Point]:
    yield from _all("operator", r"(>=|<=|==|~=)", code, "=>")
    yield from _all("distribution", r"^([A-Za-z][\w-]+)", code)
