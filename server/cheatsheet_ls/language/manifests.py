"""What a manifest says about Django: pure functions from a file's text to a `Pin`.

    requirements("Django>=4.2,<6\\n")        Pin("4.2", "5.2", line=1)

One function for each kind of file. A file that is broken or does not mention Django gives None.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cheatsheet_ls.language.releases import allowed, compare, release_of

REQUIREMENT = re.compile(r"^\s*django\s*(?:\[[^\]]*\])?\s*(?P<rest>.*)$", re.IGNORECASE)
ADDRESS = re.compile(r"(?:[Dd]jango-|@(?:stable/|v)?|/tags/)(\d+\.\d+(?:\.\d+)*)")
LOCKED = re.compile(
    r"^\[\[packages?\]\]\s*^name\s*=\s*[\"']django[\"']\s*^version\s*=\s*[\"']([^\"']+)[\"']",
    re.IGNORECASE | re.MULTILINE,
)
PIPFILE_LOCK = re.compile(
    r"\"django\"\s*:\s*\{[^{}]*?\"version\"\s*:\s*\"([^\"]+)\"", re.IGNORECASE
)
DJANGO_LINE = re.compile(r"^[ \t]*django\b[^\n]*(?:\\\n[^\n]*)?", re.IGNORECASE | re.MULTILINE)
INCLUDE = re.compile(r"^[ \t]*(?:-r|-c|--requirement|--constraint)[ \t=]*(\S+)", re.MULTILINE)
QUOTED = re.compile(r"[\"'](django\s*(?:\[[^\]]*\])?\s*[<>=~!^][^\"';]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pin:
    """The oldest and newest release line allowed, and the line (1-based) that says so."""

    low: str
    high: str
    line: int

    @property
    def exact(self) -> bool:
        return self.low == self.high


def lock(text: str) -> Pin | None:
    """uv.lock, poetry.lock, pdm.lock, pylock.toml; forks for several platforms count together."""
    return together(
        pin(f"=={found[1]}", line_at(text, found.start(1))) for found in LOCKED.finditer(text)
    )


def pipfile_lock(text: str) -> Pin | None:
    found = PIPFILE_LOCK.search(text)
    return pin(found[1], line_at(text, found.start(1))) if found else None


def requirements(text: str) -> Pin | None:
    """requirements.txt and .in: the first line that names Django with a version."""
    lines = ((found[0], line_at(text, found.start())) for found in DJANGO_LINE.finditer(text))
    return next((found for line, number in lines if (found := named(line, number))), None)


def includes(text: str) -> list[str]:
    """The further files a requirements file names, as written."""
    return [found[1] for found in INCLUDE.finditer(text)]


def pyproject(text: str) -> Pin | None:
    """PEP 621, dependency groups, Poetry, PDM, uv, Hatch; what is always needed comes first."""
    return next(
        (found for said in pyproject_says(toml(text)) if (found := placed(said, text))), None
    )


def pipfile(text: str) -> Pin | None:
    data = toml(text)
    tables = (data.get("packages"), data.get("dev-packages"))
    said = (value for table in tables for value in table_says(table))
    return next((found for value in said if (found := placed(value, text))), None)


def setup_cfg(text: str) -> Pin | None:
    """`install_requires`, on one line or below one another."""
    inside = ""
    for number, line in enumerate(text.splitlines(), 1):
        key = re.match(r"([\w.]+)\s*[=:]\s*(.*)$", line)
        inside = key[1] if key else inside if line[:1].isspace() else ""
        words = key[2] if key else line
        if inside in ("install_requires", "requires_dist") and (found := named(words, number)):
            return found
    return None


def setup_py(text: str) -> Pin | None:
    """A quoted requirement anywhere in the file; the file is not run."""
    pins = (named(found[1], line_at(text, found.start(1))) for found in QUOTED.finditer(text))
    return next((found for found in pins if found), None)


def named(line: str, number: int) -> Pin | None:
    """The pin of a requirement line, where that requirement is Django."""
    words = re.split(r"\s#|^#|\s--hash|\\\s*\n\s*--hash", line)[0].replace("\\\n", " ")
    found = REQUIREMENT.match(words)
    if not found:
        return None
    rest = found["rest"].strip()
    if rest.startswith("@"):
        address = ADDRESS.search(rest)
        return pin(f"=={address[1]}", number) if address else None
    return pin(rest.split(";")[0], number) if re.match(r"[<>=~!(^]", rest) else None


def pin(requirement: str, line: int) -> Pin | None:
    lines = allowed(requirement)
    return Pin(*lines, line) if lines else None


def together(pins: Iterable[Pin | None]) -> Pin | None:
    found = [pin for pin in pins if pin]
    if not found:
        return None
    low, high = found[0], found[0]
    for other in found[1:]:
        low = other if compare(other.low, low.low) < 0 else low
        high = other if compare(other.high, high.high) > 0 else high
    return Pin(low.low, high.high, found[0].line)


def toml(text: str) -> dict[str, Any]:
    """The parsed file, or nothing where it is broken."""
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return {}


def pyproject_says(data: dict[str, Any]) -> Iterator[str]:
    """Requirements for Django as written, in the order they count."""
    project, tool = table(data, "project"), table(data, "tool")
    poetry = table(tool, "poetry")
    yield from list_says(project.get("dependencies"))
    yield from table_says(poetry.get("dependencies"))
    for group in table(poetry, "group").values():
        yield from table_says(group.get("dependencies") if isinstance(group, dict) else None)
    yield from table_says(poetry.get("dev-dependencies"))
    groups = (
        table(project, "optional-dependencies"),
        table(data, "dependency-groups"),
        table(tool, "pdm", "dev-dependencies"),
    )
    for names in groups:
        for dependencies in names.values():
            yield from list_says(dependencies)
    yield from list_says(table(tool, "uv").get("dev-dependencies"))
    for environment in table(tool, "hatch", "envs").values():
        yield from list_says(
            environment.get("dependencies") if isinstance(environment, dict) else None
        )


def table(data: dict[str, Any], *names: str) -> dict[str, Any]:
    for name in names:
        inner = data.get(name)
        data = inner if isinstance(inner, dict) else {}
    return data


def list_says(dependencies: Any) -> Iterator[str]:
    """Requirement strings that are about Django."""
    for text in dependencies if isinstance(dependencies, list) else ():
        if isinstance(text, str) and named(text, 0):
            yield text


def table_says(dependencies: Any) -> Iterator[str]:
    """`django = "^5.1"`, `django = {version = "^5.1"}` or a list of such tables."""
    for name, value in dependencies.items() if isinstance(dependencies, dict) else ():
        if name.lower() == "django":
            for one in value if isinstance(value, list) else [value]:
                version = one.get("version") if isinstance(one, dict) else one
                if isinstance(version, str):
                    yield version


def placed(said: str, text: str) -> Pin | None:
    """The pin of what was said, at the line where it stands."""
    found = named(said, 1) or pin(said, 1)
    spellings = (said, json.dumps(said)[1:-1])
    lines = [number for number, words in enumerate(text.splitlines(), 1) if "jango" in words]
    texts = text.splitlines()
    matching = (n for n in lines if any(spelling in texts[n - 1] for spelling in spellings))
    line = next(matching, lines[0] if lines else 1)
    return Pin(found.low, found.high, line) if found else None


def line_at(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def installed(folder_name: str) -> str | None:
    """The release in the name of a metadata folder: `Django-5.2.3.dist-info` → `5.2`."""
    found = re.match(
        r"django-(\d[\w.]*?)(?:-py[\d.]+)?\.(?:dist|egg)-info$", folder_name, re.IGNORECASE
    )
    return release_of(found[1]) if found else None
