"""Whatever is opened, a running server answers: with the right thing or with nothing, never an
error.

One server for all of it, so each case also shows that those before left it whole. Raised surprises
would end in an error answer: the guard raises again under test.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.marked import CURSOR
from tests.support.raw_session import Raw

HEAD = "from django.db import models\n"
FIELD = HEAD + "x = models.Char<|>Field()\n"
NESTED = "{% if a %}" * 500 + "{{ x|da<|>te }}" + "{% endif %}" * 500


class Session:
    """A server in a project; hovers by marked text, each in a document of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.raw = Raw()
        self.raw.initialize(root)
        self._number = 100

    def ask(self, method: str, uri: str, line: int, character: int, **more: Any) -> Any:
        self._number += 1
        where = {"line": line, "character": character}
        if method == "codeAction":
            more = {"range": {"start": where, "end": where}, "context": {"diagnostics": []}}
        params = {"textDocument": {"uri": uri}, "position": where, **more}
        answer = self.raw.ask("textDocument/" + method, params, self._number)
        assert "error" not in answer, answer
        return answer["result"]

    def everything(self, uri: str, line: int, character: int) -> str:
        """The hover's text, after completion and actions were asked there too."""
        self.ask("completion", uri, line, character)
        self.ask("codeAction", uri, line, character)
        found = self.ask("hover", uri, line, character)
        return str(found["contents"]["value"]) if found else ""

    def open(self, marked: str, name: str = "models.py", language: str = "python") -> Any:
        """Uri, line and character (UTF-16) of the cursor in a document that is now open."""
        text = marked.replace(CURSOR, "", 1)
        before = marked.partition(CURSOR)[0].replace("\r\n", "\n").replace("\r", "\n")
        self.raw.open(self.root / name, text, language)
        row = before.rpartition("\n")[2]
        units = len(row.encode("utf-16-le", "surrogatepass")) // 2
        return (self.root / name).as_uri(), before.count("\n"), units

    def shown(self, marked: str, name: str = "models.py", language: str = "python") -> str:
        return self.everything(*self.open(marked, name, language))

    def change(self, uri: str, line: int, character: int, text: str) -> None:
        where = {"line": line, "character": character}
        change = {"range": {"start": where, "end": where}, "text": text}
        document = {"uri": uri, "version": 2}
        params = {"textDocument": document, "contentChanges": [change]}
        self.raw.send(method="textDocument/didChange", params=params)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    root = tmp_path_factory.mktemp("my sité")
    (root / "manage.py").write_text("")
    session = Session(root)
    yield session
    session.raw.ask("shutdown", number=2)
    session.raw.send(method="exit")
    assert session.raw.ended() == 0


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "class A(models.Model):\n    x = models.Char<|>Field(\n    def f(self:\n",
        HEAD + "print 'x'\nexec 'y'\ny = models.Char<|>Field()\nraise E, 'z'\n",
        HEAD + "((((\n" + FIELD + "]]]]\n",
        FIELD.replace("\n", "\r\n"),
        FIELD.replace("\n", "\r"),
        "\ufeff" + FIELD,
        HEAD + "if 1:\n\tx = models.Char<|>Field()\n",
        HEAD + "# a\u2028b\x0cc\x85d\ny = 'a\u2028'; x = models.Char<|>Field()\n",
        HEAD + "y = '🐍🐍é'; x = models.Char<|>Field()\n",
        HEAD + "y = '\x00'\nx = models.Char<|>Field()\n",
        HEAD + "y = '\ud800'; x = models.Char<|>Field()\n",
        HEAD + "y = " + "[" * 3000 + "\n" + FIELD,
        HEAD + "y = '" + "a" * 5_000_000 + "'\nx = models.Char<|>Field()\n",
    ],
    ids=[
        "half-typed",
        "python2",
        "brackets",
        "crlf",
        "cr",
        "bom",
        "tab",
        "separators",
        "emoji",
        "null",
        "surrogate",
        "deep",
        "huge-line",
    ],
)
def test_odd_python_is_hovered_all_the_same(session: Session, text: str):
    assert "text" in session.shown(text).lower()


@pytest.mark.parametrize(
    "text",
    [
        "{{ x|da<|>te",
        NESTED,
        "{% " * 500 + "{{ x|da<|>te }}",
        "\ufeff🐍\r\n{{ x|da<|>te }}",
        "a" * 5_000_000 + "{{ x|da<|>te }}",
    ],
    ids=["cut", "nested", "openings", "crlf", "huge-line"],
)
def test_odd_templates_are_hovered_all_the_same(session: Session, text: str):
    shown = session.shown(text, "a.html", "django-html")
    assert "date" in shown or text.startswith("{% {%")


@pytest.mark.parametrize("text", ["{<|>", "{%<|>", "{% url <|>", "{{ x|<|>", "{% load<|>"])
def test_a_template_cut_off_in_a_tag_is_no_error(session: Session, text: str):
    session.shown(text, "cut.html", "django-html")


def test_modules_that_import_each_other_and_a_class_of_itself(session: Session):
    (session.root / "one.py").write_text("from two import *\nfrom two import B\nclass A(B): pass\n")
    (session.root / "two.py").write_text("from one import *\nfrom one import A\nclass B(A): pass\n")
    text = "from one import A\nclass C(A, C):\n    def sa<|>ve(self): pass\n"
    assert session.shown(text, "three.py") == ""
    loop = HEAD + "class C(C, models.Model):\n    x = models.Char<|>Field()\n"
    assert session.shown(loop, "three.py")


def test_binary_files_called_python_tell_nothing(session: Session):
    (session.root / "binary.py").write_bytes(bytes(range(256)) * 40)
    uri = (session.root / "binary.py").as_uri()
    assert session.everything(uri, 0, 3) == ""
    assert session.shown("from binary import *\nfrom binary import a\na.fil<|>ter()\n") == ""


def test_a_file_of_50000_lines_is_hovered_before_and_after_a_keystroke(session: Session):
    one = "class B{}(models.Model):\n    x = models.CharField(max_length=3)\n\n\n"
    body = "".join(one.format(number) for number in range(12_500))
    uri, line, character = session.open(HEAD + body + "y = models.Char<|>Field()\n", "big.py")
    assert line == 50_001
    before = session.everything(uri, line, character)
    session.change(uri, 25_000, 0, "\n")
    assert before
    assert session.everything(uri, line + 1, character) == before


@pytest.mark.parametrize("where", [(9, 9), (1, 999), (10**9, 10**9)])
def test_positions_past_the_end(session: Session, where: tuple[int, int]):
    uri, _, _ = session.open(FIELD)
    assert session.everything(uri, *where) == ""


@pytest.mark.parametrize(
    "uri",
    ["file:///nowhere/models.py", "untitled:Untitled-1", "", "::", "git:/x.py", "file:///%00"],
)
def test_documents_that_were_never_opened(session: Session, uri: str):
    assert session.everything(uri, 0, 0) == ""
    session.change(uri, 0, 0, "x")
    session.raw.send(method="textDocument/didClose", params={"textDocument": {"uri": uri}})
    assert session.shown(FIELD)


def test_one_document_has_many_uris(session: Session):
    uri, line, character = session.open(FIELD, "ü ber.py")
    plain = "FILE://localhost" + str(session.root / "ü ber.py")
    assert uri != plain
    assert session.everything(plain, line, character) == session.everything(uri, line, character)


def test_a_windows_uri_is_no_error_anywhere(session: Session):
    for uri in ("file:///c%3A/Site/models.py", "file:///C:/Site/models.py", "file://host/s/a.py"):
        text = {"uri": uri, "languageId": "python", "version": 1, "text": FIELD.replace(CURSOR, "")}
        session.raw.send(method="textDocument/didOpen", params={"textDocument": text})
        assert session.everything(uri, 1, 13)


def test_folders_that_nobody_knows_come_and_go(session: Session):
    for uri in ("file:///nowhere", "untitled:x", "file:///nowhere/else%20"):
        folder = {"uri": uri, "name": "gone"}
        for event in ({"added": [], "removed": [folder]}, {"added": [folder], "removed": []}):
            params = {"event": event}
            session.raw.send(method="workspace/didChangeWorkspaceFolders", params=params)
    assert session.shown(FIELD)


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_links_out_of_the_workspace_are_not_followed(session: Session, tmp_path: Path):
    secret = tmp_path / "secret.py"
    secret.write_text(HEAD + "class Base(models.Model): pass\nx = models.CharField()\n")
    (session.root / "link.py").symlink_to(secret)
    (session.root / "loop.py").symlink_to(session.root / "loop.py")
    assert session.everything((session.root / "link.py").as_uri(), 2, 13) == ""
    assert session.everything((session.root / "loop.py").as_uri(), 0, 0) == ""
    assert session.shown("from link import Base\nBase.objects.fil<|>ter()\n") == ""


def test_the_editor_s_text_counts_while_the_file_changes_on_disk(session: Session):
    base = session.root / "base.py"
    base.write_text(HEAD + "class Base(models.Model): pass\n")
    text = "from base import Base\nBase.objects.fil<|>ter()\n"
    uri, line, character = session.open(text, "uses.py")
    assert session.everything(uri, line, character)
    (session.root / "uses.py").write_text("gone = 1\n")
    base.write_text("Base = 1  # longer than before, and no model at all, nor anything else\n")
    changes = [{"uri": path.as_uri(), "type": 2} for path in (base, session.root / "uses.py")]
    session.raw.send(method="workspace/didChangeWatchedFiles", params={"changes": changes})
    assert session.everything(uri, line, character) == ""
    base.unlink()
    params = {"changes": [{"uri": base.as_uri(), "type": 3}]}
    session.raw.send(method="workspace/didChangeWatchedFiles", params=params)
    assert session.everything(uri, line, character) == ""
