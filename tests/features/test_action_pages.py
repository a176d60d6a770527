"""Every page of docs/actions: the action makes of the project before the project after."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cheatsheet_ls.features.actions import Action, Asked, actions
from cheatsheet_ls.features.edits import applied
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind
from cheatsheet_ls.sheet.load import load_index
from cheatsheet_ls.sheet.slug import slug
from tests.support.marked import CURSOR
from tests.support.pages import PAGES, Page, page

FIXES = PAGES / "fixes"  # have a test of their own
ALL = sorted(
    path for path in PAGES.rglob("*.md") if path.name != "README.md" and FIXES not in path.parents
)
KINDS = {".py": Kind.PYTHON, ".html": Kind.TEMPLATE, ".txt": Kind.REQUIREMENTS}
SOURCES = Path(__file__).parents[2] / "server/cheatsheet_ls/features/actions"


def asked(root: Path, wanted: Page, text: str) -> Asked:
    """The project on disk, with the file of the cursor open in the editor."""
    path = root / wanted.cursor
    plain = text.replace(CURSOR, "")
    document = Document(path.as_uri(), path, KINDS[path.suffix], plain, 1)
    workspace = Workspace(root)
    workspace.opened(document)
    return Asked(load_index([]), document, text.index(CURSOR), workspace)


def written(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def apply(root: Path, action: Action) -> None:
    for change in action.changes():
        assert change.path is not None
        before = "" if change.creates else change.path.read_text(encoding="utf-8")
        assert change.path.exists() is not change.creates
        name = str(change.path.relative_to(root))
        written(root, {name: applied(before, change.edits)})


def on_disk(root: Path) -> dict[str, str]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {str(path.relative_to(root)): path.read_text(encoding="utf-8") for path in files}


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_the_action_makes_of_the_project_before_the_project_after(path: Path, tmp_path: Path):
    wanted = page(path)
    written(tmp_path, wanted.unmarked)
    offered = {one.id: one for one in actions(asked(tmp_path, wanted, marked(wanted)))}
    assert offered[wanted.id].title == wanted.title
    assert offered[wanted.id].disabled is None
    apply(tmp_path, offered[wanted.id])
    assert on_disk(tmp_path) == {**wanted.unmarked, **wanted.after}
    again = asked(tmp_path, wanted, cursor_back(tmp_path, wanted))
    assert wanted.id not in {one.id for one in actions(again)}


def marked(wanted: Page) -> str:
    return wanted.before[wanted.cursor]


def cursor_back(root: Path, wanted: Page) -> str:
    """The file of the cursor as it is now, with the cursor in the word it was in; what follows the
    word on its line may be new. An empty line, now filled, is there again, where it was.
    """
    before, _, after = marked(wanted).partition(CURSOR)
    head = before.rpartition("\n")[2]
    word = re.match(r"\w*", after)
    text = (root / wanted.cursor).read_text(encoding="utf-8")
    if not (head + after.partition("\n")[0]).strip():
        return text[: len(before)] + CURSOR + "\n" + text[len(before) :]
    found = re.search(rf"^{re.escape(head + word[0])}\b" if word else head, text, re.MULTILINE)
    assert found is not None
    at = found.start() + len(head)
    return text[:at] + CURSOR + text[at:]


def test_every_action_has_a_page():
    named = {
        found[1]
        for path in SOURCES.rglob("*.py")
        for found in re.finditer(r'^ID = "([\w-]+)"', path.read_text(encoding="utf-8"), re.M)
    }
    assert named == {path.stem for path in ALL if path.parent == PAGES}


def test_every_recipe_of_the_sheet_has_a_page():
    recipes = [entry.recipe for entry in load_index([]).recipes if entry.recipe is not None]
    named = {f"{'insert' if one.inserts else 'set-up'}/{slug(one.title)}" for one in recipes}
    pages = {str(path.relative_to(PAGES).with_suffix("")) for path in ALL if path.parent != PAGES}
    assert named == pages


def test_the_contents_name_every_page():
    listed = re.findall(r"\]\(([\w/-]+)\.md\)", (PAGES / "README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(str(path.relative_to(PAGES).with_suffix("")) for path in ALL)
