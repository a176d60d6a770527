"""`python -m tests.content.actions.third_party [NAME…]`: every action on published projects.

Each project is downloaded once, unpacked and changed in a copy. Every changed file must compile,
no statement of it may be lost, and a file whose imports were sorted stays sorted. Applied again,
an action is not offered. This needs the package registry, so `make test` does not run it.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from cheatsheet_ls.language.project.models import models_in
from cheatsheet_ls.language.project.views import views_in
from cheatsheet_ls.language.workspace import Workspace
from tests.content.actions.editor import Editor
from tests.content.actions.steps import discovered
from tests.content.environments import ROOT

CACHE = ROOT / ".cache" / "actions"
PINNED = ROOT / "requirements" / "actions.txt"
MOST = 25  # models, and as many views, of one project


@dataclass
class Outcome:
    """`applied` counts by id; `disabled` are reasons; `problems` are empty where all went well."""

    name: str
    places: int = 0
    applied: Counter[str] = field(default_factory=Counter)
    disabled: Counter[str] = field(default_factory=Counter)
    files: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)


def projects() -> dict[str, Path]:
    """The wheel of each project by its name and version; pip checks its hash."""
    CACHE.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    command += ["--only-binary", ":all:", "--dest", str(CACHE), "--requirement", str(PINNED)]
    subprocess.run(command, check=True, capture_output=True)
    return {"-".join(path.name.split("-")[:2]): path for path in sorted(CACHE.glob("*.whl"))}


def unpacked(name: str, wheel: Path, folder: str) -> Path:
    target = CACHE / folder / name
    shutil.rmtree(target, ignore_errors=True)
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def places(root: Path) -> list[tuple[str, str]]:
    """A file and the words before the name of each model and view, spread over the project."""
    workspace = Workspace(root)
    models: list[tuple[str, str]] = []
    views: list[tuple[str, str]] = []
    for path in workspace.walk(".py"):
        module = workspace.read_module(path)
        if module is None or {"tests", "migrations"} & set(path.parts):
            continue
        file = str(path.relative_to(root))
        if "models" in (path.stem, path.parent.name):
            models += [(file, f"class {one.name}") for one in models_in(module) if not one.abstract]
        if "views" in (path.stem, path.parent.name):
            for view in views_in(module):
                views.append((file, f"{'class' if view.is_class else 'def'} {view.name}"))
    return [*_spread(models), *_spread(views)]


def _spread(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    step = max(1, len(found) // MOST)
    return found[::step][:MOST]


def run(name: str, wheel: Path) -> Outcome:
    before, root = unpacked(name, wheel, "before"), unpacked(name, wheel, "after")
    outcome = Outcome(name)
    with Editor(root) as editor:
        for file, mark in places(root):
            outcome.places += 1
            _apply_all(editor, file, mark, outcome)
    for file in sorted(outcome.files):
        _compare(before / file, root / file, file, outcome)
    unsorted = _unsorted(root, outcome.files) - _unsorted(before, outcome.files)
    outcome.problems += [f"{file}: imports are no longer sorted" for file in sorted(unsorted)]
    return outcome


def _apply_all(editor: Editor, file: str, mark: str, outcome: Outcome) -> None:
    """The first of those that are offered, until none is left that was not applied here."""
    done: set[str] = set()
    while True:
        offered = editor.offers(file, mark)
        again = done & set(offered)
        outcome.problems += [f"{id} is offered again at {mark} in {file}" for id in sorted(again)]
        new = sorted((set(offered) & discovered()) - done)
        if not new:
            break
        changed = editor.apply(file, offered[new[0]])
        done.add(new[0])
        outcome.applied[new[0]] += 1
        outcome.files.update(changed)
        if not changed:
            outcome.problems.append(f"{new[0]} changed nothing at {mark} in {file}")
    editor.close(file)
    for one in offered.values():
        if one.disabled:
            outcome.disabled[f"{one.title.partition(' for ')[0]}: {one.disabled}"] += 1


def _compare(before: Path, after: Path, name: str, outcome: Outcome) -> None:
    """It compiles, and holds all statements it held; lists and bodies may have grown."""
    if after.suffix != ".py":
        return
    source = after.read_bytes()
    try:
        compile(source, name, "exec", dont_inherit=True)
    except SyntaxError as error:
        outcome.problems.append(f"{name}: {error}")
        return
    if before.exists():
        lost = _defined(before.read_bytes()) - _defined(source)
        outcome.problems += [f"{name}: lost {one}" for one in sorted(lost)]


def _defined(source: bytes) -> set[str]:
    """Classes, functions, their members and imported names."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            found.add(f"{type(node).__name__} {node.name}")
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{'.' * node.level}{node.module}: {one.name}" for one in node.names}
    return found


def _unsorted(root: Path, files: set[str]) -> set[str]:
    """The files whose imports ruff would sort otherwise."""
    there = [file for file in sorted(files) if file.endswith(".py") and (root / file).exists()]
    if not there:
        return set()
    tops = sorted(path.name for path in root.iterdir() if (path / "__init__.py").exists())
    first_party = f"lint.isort.known-first-party = {tops}".replace("'", '"')
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--select", "I", "--no-cache"]
    command += ["--config", first_party, "--output-format", "concise", *there]
    said = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False).stdout
    return {line.partition(":")[0] for line in said.splitlines() if " I001 " in line}


def main() -> int:
    wanted, failed = sys.argv[1:], False
    for name, wheel in projects().items():
        if wanted and not any(name.startswith(one) for one in wanted):
            continue
        one = run(name, wheel)
        failed = failed or bool(one.problems)
        print(
            f"{name}: {one.applied.total()} actions of {len(one.applied)} kinds applied at"
            f" {one.places} models and views, {len(one.files)} files changed,"
            f" {one.disabled.total()} disabled, {len(one.problems)} problems"
        )
        for problem in one.problems:
            print("  -", problem)
        for reason, count in one.disabled.most_common():
            print(f"  ({count} times disabled) {reason}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
