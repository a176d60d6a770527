"""The filed names that are no Python paths against the packages: settings, tags, commands …"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from cheatsheet_ls.facts import names, strings
from cheatsheet_ls.facts.defaults import exists
from cheatsheet_ls.model import Versions
from tools.facts.fresh import environments

SCRIPT = "tools/facts_names/inside/collect.py"
Real = dict[str, Any]
COMPANIONS = "addons"


def differences(release: str, which: str = "django") -> tuple[int, list[str]]:
    """How many names were compared, and what is wrong; `which` is "django" or COMPANIONS."""
    real = environments.read(release, SCRIPT, which)
    found: list[str] = []
    count = 0
    for kind, told in KINDS.items():
        table = real_names(kind, real)
        count += len(table)
        for name, record in table.items():
            found += [f"{kind}:{name}: {wrong}" for wrong in told(name, record, release)]
        if which == "django" and kind in WHOLE:
            found += [f"{kind}:{name}: is missing" for name in too_many(kind, table, release)]
    return count, found


def real_names(kind: str, real: Real) -> dict[str, Any]:
    """Tags and filters by library; the rest by name."""
    if kind in ("tag", "filter"):
        return {
            f"{library}.{name}": record
            for library, facts in real["templates"].items()
            for name, record in facts[kind + "s"].items()
        }
    return dict(PLACES[kind](real))


def too_many(kind: str, table: Real, release: str) -> Iterator[str]:
    """What is filed for the release and is not there."""
    for name in names.names(kind):
        for path, record in filed(kind, name):
            if record.package == "django" and exists(record.versions, release):
                if path not in table:
                    yield path


def filed(kind: str, name: str) -> list[tuple[str, Any]]:
    if kind in ("tag", "filter"):
        found = names.tag(name) if kind == "tag" else names.filter_(name)
        return [(f"{record.library}.{name}", record) for record in found]
    record = names.command(name) if kind == "command" else names.app(name)
    return [(name, record)] if record else []


def setting(name: str, real: Real, release: str) -> Iterator[str]:
    record = names.setting(name)
    yield from presence(record, release)
    if record and record.default_in(release) != real["default"]:
        yield f"default is {real['default']}, filed as {record.default_in(release)}"


def tag(path: str, real: Real, release: str) -> Iterator[str]:
    record = in_library(names.tag, path)
    yield from presence(record, release)
    if record and (record.closing, list(record.intermediate)) != (
        real.get("closing"),
        real.get("intermediate", []),
    ):
        yield f"closes with {real.get('closing')}, filed as {record.closing}"


def filter_(path: str, real: Real, release: str) -> Iterator[str]:
    record = in_library(names.filter_, path)
    yield from presence(record, release)
    if record and record.argument != real.get("argument", "none"):
        yield f"argument is {real.get('argument')}, filed as {record.argument}"


def command(name: str, real: Real, release: str) -> Iterator[str]:
    record = names.command(name)
    yield from presence(record, release)
    if record and record.package != real["package"]:
        return  # another package has a command of that name, too
    options = record.options if record else ()
    flags = {option.name for option in options if exists(option.versions, release)}
    yield from (f"flag {flag} is not filed" for flag in sorted({*real["options"]} - flags))
    yield from (f"flag {flag} is missing" for flag in sorted(flags - {*real["options"]}))


def plain(kind: str) -> Callable[[str, Real, str], Iterator[str]]:
    readers = {
        "lookup": names.lookup,
        "converter": names.converter,
        "date": names.date_letter,
        "check": names.check_id,
        "app": names.app,
        "env": strings.environment,
        "url": strings.url_name,
    }

    def told(name: str, real: Real, release: str) -> Iterator[str]:
        yield from presence(readers[kind](name), release)

    return told


def meta(name: str, real: Real, release: str) -> Iterator[str]:
    record = names.meta_option(*name.split(".", 1))
    yield from presence(record, release)


def presence(record: Any, release: str) -> Iterator[str]:
    if record is None:
        yield "is not filed"
    elif not exists(getattr(record, "versions", Versions()), release):
        yield f"is there, filed as {record.versions}"


def in_library(read: Callable[[str], Iterable[Any]], path: str) -> Any:
    library, _, name = path.rpartition(".")
    return next((record for record in read(name) if record.library == library), None)


PLACES: dict[str, Callable[[Real], dict[str, Any]]] = {
    "setting": lambda real: real["settings"],
    "command": lambda real: {k: v for k, v in real["commands"].items() if k != names.COMMON},
    "lookup": lambda real: real["lookups"],
    "converter": lambda real: real["formats"].get("converters", {}),
    "date": lambda real: real["formats"].get("dates", {}),
    "meta": lambda real: {
        f"{kind}.{name}": record
        for kind, options in real["meta"].items()
        for name, record in options.items()
    },
    "check": lambda real: real["checks"],
    "app": lambda real: real["apps"],
    "env": lambda real: real["environment"],
    "url": lambda real: real["urls"],
}
KINDS: dict[str, Callable[[str, Real, str], Iterator[str]]] = {
    "setting": setting,
    "tag": tag,
    "filter": filter_,
    "command": command,
    "meta": meta,
    **{kind: plain(kind) for kind in ("lookup", "converter", "date", "check", "app", "env", "url")},
}
WHOLE = ("tag", "filter", "command", "app")
