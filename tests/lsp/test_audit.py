"""What a session does to the world, told by Python itself: no network, no program, one cache.

The session opens a project with own sheets, hovers, completes, acts, saves and reloads.
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest

from tests.support import audited
from tests.support.lsp_session import ROOT, environment
from tests.support.raw_session import Raw

MODEL = "from django.db import models\nfrom . import other\nx = models.CharField()\n"
TEAM = "# Team\n\n## CharField\n\nOurs.\n\n- **Symbol:** `django.db.models.CharField`\n"

Event = list[str]


def session(root: Path, log: Path, cache: Path) -> None:
    (root / "shop").mkdir(parents=True)
    (root / "manage.py").write_text("import django\n")
    (root / "shop" / "other.py").write_text("import shop.never\n")
    (root / "team.md").write_text(TEAM)
    (root / "pyproject.toml").write_text('[tool.django-cheatsheet]\nsheets = ["team.md"]\n')
    env = {**environment(), "XDG_CACHE_HOME": str(cache), "PYTHONDONTWRITEBYTECODE": "1"}
    server = Raw([sys.executable, audited.__file__, str(log)], cwd=root, env=env)
    try:
        server.initialize(root)
        path = root / "shop" / "models.py"
        server.open(path, MODEL)
        number = 100
        while "ours" not in str(server.hover(path, 2, 14, number)).lower():
            number += 1
        where = {"line": 2, "character": 14}
        at = {"textDocument": {"uri": path.as_uri()}, "position": where}
        span = {"textDocument": at["textDocument"], "range": {"start": where, "end": where}}
        server.ask("textDocument/completion", at, 2)
        server.ask("textDocument/codeAction", {**span, "context": {"diagnostics": []}}, 3)
        server.ask("workspace/symbol", {"query": "dj char"}, 4)
        server.ask("cheatsheet/search", {"query": "CharField"}, 5)
        saved = {"textDocument": {"uri": (root / "team.md").as_uri()}}
        server.send(method="textDocument/didSave", params=saved)
        server.ask("shutdown", number=6)
        server.send(method="exit")
        assert server.ended() == 0
    finally:
        server.process.kill()
        server.process.communicate()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Event]]:
    """The folder of the session, and what happened in it."""
    folder = tmp_path_factory.mktemp("audit")
    session(folder / "site", folder / "log", folder / "cache")
    lines = (folder / "log").read_text(encoding="utf-8").splitlines()
    return folder, [json.loads(line) for line in lines]


def of(events: list[Event], names: tuple[str, ...]) -> list[Event]:
    return [event for event in events if event[0] in names]


def test_the_ear_hears(world: tuple[Path, list[Event]]):
    """Else the tests below would prove nothing."""
    assert any(event[:2] == ["import", "cheatsheet_ls.lsp.server"] for event in world[1])
    assert any(event[0] == "open" for event in world[1])


def test_the_network_is_never_touched(world: tuple[Path, list[Event]]):
    assert of(world[1], audited.NETWORK) == []


def test_no_program_is_started(world: tuple[Path, list[Event]]):
    assert of(world[1], audited.PROGRAMS) == []


def test_nothing_of_the_workspace_is_imported_or_run(world: tuple[Path, list[Event]]):
    site = str(world[0] / "site")
    assert [event for event in of(world[1], ("exec",)) if event[1].startswith(site)] == []
    names = {event[1].partition(".")[0] for event in of(world[1], ("import",))}
    assert names.isdisjoint({"shop", "manage", "django"})


def test_nothing_is_written_but_one_cache(world: tuple[Path, list[Event]]):
    folder, events = world
    cache = folder / "cache" / "django-cheatsheet-ls"
    written = [event[1] for event in of(events, ("open", *audited.WRITING))]
    written = [name for name in written if not name.isdigit()]  # opened before, by its path
    assert written, "the cache at least"
    # The cache's folder itself may have to be made, with the folders above it.
    strangers = {one for one in written if not one.startswith(str(cache)) and one != os.devnull}
    assert strangers <= {str(cache.parent), str(cache.parent.parent)}
    assert sorted(path.name for path in folder.iterdir()) == ["cache", "log", "site"]
    assert {path.suffix for path in cache.iterdir()} == {".sheet"}


def test_a_spoilt_cache_harms_nothing(tmp_path: Path):
    for turn, spoil in enumerate((b"", b"\0" * 100, b'{"format": 1, "crc": 0, "entries": 1}\n[]')):
        for kept in tmp_path.glob("cache/*/*"):
            kept.write_bytes(spoil)
        session(tmp_path / f"site{turn}", tmp_path / "log", tmp_path / "cache")


def test_the_server_s_code_speaks_of_no_network_and_no_program():
    """Beside what happened in one session: the words are not even there, but for one function of
    the C library that gives memory back.
    """
    words = ("import socket", "import urllib", "import http", "import subprocess", "os.system(")
    words += ("import ctypes", "importlib.import_module", "__import__(", "pickle", "eval(", "exec(")
    found = []
    for path in sorted((ROOT / "server").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        found += [f"{path.name}: {word}" for word in words if _says(text, word)]
    assert found == ["resting.py: import ctypes"]
    resting = (ROOT / "server/cheatsheet_ls/lsp/resting.py").read_text(encoding="utf-8")
    asked = re.findall(r"ctypes\.(\w+)(?:\(None\)\.(\w+))?", resting)
    assert {name or kind for kind, name in asked} == {"malloc_trim", "c_size_t", "c_int"}


def _says(text: str, word: str) -> bool:
    """`word` as code: not within a longer name or a sentence of a docstring."""
    lines = (line.strip() for line in text.splitlines())
    return any(
        line.startswith(word) or (word.endswith("(") and f" {word}" in f" {line}")
        for line in lines
        if not line.startswith(("#", '"'))
    )
