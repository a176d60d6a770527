"""Writes merged facts as compact JSON, one symbol a line, so that a new release is a readable diff.

    {"groups": {prefix: file}, …}          index.json
    {"modules": {module: {origin: "name name=other …"}}, "objects": {path: record}}

A record is `[kind, type, tokens, versions]` for a function (trailing empty parts are left out),
`[value, type, "", versions]` for a value and for a class an object of
`bases`, `init`, `up` (constructor keywords go to the bases, too), `members` and `versions`.
Tokens are those of `inside/signatures.py`, types after a colon: `request:PATH obj= **kwargs`.
Versions are `since/removed/deprecated/instead`; `keywords` holds those of single parameters.
"""

from __future__ import annotations

import json
from typing import Any

from tools.facts.api.groups import GROUPS, group_of

Record = dict[str, Any]
COUNTERS = {"creation_counter", "auto_creation_counter"}  # tell what was imported before


def files(facts: dict[str, Any], public: dict[str, str]) -> dict[str, str]:
    """File name → content of all data files."""
    groups: dict[str, dict[str, dict[str, Any]]] = {
        name: {"modules": {}, "objects": {}, "public": {}} for name in sorted(set(GROUPS.values()))
    }
    for module, content in sorted(facts["modules"].items()):
        groups[group_of(module)]["modules"][module] = module_record(module, content)
    for path, record in sorted(facts["objects"].items()):
        groups[group_of(path)]["objects"][path] = object_record(record)
    for path, spelling in sorted(public.items()):
        groups[group_of(path)]["public"][path] = spelling
    found = {f"{name}.json": render(content) for name, content in groups.items()}
    found["index.json"] = render({"groups": GROUPS, "releases": facts["releases"]})
    return found


def defaults_files(facts: dict[str, Any]) -> dict[str, str]:
    """File name → content: what is assumed where nothing is given, and what attributes hold.

    `params` of a callable leave out what is None in every release; a null says that only the code
    knows. A value that changed is a list of `[release, value]`.
    """
    found: dict[str, dict[str, Any]] = {
        name: {"params": {}, "attributes": {}} for name in sorted(set(GROUPS.values()))
    }
    for path, record in sorted(facts["objects"].items()):
        group = found[group_of(path)]
        of_class: dict[str, Record] = record.get("members", {})
        for callable_, one in [(path, record), *((f"{path}.{n}", m) for n, m in of_class.items())]:
            if "owner" in one:
                continue
            if told := told_defaults(one):
                group["params"][callable_] = told
        held = {name: one["value"] for name, one in sorted(of_class.items()) if one.get("value")}
        if held := {name: value for name, value in held.items() if name not in COUNTERS}:
            group["attributes"][path] = held
    return {f"{name}.json": render(content) for name, content in found.items()}


def told_defaults(record: Record) -> dict[str, Any]:
    """Of what is optional now, or was in some release."""
    known = record.get("defaults", {})
    found = {}
    for word in record.get("init") or record.get("params") or ():
        name = word.rstrip("=").lstrip("/")
        optional = word.endswith("=") and word[0] != "*"
        told = known.get(name)
        if (optional or isinstance(told, list)) and told != "None":
            found[name] = told
    return found


def render(content: dict[str, dict[str, Any]]) -> str:
    parts = []
    for section, entries in content.items():
        if isinstance(entries, dict):
            lines = ",\n".join(f"{dump(key)}:{dump(value)}" for key, value in entries.items())
            parts.append(f"{dump(section)}:{{\n{lines}\n}}")
        else:
            parts.append(f"{dump(section)}:{dump(entries)}")
    return "{" + ",\n".join(parts) + "}\n"


def dump(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def module_record(module: str, content: Record) -> dict[str, Any]:
    """Names by the module that defines them; "" stands for this one."""
    origins: dict[str, list[str]] = {}
    for name, path in sorted(content["names"].items()):
        origin, _, last = path.rpartition(".")
        origins.setdefault("" if origin == module else origin, []).append(
            name if name == last else f"{name}={last}"
        )
    record: dict[str, Any] = {origin: " ".join(names) for origin, names in sorted(origins.items())}
    if content["gone"]:
        record["-gone"] = content["gone"]
    if content["all"] is not None:
        record["-all"] = " ".join(content["all"])
    if versions(content):
        record["-versions"] = versions(content)
    return record


def object_record(record: Record) -> Any:
    if record["kind"] != "class":
        return member_record(record)
    found: dict[str, Any] = {"bases": " ".join(record["bases"])}
    if "init" in record:
        found["init"] = tokens(record["init"], record)
        if record.get("passes"):
            found["up"] = 1
    if record.get("keyword_versions"):
        found["keywords"] = {word: "/".join(v) for word, v in record["keyword_versions"].items()}
    if record.get("refined"):
        found["refined"] = dict(sorted(record["refined"].items()))
    if record.get("generic"):
        found["generic"] = record["generic"]
    if versions(record):
        found["versions"] = versions(record)
    found["members"] = {
        name: member_record(member) for name, member in sorted(record["members"].items())
    }
    return found


def member_record(record: Record) -> list[Any]:
    kind = ("async " if record.get("async") else "") + record["kind"]
    keywords = {word: "/".join(v) for word, v in record.get("keyword_versions", {}).items()}
    parts: list[Any] = [
        kind,
        record.get("type", ""),
        tokens(record.get("params", ()), record),
        versions(record),
        record.get("owner", "") or record.get("field", ""),
        keywords,
    ]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return parts


def tokens(params: Any, record: Record) -> str:
    types = record.get("param_types", {})
    found = []
    for token in params:
        name = token.strip("*/=")
        end = "=" if token.endswith("=") else ""
        found.append(f"{token.rstrip('=')}:{types[name]}{end}" if types.get(name) else token)
    return " ".join(found)


def versions(record: Record) -> str:
    """
    >>> versions({"since": "5.0"})
    '5.0'
    """
    words = ("since", "removed", "deprecated", "instead")
    return "/".join(record.get(key, "") for key in words).rstrip("/")
