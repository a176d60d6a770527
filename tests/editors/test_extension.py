"""The extension's manifest and what it carries agree with the server's."""

from __future__ import annotations

import json
import re
from pathlib import Path

import tomli

from tools.editors import switches

ROOT = Path(__file__).resolve().parents[2]
PATH = ROOT / "clients/vscode/package.json"
MANIFEST = json.loads(PATH.read_text(encoding="utf-8"))
SETTINGS, PROBLEMS = (one["properties"] for one in MANIFEST["contributes"]["configuration"])
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
    settings = {**SETTINGS, **PROBLEMS}
    told = [one.get("description") or one["markdownDescription"] for one in settings.values()]
    assert all(told)
    assert all("default" in one for one in settings.values())


def test_every_problem_has_a_switch():
    text = PATH.read_text(encoding="utf-8")
    assert switches.written(text) == text, "run python -m tools.editors.switches"
    assert set(PROBLEMS) == set(switches.switches())
    assert len(PROBLEMS) > 80


def test_every_setting_stands_in_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in SETTINGS:
        assert f"`{name.removeprefix('djangoCheatsheet.')}`" in readme
