"""Examples bound to a project with other names are run by real Djangos against its models: no query
names a field that is not there, no admin option fails its check.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from cheatsheet_ls.features.binding import Project, bind
from cheatsheet_ls.language.project.models import models_in
from cheatsheet_ls.language.python.module import Module
from cheatsheet_ls.language.python.tree import Tree
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Entry, Example, Scope
from cheatsheet_ls.sheet.load import load_index

from .environments import installed, python_of
from .jobs import releases

BOUND = Path(__file__).parent / "bound"
# What a name that is not there gives; a mail server or a template that is missing is no name.
_WRONG_NAME = re.compile(
    r"FieldError|check:|NameError|no such column|conflicts with a field"
    r"|'(?:Movie|Director|Studio|Genre|Vote)' object has no attribute"
)


def cinema() -> Project:
    path = BOUND / "cinema" / "models.py"
    text = path.read_text(encoding="utf-8")
    models = {one.name: one for one in models_in(Module(path, Tree(text), Workspace(None)))}
    modules = dict.fromkeys(models, ".models")
    return Project(models["Movie"], models, modules, "cinema", "cinema", "cinema")


def jobs(release: str) -> Iterator[dict[str, str]]:
    there = cinema()
    for entry, example in runnable(release):
        bound = bind(example, there)
        if bound is not example:
            code = {"imports": "\n".join(bound.imports), "body": bound.body}
            yield {"id": f"{entry.id}/{example.id}", "scope": example.scope.value, **code}


def runnable(release: str) -> Iterator[tuple[Entry, Example]]:
    for entry in load_index([]).entries:
        for example in entry.examples:
            plain = not entry.requires and not example.requires
            if plain and example.scope in (Scope.BODY, Scope.ADMIN_BODY):
                if release in releases(entry, example):
                    yield entry, example


@pytest.mark.parametrize("release", installed())
def test_bound_examples_name_nothing_that_is_not_there(release: str):
    wanted = list(jobs(release))
    run = subprocess.run(
        [python_of(release), str(BOUND / "run.py")],
        input=json.dumps(wanted),
        capture_output=True,
        text=True,
        check=True,
    )
    said: dict[str, str] = json.loads(run.stdout.strip().split("\n")[-1])
    wrong = {name: error for name, error in said.items() if _WRONG_NAME.search(error)}
    assert len(wanted) > 200
    assert wrong == {}
