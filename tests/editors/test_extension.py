"""The extension's manifest and what it carries agree with the server's."""

from __future__ import annotations

import json
import re
from pathlib import Path

import tomli

ROOT = Path(__file__).resolve().parents[2]
MANIFEST = json.loads((ROOT / "clients/vscode/package.json").read_text(encoding="utf-8"))
LOCKED = re.compile(r"^([\w.-]+)==([\w.]+)", re.MULTILINE)


def locked(name: str) -> dict[str, str]:
    return dict(LOCKED.findall((ROOT / "requirements" / name).read_text(encoding="utf-8")))


def test_the_extension_has_the_version_of_the_server():
    project = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert MANIFEST["version"] == project["version"]


def test_it_carries_the_libraries_of_the_server():
    assert locked("extension.txt") == locked("runtime.txt")


def test_each_library_is_one_wheel_for_all_platforms():
    text = (ROOT / "requirements/extension.txt").read_text(encoding="utf-8")
    assert text.count("--hash=sha256:") == len(locked("extension.txt"))


def test_every_setting_of_the_manifest_has_a_default_and_a_description():
    settings = MANIFEST["contributes"]["configuration"]["properties"]
    assert all("default" in one and one["description"] for one in settings.values())


def test_every_setting_stands_in_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in MANIFEST["contributes"]["configuration"]["properties"]:
        assert f"`{name.removeprefix('djangoCheatsheet.')}`" in readme
