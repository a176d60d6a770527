"""A client that announces nothing, with two folders of two Django releases: plain text, each true
for its own folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.raw_session import Raw

RELEASES = ("4.2", "6.1")
MODEL = """from django.db import models


class Book(models.Model):
    title = models.CharField(max_length=200)
    publisher = models.Fore
"""
SETTINGS = "SECURE_CSP = {}\n"


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Raw, Path]]:
    root = tmp_path_factory.mktemp("bare")
    for release in RELEASES:
        (root / release / "site").mkdir(parents=True)
        (root / release / "requirements.txt").write_text(f"Django=={release}\n", encoding="utf-8")
        (root / release / "manage.py").write_text("import django\n", encoding="utf-8")
    raw = Raw()
    folders = [{"uri": (root / release).as_uri(), "name": release} for release in RELEASES]
    params = {"processId": None, "rootUri": None, "capabilities": {}, "workspaceFolders": folders}
    assert raw.ask("initialize", params)["result"]["capabilities"]["hoverProvider"]
    raw.send(method="initialized", params={})
    yield raw, root
    raw.process.kill()
    raw.process.communicate()


def ask(bare: tuple[Raw, Path], method: str, file: str, text: str, line: int, at: int) -> Any:
    raw, root = bare
    raw.open(root / file, text)
    where = {"line": line, "character": at}
    document = {"uri": (root / file).as_uri()}
    params: dict[str, Any] = {"textDocument": document, "position": where}
    if method == "codeAction":
        span = {"start": where, "end": where}
        params = {"textDocument": document, "range": span, "context": {"diagnostics": []}}
    return raw.ask(f"textDocument/{method}", params, 70)["result"]


def plain(contents: Any) -> str:
    return contents if isinstance(contents, str) else str(contents["value"])


@pytest.mark.parametrize("release", RELEASES)
def test_a_hover_is_plain_text(bare: tuple[Raw, Path], release: str):
    found = ask(bare, "hover", f"{release}/models.py", MODEL, 4, 22)
    text = plain(found["contents"])
    assert text.startswith("CharField (model field): ")
    assert not [sign for sign in ("**", "```", "](") if sign in text]


def test_each_folder_has_its_own_django(bare: tuple[Raw, Path]):
    old, new = (
        plain(ask(bare, "hover", f"{release}/site/settings.py", SETTINGS, 0, 3)["contents"])
        for release in RELEASES
    )
    assert "Added in 6.0: your project is on 4.2." in old
    assert "Added in" not in new


def test_completion_has_no_tab_stops(bare: tuple[Raw, Path]):
    found = ask(bare, "completion", "6.1/models.py", MODEL, 5, 27)
    assert "ForeignKey" in [item["label"] for item in found["items"]]
    for item in found["items"]:
        assert item.get("insertTextFormat", 1) == 1
        assert "$" not in item["textEdit"]["newText"]


def test_an_action_is_a_command(bare: tuple[Raw, Path]):
    """Without code action literals there are commands alone; the server asks for the edit."""
    found = ask(bare, "codeAction", "6.1/models.py", MODEL, 4, 22)
    assert found[0]["title"].startswith("Insert example: ")
    assert found[0]["command"] == "djangoCheatsheet.insertExample"
