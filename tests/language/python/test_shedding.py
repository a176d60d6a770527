"""Memory given back changes no answer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cheatsheet_ls.language import workspace as workspace_module
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.recognise import recognise
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind

LIBRARY = Path(__file__).parents[3] / "examples/library"
_WORD = re.compile(r"\b\w")


def opened(workspace: Workspace) -> list[Document]:
    found = []
    for path in sorted(LIBRARY.glob("*/*.py")):
        text = path.read_text(encoding="utf-8")
        found.append(Document(path.as_uri(), path, Kind.PYTHON, text))
        workspace.opened(found[-1])
    return found


def answers(workspace: Workspace, documents: list[Document], sheds: bool) -> list[object]:
    found: list[object] = []
    for document in documents:
        for word in _WORD.finditer(document.text):
            match = recognise(document, word.start(), workspace)
            found.append(match and (match.symbols, match.span))
        if sheds:
            workspace.shed(document)
    return found


def test_every_answer_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspace_module, "MUCH", 0)
    kept, shed = Workspace(LIBRARY), Workspace(LIBRARY)
    expected = answers(kept, opened(kept), sheds=False)
    assert answers(shed, opened(shed), sheds=True) == expected
    assert sum(one is not None for one in expected) > 300


def test_one_document_stays_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspace_module, "MUCH", 1)
    workspace = Workspace(LIBRARY)
    documents = opened(workspace)
    answers(workspace, documents, sheds=False)
    trees = [workspace.module_of(document).tree for document in documents]
    last = trees[-1].blocks
    workspace.shed(documents[-1])
    assert [tree.parsed for tree in trees[:-1]] == [0] * (len(trees) - 1)
    assert trees[-1].blocks is last
    assert [document.text for document in documents] == [tree.text for tree in trees]


def test_who_stays_keeps_what_was_parsed_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspace_module, "MUCH", 1)
    workspace = Workspace(LIBRARY)
    documents = opened(workspace)
    workspace.shed(documents[0])
    answers(workspace, documents, sheds=False)
    before = [workspace.module_of(document).tree.parsed for document in documents]
    workspace.shed(documents[0])
    assert [workspace.module_of(document).tree.parsed for document in documents] == before
    workspace.shed(documents[1])
    assert workspace.module_of(documents[0]).tree.parsed == 0


def test_little_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspace_module, "MUCH", 10_000_000)
    workspace = Workspace(LIBRARY)
    documents = opened(workspace)
    answers(workspace, documents, sheds=False)
    before = [workspace.module_of(document).tree.parsed for document in documents]
    workspace.shed(documents[0])
    assert [workspace.module_of(document).tree.parsed for document in documents] == before
    assert sum(before) > 0
