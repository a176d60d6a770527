"""Reads the generated data of the Python API, one group of packages at a time, each file once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

Raw = Mapping[str, Any]
DATA = Path(__file__).parent / "data" / "api"


@cache
def read(name: str) -> Raw:
    """The content of one generated file."""
    content: Raw = json.loads((DATA / f"{name}.json").read_bytes())
    return content


@cache
def group_of(path: str) -> Raw | None:
    """The group a path belongs to, by the longest known prefix; None for other packages."""
    groups = read("index")["groups"]
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


def groups() -> list[Raw]:
    return [read(name) for name in sorted(set(read("index")["groups"].values()))]
