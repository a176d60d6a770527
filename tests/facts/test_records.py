"""Data files whose records are decoded one by one hold the same as the same files read whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cheatsheet_ls.facts import load, third_party
from cheatsheet_ls.facts.records import Records

API = sorted(path for path in load.DATA.glob("*.json") if path.stem != "index")
PACKAGES = sorted((load.DATA.parent / "third_party").glob("*.json"))


@pytest.mark.parametrize("path", API, ids=lambda path: path.stem)
def test_the_sections_of_the_api_are_read_whole(path: Path) -> None:
    read = {name: dict(records) for name, records in load.read(path.stem).items()}
    assert read == json.loads(path.read_bytes())


@pytest.mark.parametrize("path", PACKAGES, ids=lambda path: path.stem)
def test_the_records_of_other_packages_are_read_whole(path: Path) -> None:
    whole = json.loads(path.read_bytes())
    for name, record in whole.items():
        told = third_party.derived(name)
        assert told is not None
        held = told.instance_of or [list(told.bases), sorted(told.own)]
        assert held == (record if isinstance(record, str) else [record[0], sorted(record[1])])


def test_a_record_may_be_anything_and_is_the_same_object_each_time() -> None:
    records = Records(['"a":{"x":[1]},', '"b":null,', "", '"c":"d"'])
    assert dict(records) == {"a": {"x": [1]}, "b": None, "c": "d"}
    assert records["a"] is records["a"]
    assert len(records) == 3
    assert "d" not in records
    assert records.get("d", 5) == 5
    with pytest.raises(KeyError):
        records["d"]
