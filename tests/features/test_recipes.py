"""Recipes of the sheet on projects of many shapes: the result is in order, nothing is lost."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cheatsheet_ls.features.actions import recipes
from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.edits import applied
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Entry, Kind
from cheatsheet_ls.sheet.load import load_index
from tests.support.shaped import SHAPES, UNCLEAR, Files

INDEX = load_index([])
ALL = {entry.recipe.title: entry for entry in INDEX.recipes if entry.recipe}
SET_UPS = {title: entry for title, entry in ALL.items() if not entry.recipe.inserts}

# Evaluates settings without Django: what they import from elsewhere is a stand-in.
EVALUATE = """
import importlib, json, sys
from unittest.mock import MagicMock

class Env:
    def __init__(self, *a, **k): pass
    def __getattr__(self, name): return lambda key, default=None: default

for name in ("django", "django.utils", "django.utils.translation"):
    sys.modules[name] = MagicMock()
sys.modules["environ"] = MagicMock(Env=Env)
for line in sys.stdin:
    root, module = json.loads(line)
    sys.path.insert(0, root)
    found = vars(importlib.import_module(module))
    names = [name for name in ("INSTALLED_APPS", "MIDDLEWARE") if name in found]
    print(json.dumps({name: list(found[name]) for name in names}))
    sys.path.remove(root)
    for name in [n for n in sys.modules if n.split(".")[0] == "config"]:
        del sys.modules[name]
"""


def settings_of(files: Files) -> str:
    """The module that `manage.py` names, as a path."""
    named = "config/settings/dev.py", "config/settings/__init__.py", "config/settings.py"
    return next(name for name in named if name in files)


def written(root: Path, files: Files) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def offered(root: Path, settings: str, entry: Entry) -> list[Action]:
    path = root / settings
    text = path.read_bytes().decode()
    document = Document(path.as_uri(), path, Kind.PYTHON, text, 1)
    workspace = Workspace(root)
    workspace.opened(document)
    assert entry.recipe is not None
    return list(recipes.action(Asked(INDEX, document, 0, workspace), entry, entry.recipe))


def apply(root: Path, action: Action) -> None:
    assert action.disabled is None, f"{action.title}: {action.disabled}"
    for change in action.changes():
        assert change.path is not None
        before = "" if change.creates else change.path.read_bytes().decode()
        written(root, {str(change.path.relative_to(root)): applied(before, change.edits)})


@pytest.fixture(scope="module")
def evaluated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-B", "-c", EVALUATE]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def lists(process: subprocess.Popen[str], root: Path, settings: str) -> dict[str, list[str]]:
    module = settings.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps([str(root), module]) + "\n")
    process.stdin.flush()
    found: dict[str, list[str]] = json.loads(process.stdout.readline())
    return found


@pytest.mark.parametrize("title", SET_UPS)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_recipe_is_set_up_once_and_nothing_is_lost(
    shape: str, title: str, tmp_path: Path, evaluated: subprocess.Popen[str]
):
    files, entry = SHAPES[shape], SET_UPS[title]
    settings = settings_of(files)
    written(tmp_path, files)
    (action,) = offered(tmp_path, settings, entry)
    apply(tmp_path, action)
    for path in tmp_path.rglob("*.py"):
        compile(path.read_bytes(), str(path), "exec")
    assert_in_order(entry, lists(evaluated, tmp_path, settings))
    assert_kept(tmp_path, files)
    assert offered(tmp_path, settings, entry) == []


def assert_in_order(entry: Entry, found: dict[str, list[str]]) -> None:
    for example in entry.examples:
        step = example.step
        if step is None or step.into not in found:
            continue
        have = found[step.into]
        for item in example.body.split():
            item = item.strip('",').replace("library.", "")
            (at,) = [i for i, one in enumerate(have) if one.endswith(item)]
            assert have.count(item) <= 1
            behind = [have.index(one) for one in step.after if one in have]
            assert all(other < at for other in behind)
            assert all(at < have.index(one) for one in step.before if one in have)
            if "*" in step.before and not behind:
                assert at == 0


def assert_kept(root: Path, files: Files) -> None:
    """Every line of before is there, a comma or an import name apart; so are the line ends."""
    for name, text in files.items():
        after = (root / name).read_bytes().decode()
        assert ("\r\n" in after) == ("\r\n" in text) or not text
        assert after.count("\n") == after.count("\r\n") or "\r\n" not in text
        for line in text.splitlines():
            bare = line.split("#")[0].rstrip().rstrip("])").rstrip(",")
            changed = (
                bare.startswith(("from ", "import ")) or "get_asgi" in bare or "insecure" in bare
            )
            assert changed or bare in after or is_setting(bare), line


def is_setting(line: str) -> bool:
    """Lines that a recipe may put in other words, keeping the value."""
    values = ("DEBUG =", "ALLOWED_HOSTS =", "SECRET_KEY =", "INSTALLED_APPS = [*")
    return line.startswith(values)


@pytest.mark.parametrize("shape", UNCLEAR)
def test_what_cannot_be_extended_safely_is_said(shape: str, tmp_path: Path):
    files, reason = UNCLEAR[shape]
    written(tmp_path, files)
    (action,) = offered(tmp_path, "config/settings.py", SET_UPS["Django REST framework"])
    assert action.disabled == reason
