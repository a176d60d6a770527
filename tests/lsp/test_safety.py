"""Opening a workspace runs nothing of it: no program, no module, no start-up file of Python.

The workspace is full of traps; each leaves a mark when it runs. The server is started in it, as
some editors do, with the module, with `python -I` and with the installed command.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.lsp_session import environment
from tests.support.raw_session import Raw

TRAP = """\
import os, pathlib
pathlib.Path({marks!r}, {name!r} + str(os.getpid())).write_text("ran")
"""
PROGRAM = "#!/bin/sh\ntouch {marks}/{name}$$\n"
MODEL = "from django.db import models\n\nclass A(models.Model):\n    x = models.CharField()\n    \n"
# Named like what Python starts with, what a project has, and what the server itself imports.
MODULES = [
    "sitecustomize.py",
    "usercustomize.py",
    "manage.py",
    "settings.py",
    "conftest.py",
    "shop/settings.py",
    "shop/__init__.py",
    "attr.py",
    "attrs/__init__.py",
    "cattrs/__init__.py",
    "pygls/__init__.py",
    "lsprotocol/__init__.py",
    "markdown_it/__init__.py",
    "mdurl/__init__.py",
    "jedi/__init__.py",
    "tomli/__init__.py",
    "json/__init__.py",
    "asyncio/__init__.py",
    "ast.py",
    "logging/__init__.py",
    "typing.py",
    "django/__init__.py",
    "django/db/__init__.py",
    "shop/templatetags/shop_tags.py",
]
# With `-m`, Python itself looks for these here before a line of ours runs.
BEFORE_US = ["cheatsheet_ls/__init__.py", "cheatsheet_ls/__main__.py", "runpy.py"]
PROGRAMS = (
    ".venv/bin/python .venv/bin/python3 .venv/bin/django-admin python python3 git pip bin/git"
)
PACKAGES = f".venv/lib/python3.{sys.version_info.minor}/site-packages"
COMMANDS = {
    "module": [sys.executable, "-m", "cheatsheet_ls"],
    "isolated": [sys.executable, "-I", "-m", "cheatsheet_ls"],
    "command": [str(Path(sys.executable).with_name("django-cheatsheet-ls")), "serve"],
}


@pytest.fixture
def trapped(tmp_path: Path) -> tuple[Path, Path]:
    """A workspace of traps, and the folder in which they leave their marks."""
    root, marks = tmp_path / "site", tmp_path / "marks"
    marks.mkdir()
    for name in MODULES:
        _write(root / name, TRAP.format(marks=str(marks), name=Path(name).stem))
    for name in PROGRAMS.split():
        _write(root / name, PROGRAM.format(marks=marks, name=Path(name).name)).chmod(0o755)
    trap = TRAP.format(marks=str(marks), name="pth").strip().replace("\n", "; ")
    _write(root / PACKAGES / "trap.pth", trap + "\n")
    _write(root / PACKAGES / "sitecustomize.py", TRAP.format(marks=str(marks), name="site"))
    _write(root / "shop/templates/a.html", "{% load shop_tags %}{{ x|date }}\n")
    _write(root / "shop/models.py", MODEL)
    _write(root / "pyproject.toml", "[tool.django-cheatsheet]\npython.interpreter = 'python'\n")
    return root, marks


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _surroundings() -> dict[str, str]:
    """Those of a user: nothing that leads Python to the workspace, nor anything of a test."""
    own = {name: value for name, value in environment().items() if name != "PYTHONPATH"}
    return {**own, "PATH": f".{os.pathsep}{own['PATH']}"}


@pytest.fixture(params=COMMANDS)
def server(request: pytest.FixtureRequest, trapped: tuple[Path, Path]) -> Iterator[Raw]:
    root, marks = trapped
    if request.param != "module":
        for name in BEFORE_US:
            _write(root / name, TRAP.format(marks=str(marks), name=Path(name).stem))
    raw = Raw(COMMANDS[request.param], cwd=root, env=_surroundings())
    yield raw
    if raw.process.poll() is None:
        raw.process.kill()
        raw.process.communicate()


def ask_everything(server: Raw, root: Path) -> list[object]:
    """Hover, completion and actions in a model and in a template."""
    answers = []
    model, template = root / "shop/models.py", root / "shop/templates/a.html"
    server.open(model, MODEL)
    server.open(template, template.read_text(), "django-html")
    for number, (path, line, character) in enumerate(
        [(model, 3, 15), (model, 4, 4), (template, 0, 27), (template, 0, 10)]
    ):
        where = {"line": line, "character": character}
        at = {"textDocument": {"uri": path.as_uri()}, "position": where}
        span = {"range": {"start": where, "end": where}, "context": {"diagnostics": []}}
        answers.append(server.ask("textDocument/hover", at, 100 + number)["result"])
        answers.append(server.ask("textDocument/completion", at, 200 + number)["result"])
        actions = server.ask("textDocument/codeAction", {**at, **span}, 300 + number)
        answers.append(actions["result"])
    return answers


@pytest.mark.skipif(os.name != "posix", reason="the traps are shell scripts")
def test_nothing_of_the_workspace_runs(server: Raw, trapped: tuple[Path, Path]):
    root, marks = trapped
    server.initialize(root, {"python": {"interpreter": str(root / ".venv/bin/python")}})
    answers = ask_everything(server, root)
    assert answers[0] is not None, "the model is hovered"
    assert answers[6] is not None, "the filter is hovered"
    assert server.ask("shutdown", number=2)["result"] is None
    server.send(method="exit")
    assert server.ended() == 0
    assert [mark.name for mark in marks.iterdir()] == []


def test_the_traps_work(trapped: tuple[Path, Path]):
    """Python started in the workspace falls into them; else the test above would prove nothing."""
    import subprocess

    root, marks = trapped
    environ = {**_surroundings(), "PYTHONPATH": str(root)}
    subprocess.run([sys.executable, "-c", "import attr"], cwd=root, env=environ, check=False)
    subprocess.run([str(root / ".venv/bin/python")], cwd=root, env=_surroundings(), check=True)
    fallen = {mark.name.rstrip("0123456789") for mark in marks.iterdir()}
    assert {"sitecustomize", "python"} <= fallen
