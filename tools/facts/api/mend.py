"""Applies the tables of `overrides` to merged and typed facts."""

from __future__ import annotations

from typing import Any

from tools.facts.api import overrides

Record = dict[str, Any]


def mend(facts: dict[str, Any]) -> list[str]:
    """Applies the tables; returns what they name and the packages do not have."""
    objects: dict[str, Record] = facts["objects"]
    for path, described in overrides.CLASSES.items():
        add_class(facts, path, described)
    unknown = [path for path in overrides.MEMBERS if path not in objects]
    for path, members in overrides.MEMBERS.items():
        for name, text in members.items():
            objects[path]["members"].setdefault(name, {}).update(member(name, text))
    for path, type_ in overrides.VALUES.items():
        objects[path] = {"kind": "value", "type": type_}
        module, _, name = path.rpartition(".")
        facts["modules"][module]["names"][name] = path
    refine_clients(objects)
    for path, base in overrides.PROXIES.items():
        objects[path]["bases"].append(base)
    for path, type_ in overrides.REFINED.items():
        owner, _, name = path.rpartition(".")
        if set_type(objects, path, type_):
            continue
        objects[owner].setdefault("refined", {})[name] = type_
    for path, type_ in overrides.TYPES.items():
        unknown += [] if set_type(objects, path, type_) else [path]
    for path, types in overrides.PARAMETERS.items():
        found = find(objects, path)
        if found is None:
            unknown.append(path)
        else:
            found.setdefault("param_types", {}).update(types)
    return unknown


def date(facts: dict[str, Any]) -> list[str]:
    """Versions that no swept release shows; only for what the sweep knows."""
    objects: dict[str, Record] = facts["objects"]
    unknown = []
    for path, (_, removed) in overrides.DEPRECATED.items():
        for module in facts["modules"].values() if not removed else ():
            name = path.rpartition(".")[2]
            if module["names"].get(name) == path:
                module["gone"].pop(name, None)
    for path, (deprecated, removed) in overrides.DEPRECATED.items():
        found = find(objects, path)
        if found is None:
            unknown.append(path)
        elif "removed" in found:
            found.update(deprecated=deprecated, removed=removed)
    for path, since in overrides.SINCE.items():
        found = find(objects, path)
        unknown += [path] if found is None else []
        (found or {}).update(since=since)
    for path, instead in overrides.INSTEAD.items():
        found = find(objects, path)
        if found is None:
            unknown.append(path)
        elif "removed" in found or "deprecated" in found:
            found["instead"] = instead
    for (path, keyword), deprecated in overrides.DEPRECATED_KEYWORDS.items():
        lived = objects[path].get("keyword_versions", {}).get(keyword)
        if lived:
            lived[2:] = [deprecated]
    return unknown


def refine_clients(objects: dict[str, Record]) -> None:
    """A client answers with a response, a factory with a request, inherited methods included."""
    for path, type_ in overrides.CLIENTS.items():
        for name in overrides.REQUESTS:
            if not set_type(objects, f"{path}.{name}", type_):
                objects[path].setdefault("refined", {})[name] = type_


def add_class(facts: dict[str, Any], path: str, described: dict[str, Any]) -> None:
    module, _, name = path.rpartition(".")
    facts["objects"][path] = {
        "kind": "class",
        "bases": described["bases"],
        "members": {key: member(key, text) for key, text in described["members"].items()},
    }
    facts["modules"][module]["names"].setdefault(name, path)


def member(name: str, text: str) -> Record:
    """`TYPE`, or `(tokens) TYPE` for a method, `async` before it."""
    is_async = text.startswith("async ")
    text = text.removeprefix("async ")
    if not text.startswith("("):
        return {"kind": "attribute", "type": text}
    tokens, _, type_ = text[1:].partition(")")
    return {"kind": "method", "params": tokens.split(), "type": type_.strip(), "async": is_async}


def find(objects: dict[str, Record], path: str) -> Record | None:
    if path in objects:
        return objects[path]
    owner, _, name = path.rpartition(".")
    record = objects.get(owner)
    return record["members"].get(name) if record and record["kind"] == "class" else None


def set_type(objects: dict[str, Record], path: str, type_: str) -> bool:
    found = find(objects, path)
    if found is None:
        return False
    found["type"] = type_
    return True
