"""Names of distributions in lists of packages: requirements files, `pyproject.toml`, `Pipfile` …

Each format says in its own way what is a name; all of them write one requirement as
`name[extra]>=1.0; marker`.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from cheatsheet_ls.language.text.lines import line_at
from cheatsheet_ls.model import Span

_REQUIREMENT = re.compile(
    r"\s*(?P<name>[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)(?=\s*(?:$|[\[<>=!~;@,(#]))"
)
_SECTION = re.compile(r"\s*\[{1,2}(?P<name>[^\[\]]+)\]{1,2}\s*(?:#.*)?$")
_KEY = re.compile(r"\s*(?P<key>[\w.-]+|\"[^\"]+\"|'[^']+')\s*[=:]")
_DJANGO = re.compile(r"(?<![\w.-])django(?![\w.-])", re.IGNORECASE)
_STOP = re.compile(r"\s*;|\s#|\s+--hash|\s*\\$")
_STRING = re.compile(r"\"(?P<double>[^\"]*)\"?|'(?P<single>[^']*)'?")

# Tables of a TOML file whose keys are distributions, and keys whose arrays hold requirements.
_TABLES = re.compile(r"tool\.poetry(\.group\.[\w-]+)?\.(dev-)?dependencies|(dev-)?packages")
_ARRAY_TABLES = re.compile(r"project\.optional-dependencies|dependency-groups|tool\.pdm\.dev-.*")
_ARRAYS = frozenset({"dependencies", "requires", "dev-dependencies", "constraint-dependencies"})
_CFG_KEYS = frozenset({"install_requires", "setup_requires", "tests_require", "deps", "requires"})


def package_at(source: str, offset: int, path: PurePath | None) -> Span | None:
    """The span of the name under the cursor, None elsewhere."""
    name = path.name.lower() if path is not None else ""
    start, line = line_at(source, offset)
    if name.endswith(".toml") or name == "pipfile":
        found = _in_toml(source, start, line, offset)
    elif name.endswith((".cfg", ".ini")):
        found = _in_cfg(source, start, line)
    else:
        found = _requirement(line, start)
    return found if found is not None and found.start <= offset <= found.end else None


def django_line_at(source: str, offset: int, path: PurePath | None) -> Span | None:
    """Django's whole requirement, with the cursor on its version: `Django[bcrypt]>=5.2,<6`."""
    start, line = line_at(source, offset)
    for word in _DJANGO.finditer(line):
        named = package_at(source, start + word.start(), path)
        if named is None or named.start != start + word.start():
            continue
        end = start + _requirement_end(line, word.start(), word.end())
        return Span(named.start, end) if offset <= end else None
    return None


def _requirement_end(line: str, start: int, end: int) -> int:
    """Where a requirement ends: at its closing quote, marker, hash or comment."""
    opened = line[start - 1 : start]
    if opened in ("'", '"') and line[end : end + 1] != opened:
        closing = line.find(opened, end)
        return closing if closing >= 0 else len(line)
    stop = _STOP.search(line, end)
    return len(line[: stop.start() if stop else len(line)].rstrip())


def _requirement(text: str, start: int) -> Span | None:
    found = _REQUIREMENT.match(text)
    return Span(start + found.start("name"), start + found.end("name")) if found else None


def _in_toml(source: str, start: int, line: str, offset: int) -> Span | None:
    section, key = _toml_context(source[:start])
    if _TABLES.fullmatch(section) and not key:
        named = _KEY.match(line)
        bare = named["key"].strip("\"'") if named else ""
        return _requirement(bare, start + line.index(bare)) if bare else None
    if not key and (named := _KEY.match(line)):
        key = named["key"].strip("\"'")
    if not (_ARRAY_TABLES.fullmatch(section) or key in _ARRAYS):
        return None
    for string in _STRING.finditer(line.partition(" #")[0]):
        if string.start() < offset - start <= string.end():
            return _requirement(
                string["double"] or string["single"] or "", start + string.start() + 1
            )
    return None


def _toml_context(before: str) -> tuple[str, str]:
    """The table that lines after this text belong to, and the key whose array is still open."""
    section = key = ""
    depth = 0
    for line in before.splitlines():
        if depth <= 0 and (header := _SECTION.match(line)):
            section = header["name"].replace('"', "").replace(" ", "")
            continue
        bare = _STRING.sub("", line).partition("#")[0]
        if depth <= 0 and (named := _KEY.match(line)):
            key, depth = named["key"].strip("\"'"), 0
        depth += bare.count("[") - bare.count("]")
    return section, key if depth > 0 else ""


def _in_cfg(source: str, start: int, line: str) -> Span | None:
    """Indented lines under `install_requires =`, and those of `[options.extras_require]`."""
    if not line[:1].isspace():
        named = _KEY.match(line)
        if named and named["key"] in _CFG_KEYS:
            return _requirement(line[named.end() :], start + named.end())
        return None
    section, key = _cfg_context(source[:start])
    if key not in _CFG_KEYS and section != "options.extras_require":
        return None
    factor = re.match(r"\s*[\w,{}!-]+:(?=\s)", line)  # tox: `dj52: Django~=5.2`
    skipped = factor.end() if factor else 0
    return _requirement(line[skipped:], start + skipped)


def _cfg_context(before: str) -> tuple[str, str]:
    section = key = ""
    for line in before.splitlines():
        if header := _SECTION.match(line):
            section, key = header["name"].strip(), ""
        elif line[:1].strip() and (named := _KEY.match(line)):
            key = named["key"]
    return section, key
