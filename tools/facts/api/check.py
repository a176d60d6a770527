"""Compares the committed facts with what the packages say now; each difference is one line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tools.facts.api import build

Raw = dict[str, Any]
PARTS = ("api", "defaults")


def all_releases(folder: Path) -> list[str]:
    """Byte for byte: the files are what the generator would write."""
    expected = build.all_files()
    committed = {
        f"{part}/{file.name}": file.read_text(encoding="utf-8")
        for part in PARTS
        for file in (folder / part).glob("*.json")
    }
    return [
        f"{name}: {'missing' if name not in committed else 'stale'}"
        for name in sorted({*expected, *committed})
        if expected.get(name) != committed.get(name)
    ]


def newest(folder: Path) -> list[str]:
    """The committed facts without history against those of the newest releases alone."""
    found: list[str] = []
    for name, text in build.newest_files().items():
        if not name.startswith("api/"):
            continue  # without the older releases there are no changes
        raw, kept = json.loads(text), json.loads((folder / name).read_bytes())
        forget_gone_members(raw, kept)
        found += differences(name, without_history(kept), without_history(raw))
    return found


def forget_gone_members(raw: Raw, kept: Raw) -> None:
    """Stubs may still have a member that the newest release lacks."""
    for path, record in raw.get("objects", {}).items():
        known = kept["objects"].get(path)
        if isinstance(record, dict) and isinstance(known, dict):
            for name in [n for n, member in known["members"].items() if is_gone(member)]:
                record["members"].pop(name, None)


def differences(name: str, committed: Raw, expected: Raw) -> list[str]:
    lines = []
    for section in sorted({*committed, *expected}):
        ours, theirs = committed.get(section, {}), expected.get(section, {})
        if isinstance(ours, list):
            lines += [f"{name}: {section}"] if ours != theirs else []
            continue
        lines += [
            f"{name}: {section}: {key}"
            for key in sorted({*ours, *theirs})
            if ours.get(key) != theirs.get(key)
        ]
    return lines


def without_history(content: Raw) -> Raw:
    """Drops what is gone, and the versions of what is left."""
    if "groups" in content:
        return content
    objects = {
        path: plain
        for path, raw in content["objects"].items()
        if not is_gone(raw) and (plain := without_versions(raw)) is not None
    }
    modules = {
        name: names_left(raw)
        for name, raw in content["modules"].items()
        if "/" not in raw.get("-versions", "")
    }
    public = {path: spelling for path, spelling in content["public"].items() if path in objects}
    return {"objects": objects, "modules": modules, "public": public}


def is_gone(raw: Any) -> bool:
    lived = raw.get("versions", "") if isinstance(raw, dict) else (raw + [""] * 4)[3]
    return bool((lived.split("/") + [""])[1])


def without_versions(raw: Any) -> Any:
    if isinstance(raw, list):
        return member_without_versions(raw)
    keywords = raw.get("keywords", {})
    found = {
        key: value
        for key, value in raw.items()
        if key not in ("versions", "keywords", "init", "up")
    }
    init = tokens_left(raw.get("init", ""), keywords)
    if init:
        found["init"] = init
    found["members"] = {
        name: member_without_versions(member)
        for name, member in raw["members"].items()
        if not is_gone(member)
    }
    return found


def member_without_versions(raw: list[Any]) -> list[Any]:
    kind, type_, tokens, _, extra, keywords = (raw + [""] * 6)[:6]
    return [kind, type_, tokens_left(tokens, keywords or {}), extra]


def tokens_left(tokens: str, keywords: dict[str, str]) -> str:
    gone = {name for name, lived in keywords.items() if "/" in lived and lived.split("/")[1]}
    return " ".join(
        t for t in tokens.split() if t.rstrip("=").partition(":")[0].lstrip("*") not in gone
    )


def names_left(raw: Raw) -> dict[str, list[str]]:
    gone = set(raw.get("-gone", ()))
    return {
        origin: [word for word in words.split() if word.partition("=")[0] not in gone]
        for origin, words in raw.items()
        if not origin.startswith("-")
        and any(word.partition("=")[0] not in gone for word in words.split())
    }
