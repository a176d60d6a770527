"""One record per symbol over all swept releases: the newest form, and the versions it exists in.

A release is `(version, dump)`, oldest first. What moved between modules keeps one path, the newest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from tools.facts.api import changes

Dump = dict[str, Any]
Release = tuple[str, Dump]
Record = dict[str, Any]


class History:
    """The releases with every path in its newest spelling; answers what existed when."""

    def __init__(self, releases: Sequence[Release]) -> None:
        self.versions = [version for version, _ in releases]
        self.dumps = [dump for _, dump in releases]
        self._moved = moved_paths(self.dumps)
        self._heirs: dict[int, dict[str, set[str]]] = {}
        self.objects = [
            {self.newest(path): record for path, record in dump["objects"].items()}
            for dump in self.dumps
        ]

    def newest(self, path: str) -> str:
        """The newest path of a thing; a member or nested class moves with its class."""
        for _ in range(len(self.dumps)):
            if path in self._moved:
                path = self._moved[path]
                continue
            owner, _, name = path.rpartition(".")
            if owner not in self._moved:
                break
            path = f"{self._moved[owner]}.{name}"
        return path

    def lifetime(self, seen: Sequence[bool]) -> dict[str, str]:
        """Since and removed, from presence per release; nothing for what was always there."""
        found: dict[str, str] = {}
        first = seen.index(True)
        last = len(seen) - 1 - list(reversed(seen)).index(True)
        if first:
            found["since"] = self.versions[first]
        if last < len(seen) - 1:
            found["removed"] = self.versions[last + 1]
        return found

    def ancestry(self, index: int, path: str) -> list[str]:
        """A class and all its bases in one release, in some order."""
        found: dict[str, None] = {}
        todo = [path]
        while todo:
            current = todo.pop()
            record = self.objects[index].get(current)
            if current not in found and record and record["kind"] == "class":
                found[current] = None
                todo += [self.newest(base) for base in record["bases"]]
        return list(found)

    def flat_members(self, index: int, path: str) -> dict[str, Record]:
        found: dict[str, Record] = {}
        for owner in self.ancestry(index, path):
            for name, member in self.objects[index][owner]["members"].items():
                found.setdefault(name, member)
        return found

    def members_of_heirs(self, path: str, first: int, newest: int) -> set[str]:
        """What classes had before they got a new base: some of it moved there."""
        if self._heirs.get(newest) is None:
            self._heirs[newest] = heirs(self.objects[newest])
        found: set[str] = set()
        for heir in self._heirs[newest].get(path, ()):
            if heir in self.objects[first - 1]:
                found |= set(self.flat_members(first - 1, heir))
        return found

    def flat_keywords(self, index: int, path: str) -> set[str]:
        owners = self.ancestry(index, path)
        return {
            word for owner in owners for word in words(self.objects[index][owner].get("init", []))
        }


def heirs(objects: dict[str, Record]) -> dict[str, set[str]]:
    """The classes that derive from each class, over any number of steps."""
    children: dict[str, set[str]] = {}
    for path, record in objects.items():
        for base in record.get("bases", ()):
            children.setdefault(base, set()).add(path)
    found: dict[str, set[str]] = {}
    for path in children:
        todo, known = list(children[path]), set()
        while todo:
            current = todo.pop()
            if current not in known:
                known.add(current)
                todo += children.get(current, ())
        found[path] = known
    return found


def words(tokens: Iterable[str]) -> list[str]:
    """The names that can be given as keywords."""
    return [token.rstrip("=") for token in tokens if token[0] not in "*/"]


def is_warning(path: str) -> bool:
    """`RemovedInNextVersionWarning` is another class in each release."""
    return path.rpartition(".")[2].startswith("RemovedIn")


def moved_paths(dumps: Sequence[Dump]) -> dict[str, str]:
    """Old path → new path, for things that are still found under one of their names."""
    moved: dict[str, str] = {}
    for old, new in pairwise(dumps):
        votes: dict[str, Counter[str]] = {}
        for module, content in old["modules"].items():
            known = new["modules"].get(module, {"names": {}})["names"]
            for name, path in content["names"].items():
                target = known.get(name)
                if (
                    target
                    and target != path
                    and not is_warning(path)
                    and path not in new["objects"]
                    and target in new["objects"]
                ):
                    votes.setdefault(path, Counter())[target] += 1
        moved.update({path: counter.most_common(1)[0][0] for path, counter in votes.items()})
    return moved


def merge(releases: Sequence[Release], known: Dump | None = None) -> Dump:
    """`known`: facts about packages that these import from."""
    history = History(releases)
    paths = {path for objects in history.objects for path in objects}
    objects = {path: merge_object(history, path) for path in sorted(paths)}
    return {
        "modules": merge_modules(history, objects, known or {"modules": {}, "objects": {}}),
        "objects": objects,
    }


def merge_object(history: History, path: str) -> Record:
    seen = [path in objects for objects in history.objects]
    index = len(seen) - 1 - list(reversed(seen)).index(True)
    record: Record = dict(history.objects[index][path])
    record.update(changes.of(history.versions, [o.get(path) for o in history.objects]))
    if path.startswith("unittest."):  # its history is Python's
        return record
    record.update(history.lifetime(seen))
    record.update(deprecation(history, [objects.get(path) for objects in history.objects]))
    if record["kind"] == "class":
        record.update(stubbed(history, path))
        record["bases"] = [history.newest(base) for base in record["bases"]]
        record["members"] = merge_members(history, path, index, record)
        merge_keywords(history, path, index, record)
    elif record["kind"] == "function":
        kinds = [objects.get(path) for objects in history.objects]
        merge_parameters(history, kinds, record)
    return record


def stubbed(history: History, path: str) -> dict[str, str]:
    """Classes kept for old migrations only count as removed, announced ones as deprecated."""
    found: dict[str, str] = {}
    for key, detail in (
        ("removed", "system_check_removed_details"),
        ("deprecated", "system_check_deprecated_details"),
    ):
        for index, objects in enumerate(history.objects):
            member = objects.get(path, {}).get("members", {}).get(detail, {})
            if member.get("type") == "builtins.dict":
                if index or key == "removed":
                    found[key] = history.versions[index]
                break
    return found


def deprecation(history: History, records: Sequence[Record | None]) -> dict[str, str]:
    """The first release that warns; unknown where the oldest did already, unless it says when."""
    for index, record in enumerate(records):
        if record and record.get("removal"):
            if index:
                return {"deprecated": history.versions[index]}
            return {"deprecated": "3.2"} if "41" in record["removal"] else {}
    return {}


def merge_members(history: History, path: str, newest: int, record: Record) -> dict[str, Record]:
    flat = [history.flat_members(index, path) for index in range(newest + 1)]
    first = next(index for index, objects in enumerate(history.objects) if path in objects)
    merged: dict[str, Record] = {}
    older = history.members_of_heirs(path, first, newest) if first else set()
    for index in range(newest, first - 1, -1):
        own = history.objects[index].get(path, {"members": {}})
        for name, member in own.get("members", {}).items():
            if name not in merged and (index == newest or name not in flat[newest]):
                seen = [name in members for members in flat]
                lived = member_lifetime(history, seen, first)
                if first and seen[first] and name not in older:
                    lived["since"] = history.versions[first]  # it came with its class
                merged[name] = {**member, **lived}
                merged[name].update(deprecation(history, [m.get(name) for m in flat]))
                merged[name].update(changes.of(history.versions, [m.get(name) for m in flat]))
                merge_parameters(history, [m.get(name) for m in flat], merged[name])
    return merged


def member_lifetime(history: History, seen: list[bool], first: int) -> dict[str, str]:
    found = history.lifetime(seen)
    if found.get("since") == history.versions[first]:
        del found["since"]
    return found


def merge_keywords(history: History, path: str, newest: int, record: Record) -> None:
    """Versions of the constructor's own keywords; those gone since stay, marked as removed."""
    if record.get("removed"):
        return
    first = next(index for index, objects in enumerate(history.objects) if path in objects)
    flat = [history.flat_keywords(index, path) for index in range(first, newest + 1)]
    own = [
        word
        for objects in history.objects[first:]
        for word in words(objects.get(path, {}).get("init", ()))
    ]
    inherits = "init" not in record
    keyword_lifetimes(history, first, flat, list(dict.fromkeys(own)), record, "init")
    if inherits and "init" in record:  # only removed keywords are its own
        record["passes"] = True


def merge_parameters(history: History, records: Sequence[Record | None], record: Record) -> None:
    if record.get("removed") or "params" not in record:
        return
    known = [index for index, other in enumerate(records) if other and "params" in other]
    if not known:
        return
    first = known[0]
    flat = [set(words((other or {}).get("params", ()))) for other in records[first:]]
    own = [word for other in records[first:] for word in words((other or {}).get("params", ()))]
    keyword_lifetimes(history, first, flat, list(dict.fromkeys(own)), record, "params")


def keyword_lifetimes(
    history: History, first: int, flat: list[set[str]], own: list[str], record: Record, key: str
) -> None:
    versions: dict[str, list[str]] = {}
    tokens = list(record.get(key, ()))
    for word in own:
        seen = [False] * first + [word in keywords for keywords in flat]
        lifetime = member_lifetime(history, seen, first)
        if "removed" in lifetime and word not in words(tokens):
            at = len(tokens) - 1 if tokens and tokens[-1].startswith("**") else len(tokens)
            tokens.insert(at, word + "=")
        if lifetime:
            versions[word] = [lifetime.get("since", ""), lifetime.get("removed", "")]
    if tokens:
        record[key] = tokens
    if versions:
        record["keyword_versions"] = versions


def merge_modules(history: History, objects: dict[str, Record], known: Dump) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    every = sorted({name for dump in history.dumps for name in dump["modules"]})
    targets = {*objects, *every, *known["objects"], *known["modules"]}
    for module in every:
        names: dict[str, str] = {}
        gone: dict[str, str] = {}
        exported: list[str] | None = None
        seen = [module in dump["modules"] for dump in history.dumps]
        for index in range(len(seen) - 1, -1, -1):
            content = history.dumps[index]["modules"].get(module)
            if content is None:
                continue
            exported = exported or content["all"]
            for name, path in content["names"].items():
                target = history.newest(path)
                if name not in names and target in targets:
                    names[name] = target
                    if index < len(seen) - 1:
                        gone[name] = history.versions[index + 1]
        merged[module] = {"names": names, "gone": gone, "all": exported, **history.lifetime(seen)}
        contents = [dump["modules"].get(module) for dump in history.dumps]
        merged[module].update(deprecation(history, contents))
    return merged
