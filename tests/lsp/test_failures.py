"""A feature that fails answers with nothing, is logged once, and can be repeated from the log."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.lsp_session import environment
from tests.support.raw_session import Raw

# A server whose features fail in a document that says so.
FAULTY = """\
import sys
from cheatsheet_ls.features import actions, completion, hover
def faulty(real):
    def fail(*given):
        documents = [getattr(one, "document", one) for one in given]
        if any("boom" in getattr(one, "text", "") for one in documents):
            raise KeyError("a surprise")
        return real(*given)
    return fail
hover.hover = faulty(hover.hover)
completion.complete = faulty(completion.complete)
actions.actions = faulty(actions.actions)
from cheatsheet_ls.lsp.server import serve_stdio
serve_stdio()
"""
BOOM = "from django.db import models\nx = models.CharField()  # boom\n"
NOTHING: dict[str, Any] = {"hover": None, "completion": None, "codeAction": []}
WHERE = {"line": 1, "character": 14}


def started(root: Path) -> Raw:
    own = {name: text for name, text in environment().items() if name != "CHEATSHEET_TEST"}
    server = Raw([sys.executable, "-c", FAULTY], cwd=root, env=own)
    server.initialize(root)
    return server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Raw]:
    raw = started(tmp_path)
    yield raw
    raw.process.kill()
    raw.process.communicate()


def asked(method: str, path: Path) -> dict[str, Any]:
    at: dict[str, Any] = {"textDocument": {"uri": path.as_uri()}, "position": WHERE}
    if method == "codeAction":
        at = {**at, "range": {"start": WHERE, "end": WHERE}, "context": {"diagnostics": []}}
    return at


def log_of(server: Raw) -> str:
    server.ask("shutdown", number=900)
    server.send(method="exit")
    return server.process.communicate()[1].decode()


def records(log: str) -> list[dict[str, Any]]:
    lines = [line for line in log.splitlines() if "to repeat it: " in line]
    return [json.loads(line.partition("to repeat it: ")[2]) for line in lines]


@pytest.mark.parametrize("method", NOTHING)
def test_a_failure_is_answered_with_nothing_and_told_once(server: Raw, tmp_path: Path, method: str):
    path = tmp_path / "models.py"
    server.open(path, BOOM)
    for number in range(10, 15):
        answer = server.ask(f"textDocument/{method}", asked(method, path), number)
        assert answer["result"] == NOTHING[method]
    server.open(tmp_path / "views.py", BOOM.replace("boom", ""))
    assert server.hover(tmp_path / "views.py", 1, 14), "the next document is served"
    log = log_of(server)
    assert log.count("a surprise") == 1
    (record,) = records(log)
    assert record["method"] == f"textDocument/{method}"
    assert record["document"]["text"] == BOOM


def test_a_failure_is_repeated_from_what_the_log_says(server: Raw, tmp_path: Path):
    path = tmp_path / "models.py"
    server.open(path, "x = 1\n")
    change = {"text": BOOM}
    document = {"uri": path.as_uri(), "version": 7}
    server.send(
        method="textDocument/didChange",
        params={"textDocument": document, "contentChanges": [change]},
    )
    server.hover(path, 1, 14)
    (record,) = records(log_of(server))
    another = started(tmp_path)
    another.send(method="textDocument/didOpen", params={"textDocument": record["document"]})
    assert another.ask(record["method"], record["params"], 10)["result"] is None
    assert records(log_of(another)) == [record]
