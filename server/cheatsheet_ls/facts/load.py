"""Reads the generated data of the Python API, one group of packages at a time, each file once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from cheatsheet_ls.facts.records import Records
from cheatsheet_ls.facts.table import table

Raw = Mapping[str, Any]
DATA = Path(__file__).parent / "data" / "api"


@cache
def read(name: str) -> dict[str, Records]:
    """The sections of one generated file."""
    lines = (DATA / f"{name}.json").read_text(encoding="utf-8").split("\n")
    starts = [index for index, line in enumerate(lines) if line.endswith('":{')]
    ends = [*(start - 1 for start in starts[1:]), len(lines) - 1 - (not lines[-1])]
    return {
        lines[start].strip('{":'): Records(lines[start + 1 : end])
        for start, end in zip(starts, ends, strict=True)
    }


def groups_by_prefix() -> Mapping[str, str]:
    """The file of a package or module, by the dotted path."""
    found: Mapping[str, str] = table("api/index")["groups"]
    return found


@cache
def group_of(path: str) -> dict[str, Records] | None:
    """The group a path belongs to, by the longest known prefix; None for other packages."""
    groups = groups_by_prefix()
    prefix = path
    while prefix:
        if prefix in groups:
            return read(groups[prefix])
        prefix = prefix.rpartition(".")[0]
    return None


def record(path: str) -> Any | None:
    """The raw record of an object: a list, for a class a mapping."""
    group = group_of(path)
    return None if group is None else group["objects"].get(path)


def module(path: str) -> Raw | None:
    group = group_of(path)
    return None if group is None else group["modules"].get(path)


def groups() -> list[dict[str, Records]]:
    return [read(name) for name in sorted(set(groups_by_prefix().values()))]
