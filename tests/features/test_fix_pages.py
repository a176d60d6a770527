"""Every page of docs/actions/fixes: the problem is found at the mark, and its fix mends it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cheatsheet_ls.features.diagnostics import Diagnostic, Fix, diagnose
from cheatsheet_ls.features.diagnostics.checks import rules
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.edits import applied
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.environment import django_version
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind
from cheatsheet_ls.sheet.load import load_index
from tests.support.marked import CURSOR
from tests.support.pages import PAGES, Page, page

FIXES = PAGES / "fixes"
ALL = sorted(path for path in FIXES.glob("*.md") if path.name != "README.md")
RECIPES = load_index([]).recipes
RULES = {rule.code: rule for rule in rules()}


def code_of(path: Path) -> str:
    """`removed-name+settings.md` is a further page of a code."""
    return path.name.removesuffix(".md").partition("+")[0]


def on_disk(root: Path, wanted: Page) -> None:
    for name, text in wanted.unmarked.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def problems(root: Path, wanted: Page, text: str) -> list[Diagnostic]:
    path = root / wanted.cursor
    kind = Kind.PYTHON if path.suffix == ".py" else Kind.TEMPLATE
    document = Document(path.as_uri(), path, kind, text, 1)
    workspace = Workspace(root)
    workspace.opened(document)
    django = Django.of(django_version(path, root))
    return list(diagnose(document, workspace, django, recipes=RECIPES))


def mended_files(root: Path, wanted: Page, text: str, fix: Fix) -> dict[str, str]:
    """What the fix makes of the files it changes, written to disk as well."""
    found = {}
    for change in fix.changes(root / wanted.cursor):
        assert change.path is not None
        name = str(change.path.relative_to(root))
        before = text if name == wanted.cursor else change.path.read_text(encoding="utf-8")
        found[name] = applied(before, change.edits)
        change.path.write_text(found[name], encoding="utf-8")
    return found


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_the_problem_is_found_and_mended(path: Path, tmp_path: Path):
    wanted, code = page(path), code_of(path)
    on_disk(tmp_path, wanted)
    marked = wanted.before[wanted.cursor]
    text = marked.replace(CURSOR, "")
    found = [one for one in problems(tmp_path, wanted, text) if one.code == code]
    assert found[0].span.start == marked.index(CURSOR)
    assert bool(found[0].fixes) is bool(wanted.after)
    if wanted.after:
        mended = mended_files(tmp_path, wanted, text, found[0].fixes[0])
        assert mended == wanted.after
        now = mended[wanted.cursor]
        again = [one for one in problems(tmp_path, wanted, now) if one.code == code]
        assert len(again) < len(found)


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_a_page_begins_with_the_code_and_its_reason(path: Path):
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# {code_of(path)}")
    words = " ".join(text.split())
    assert " ".join(RULES[code_of(path)].reason.split()) in words


def test_every_code_has_a_page():
    assert {code_of(path) for path in ALL} == set(RULES)


def test_the_contents_name_every_page():
    listed = re.findall(r"\]\(([^)]+[.]md)\)", (FIXES / "README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(path.name for path in ALL)
