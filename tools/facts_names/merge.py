"""Brings the facts of all releases together: one record a name, with what changed when."""

from __future__ import annotations

import json
from typing import Any

from . import known
from .docs.anchors import Anchor
from .releases import NEWEST, RELEASES, part

Facts = dict[str, Any]
LEVELS = {"D": "debug", "I": "info", "W": "warning", "E": "error", "C": "critical"}


def merge_all(documented: dict[str, list[Anchor]]) -> dict[str, Facts]:
    """Every table by its file name. `documented`: what each release's documentation names."""
    raw = {release: json.loads(part(release).read_text("utf-8")) for release in RELEASES}
    addons = json.loads(part("addons").read_text("utf-8"))
    deprecated = deprecations(documented)
    tables = {
        "settings": settings(raw, addons, documented),
        **templates(raw, addons),
        "commands": commands(raw, addons),
        "lookups": across({r: raw[r]["lookups"] for r in RELEASES}, "lookup"),
        "converters": across({r: raw[r]["formats"]["converters"] for r in RELEASES}, "converter"),
        "dates": across({r: raw[r]["formats"]["dates"] for r in RELEASES}, "date"),
        "meta": meta(raw, addons),
        "checks": checks(raw, addons, documented),
        "apps": {**across({r: raw[r]["apps"] for r in RELEASES}, "app"), **addons["apps"]},
        "environment": across({r: raw[r]["environment"] for r in RELEASES}, "env"),
        "urls": urls(raw, addons),
        "permissions": across({r: raw[r]["permissions"] for r in RELEASES}, "permission"),
        "packages": packages(addons),
        "variables": {name: dict(facts) for name, facts in known.VARIABLES.items()},
    }
    for kind, prefix in PREFIXES.items():
        mark(tables[kind], prefix, deprecated)
    return tables


PREFIXES = {
    "settings": "setting",
    "tags": "tag",
    "filters": "filter",
    "libraries": "library",
    "lookups": "lookup",
    "variables": "variable",
    "meta": "meta",
}


def across(releases: dict[str, Facts], kind: str) -> Facts:
    """The newest facts of each name, with `since` and `removed` where it was not always there."""
    found: Facts = {}
    for release, facts in releases.items():
        for name, record in facts.items():
            found[name] = {**record, "_in": [*found.get(name, {}).get("_in", []), release]}
    return {name: dated(record) for name, record in sorted(found.items())}


def dated(record: Facts) -> Facts:
    present = record.pop("_in")
    if present[0] != RELEASES[0]:
        record["since"] = present[0]
    if present[-1] != NEWEST:
        record["removed"] = RELEASES[RELEASES.index(present[-1]) + 1]
    return record


def deprecations(documented: dict[str, list[Anchor]]) -> dict[str, str]:
    found = dict(known.DEPRECATED)
    for anchors in documented.values():
        found |= {anchor.symbol: anchor.deprecated for anchor in anchors if anchor.deprecated}
    return found


def mark(table: Facts, prefix: str, deprecated: dict[str, str]) -> None:
    for name, records in table.items():
        symbol = f"{prefix}:{name}"
        for record in records if isinstance(records, list) else [records]:
            if symbol in deprecated and record.get("package", "django") == "django":
                record["deprecated"] = deprecated[symbol]
            if symbol in known.INSTEAD:
                record["instead"] = known.INSTEAD[symbol]
            if symbol in known.SINCE:
                record["since"] = known.SINCE[symbol]


def settings(raw: Facts, addons: Facts, documented: dict[str, list[Anchor]]) -> Facts:
    releases = {}
    for release in RELEASES:
        told = {
            anchor.symbol.removeprefix("setting:"): {"default": anchor.default, "package": "django"}
            for anchor in documented[release]
            if anchor.symbol.startswith("setting:")
        }
        releases[release] = told | raw[release]["settings"]
    found = across(releases, "setting")
    for name, record in found.items():
        defaults = {
            r: raw[r]["settings"][name]["default"] for r in RELEASES if name in raw[r]["settings"]
        }
        if len(set(defaults.values())) > 1:
            record["defaults"] = changes(defaults)
    for outer, keys in known.KEYS.items():
        for key, default in keys.items():
            record = found.setdefault(f"{outer}.{key}", {"default": default, "package": "django"})
            record["default"] = record["default"] or default
            inherit(record, found.get(outer, {}))
    for name, (deprecated, removed, instead) in known.OLD_SETTINGS.items():
        facts = {"default": None, "deprecated": deprecated, "removed": removed, "instead": instead}
        found[name] = {key: value for key, value in facts.items() if value or key == "default"}
        found[name]["package"] = "django"
    for key, default in known.PROVIDER_KEYS.items():
        record = {"default": default, "package": "django-allauth"}
        addons["settings"][f"SOCIALACCOUNT_PROVIDERS.{key}"] = record
    return dict(sorted({**addons["settings"], **found}.items()))


def changes(values: dict[str, str | None]) -> list[list[str | None]]:
    """The releases that changed a value, with what it has been since."""
    found: list[list[str | None]] = []
    for release, value in values.items():
        if not found or found[-1][1] != value:
            found.append([release, value])
    return found


def inherit(record: Facts, outer: Facts) -> None:
    """A key is no older than the setting that holds it."""
    for word in ("since", "removed"):
        if word in outer and word not in record:
            record[word] = outer[word]


def templates(raw: Facts, addons: Facts) -> dict[str, Facts]:
    releases = {r: raw[r]["templates"] for r in RELEASES}
    names = sorted({name for libraries in releases.values() for name in libraries})
    libraries = across(releases, "library")
    tags: Facts = {}
    filters: Facts = {}
    for name in names:
        for word, table in (("tags", tags), ("filters", filters)):
            members = across({r: releases[r].get(name, {}).get(word, {}) for r in RELEASES}, word)
            collect(table, name, "django", members)
            libraries[name][word] = sorted(members)
    for name, facts in addons["templates"].items():
        collect(tags, name, facts["package"], facts["tags"])
        collect(filters, name, facts["package"], facts["filters"])
        libraries[name] = {
            **facts,
            "tags": sorted(facts["tags"]),
            "filters": sorted(facts["filters"]),
        }
    old_libraries(libraries, tags)
    return {
        "libraries": libraries,
        "tags": dict(sorted(tags.items())),
        "filters": dict(sorted(filters.items())),
    }


def collect(table: Facts, library: str, package: str, members: Facts) -> None:
    for name, facts in members.items():
        record = {"library": library, **facts}
        if package != "django":
            record["package"] = package
        table.setdefault(name, []).append(record)


def old_libraries(libraries: Facts, tags: Facts) -> None:
    for name, facts in known.OLD_LIBRARIES.items():
        gone = {"deprecated": "2.1", "removed": "3.0"}
        libraries[name] = {
            **facts,
            "tags": sorted(facts["tags"]),
            "filters": [],
            "package": "django",
            **gone,
        }
        for tag, path in facts["tags"].items():
            tags[tag].append({"library": name, "path": path, **gone})


def commands(raw: Facts, addons: Facts) -> Facts:
    releases = {r: raw[r]["commands"] for r in RELEASES}
    found = across(releases, "command")
    for name, record in found.items():
        record["options"] = across(
            {r: releases[r].get(name, {}).get("options", {}) for r in RELEASES}, "option"
        )
    add_deprecated(found)
    return {
        **found,
        **{name: facts for name, facts in addons["commands"].items() if name not in found},
    }


def add_deprecated(found: Facts) -> None:
    for symbol, release in known.DEPRECATED.items():
        name, _, flag = symbol.removeprefix("command:").partition(" ")
        if symbol.startswith("command:"):
            record = found[name]["options"][flag] if flag else found[name]
            record["deprecated"] = release


def meta(raw: Facts, addons: Facts) -> Facts:
    found: Facts = {}
    for kind in ("model", "form"):
        for name, facts in across({r: raw[r]["meta"][kind] for r in RELEASES}, "meta").items():
            found[f"{kind}.{name}"] = facts
    for name, default in known.SERIALIZER_META.items():
        found[f"serializer.{name}"] = {"default": default, "package": "djangorestframework"}
    for name, facts in addons["meta"]["filterset"].items():
        found[f"filterset.{name}"] = {**facts, "package": "django-filter"}
    return found


def checks(raw: Facts, addons: Facts, documented: dict[str, list[Anchor]]) -> Facts:
    releases = {r: raw[r]["checks"] for r in RELEASES}
    found = {**across(releases, "check"), **addons["checks"]}
    for anchors in documented.values():
        for anchor in anchors:
            kind, _, name = anchor.symbol.partition(":")
            if kind == "check":
                found.setdefault(name, {"module": None, "package": "django"})
    for name, record in found.items():
        record["level"] = LEVELS[name.rpartition(".")[2][0]]
    return dict(sorted(found.items()))


def urls(raw: Facts, addons: Facts) -> Facts:
    return {**across({r: raw[r]["urls"] for r in RELEASES}, "url"), **addons["urls"]}


def packages(addons: Facts) -> Facts:
    found = {name: {"module": module, "app": app} for name, (module, app) in known.PACKAGES.items()}
    return {name: {k: v for k, v in facts.items() if v} for name, facts in sorted(found.items())}
