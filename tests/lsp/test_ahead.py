"""Nobody gets an answer that is too late: cancelled, or about a text that has changed since."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cheatsheet_ls.lsp.ahead import Ahead
from tests.support.raw_session import Raw

URI = "file:///site/models.py"
MODEL = "from django.db import models\nx = models.CharField()\n"


def asked(method: str, line: int = 1, character: int = 5) -> dict[str, Any]:
    where = {"line": line, "character": character}
    return {
        "id": 1,
        "method": f"textDocument/{method}",
        "params": {"textDocument": {"uri": URI}, "position": where},
    }


def typed(text: str, character: int = 5, length: int = 0, uri: str = URI) -> dict[str, Any]:
    span = {
        "start": {"line": 1, "character": character},
        "end": {"line": 1, "character": character + length},
    }
    params = {
        "textDocument": {"uri": uri, "version": 2},
        "contentChanges": [{"range": span, "text": text}],
    }
    return {"method": "textDocument/didChange", "params": params}


def after(*coming: dict[str, Any]) -> Ahead:
    ahead = Ahead()
    for message in coming:
        ahead.note(message)
    return ahead


@pytest.mark.parametrize("method", ["hover", "codeAction", "completion"])
def test_a_question_about_a_text_that_is_changing_is_outdated(method: str):
    assert after(typed("x", character=0)).is_outdated(asked(method))


def test_a_question_asked_after_the_change_was_read_is_not():
    ahead = after(typed("x"))
    ahead.taken(typed("x"))
    assert not ahead.is_outdated(asked("hover"))


def test_another_document_may_change():
    assert not after(typed("x", uri="file:///site/views.py")).is_outdated(asked("hover"))


def test_one_document_has_many_uris():
    assert after(typed("x", uri="file:///site/mod%65ls.py")).is_outdated(asked("hover"))


@pytest.mark.parametrize(
    ("changes", "outdated"),
    [
        ([typed("a"), typed("b", 6), typed("_9", 7)], False),
        ([typed("a"), typed(" ", 6)], True),
        ([typed("a"), typed("", 5, 1)], True),
        ([typed("a", 3)], True),
        ([typed("é")], True),
        ([{"method": "textDocument/didChange", "params": {"textDocument": {"uri": URI}}}], False),
    ],
    ids=["a word goes on", "it ends", "taken back", "elsewhere", "not ascii", "nothing changed"],
)
def test_completions_are_still_wanted_while_the_word_goes_on(changes: Any, outdated: bool):
    """Editors ask once a word and filter what they got."""
    assert after(*changes).is_outdated(asked("completion")) is outdated


def test_an_action_is_named_by_its_data():
    request = {"id": 1, "method": "codeAction/resolve", "params": {"data": {"uri": URI}}}
    assert after(typed("x")).is_outdated(request)
    assert not after(typed("x")).is_outdated({**request, "method": "completionItem/resolve"})


@pytest.mark.parametrize("params", [None, [], 7, {"id": []}, {"id": {}}, {"textDocument": 1}])
def test_nonsense_is_noted_without_harm(params: Any):
    for method in ("$/cancelRequest", "textDocument/didChange", "textDocument/hover"):
        ahead = after({"method": method, "params": params})
        assert not ahead.is_outdated({"method": method, "params": params})
        ahead.taken({"method": method, "params": params})
        assert ahead.cancelled == set()


# --- a real server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Raw]:
    raw = Raw()
    raw.initialize(tmp_path)
    yield raw
    raw.process.kill()
    raw.process.communicate()


def answers(server: Raw, *messages: dict[str, Any]) -> dict[int, Any]:
    """To requests that come in together with what follows them, by their number."""
    frames = [json.dumps({"jsonrpc": "2.0", **message}).encode() for message in messages]
    # A slow question first: the reader then sees all of the others before their turn.
    slow = json.dumps({"jsonrpc": "2.0", **asked("completion"), "id": 99}).encode()
    assert server.process.stdin
    server.process.stdin.write(
        b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(one), one) for one in [slow, *frames])
    )
    server.process.stdin.flush()
    found: dict[int, Any] = {}
    while len(found) < 1 + sum("id" in message for message in messages):
        message = server.receive()
        if "method" not in message:
            found[message["id"]] = message
    return found


def test_of_a_burst_only_the_newest_text_is_answered(server: Raw):
    item = {"uri": URI, "languageId": "python", "version": 1, "text": MODEL}
    server.send(method="textDocument/didOpen", params={"textDocument": item})
    where = {"line": 1, "character": 14}
    burst = []
    for number in range(20):
        burst += [{**asked("hover", **where), "id": number}, typed("x", character=0)]
        where["character"] += 1
    found = answers(server, *burst, {**asked("hover", **where), "id": 20})
    assert found[20]["result"], "the newest is answered"
    assert {found[number].get("error", {}).get("code") for number in range(20)} == {-32801}


def test_cancelled_work_is_not_begun(server: Raw):
    item = {"uri": URI, "languageId": "python", "version": 1, "text": MODEL}
    server.send(method="textDocument/didOpen", params={"textDocument": item})
    requests = [{**asked("hover", 1, 14), "id": number} for number in range(10)]
    cancels = [{"method": "$/cancelRequest", "params": {"id": number}} for number in range(9)]
    found = answers(server, *requests, *cancels)
    assert {found[number]["error"]["code"] for number in range(9)} == {-32800}
    assert found[9]["result"]
