"""The life of the server process: how it ends, what it writes, what it answers to nonsense."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.lsp_session import SERVER, environment
from tests.support.raw_session import WAIT, Raw


@pytest.fixture
def server() -> Iterator[Raw]:
    raw = Raw()
    yield raw
    if raw.process.poll() is None:
        raw.process.kill()
        raw.process.communicate()


def test_shutdown_and_exit_end_with_0(server: Raw):
    server.initialize()
    assert server.ask("shutdown", number=2)["result"] is None
    server.send(method="exit")
    assert server.ended() == 0


def test_exit_alone_ends_with_1(server: Raw):
    server.initialize()
    server.send(method="exit")
    assert server.ended() == 1


def test_a_client_that_goes_away_takes_the_server_with_it(server: Raw):
    server.initialize()
    assert server.process.stdin
    server.process.stdin.close()
    server.process.stdin = None
    assert server.ended() == 1


def test_requests_before_initialize_are_refused(server: Raw):
    assert server.ask("textDocument/hover", {})["error"]["code"] == -32002


def test_requests_after_shutdown_are_refused(server: Raw):
    server.initialize()
    server.ask("shutdown", number=2)
    assert server.ask("textDocument/hover", {}, number=3)["error"]["code"] == -32600


def test_an_unknown_method_is_named_as_such(server: Raw):
    server.initialize()
    assert server.ask("textDocument/teleport", {}, number=2)["error"]["code"] == -32601


def test_parameters_of_the_wrong_shape_are_refused_and_the_server_goes_on(server: Raw):
    server.initialize()
    assert server.ask("textDocument/hover", {"position": "here"}, 2)["error"]["code"] == -32602
    assert server.ask("cheatsheet/search", {"query": "CharField"}, 3)["result"]


def test_content_that_is_no_json_is_answered_and_the_server_goes_on(server: Raw):
    server.initialize()
    server.send_bytes(b"{nonsense")
    while "error" not in (answer := server.receive()):
        pass
    assert answer["error"]["code"] == -32700
    assert server.ask("cheatsheet/search", {"query": "CharField"}, 3)["result"]


def test_a_request_cancelled_in_line_is_answered_as_cancelled(server: Raw):
    server.initialize()
    for number in (7, 8):
        server.send(id=number, method="cheatsheet/search", params={"query": "CharField"})
    server.send(method="$/cancelRequest", params={"id": 8})
    answers = {}
    while len(answers) < 2:
        answer = server.receive()
        if answer.get("id") in (7, 8):
            answers[answer["id"]] = answer
    assert answers[7]["result"]
    # Whether the cancellation comes in time is up to the machine; an answer comes in any case.
    assert answers[8].get("result") or answers[8]["error"]["code"] == -32800


def test_nothing_but_the_protocol_is_written_to_standard_output(tmp_path: Path):
    code = (
        "import sys; from cheatsheet_ls.lsp import server\n"
        "make = server.create_server\n"
        "def loud(): print('stray'); sys.stdout.flush(); return make()\n"
        "server.create_server = loud\n"
        "sys.exit(server.serve_stdio())\n"
    )
    request = json.dumps({"jsonrpc": "2.0", "method": "exit"}).encode()
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=b"Content-Length: %d\r\n\r\n%s" % (len(request), request),
        capture_output=True,
        env=environment(),
        timeout=WAIT,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == b""
    assert b"stray" in done.stderr


def test_one_client_is_served_over_tcp(tmp_path: Path):
    import re
    import socket

    process = subprocess.Popen(
        [*SERVER[:3], "serve", "--tcp", "127.0.0.1:0"],
        stderr=subprocess.PIPE,
        env=environment(),
    )
    try:
        assert process.stderr
        found = re.search(rb"listening on 127\.0\.0\.1:(\d+)", process.stderr.readline())
        assert found
        with socket.create_connection(("127.0.0.1", int(found[1])), timeout=WAIT) as client:
            for method in ("shutdown", "exit"):
                body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method}).encode()
                client.sendall(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
            assert b'"code": -32002' in client.recv(4096)
        process.communicate(timeout=WAIT)
        assert process.returncode == 1
    finally:
        process.kill()
        process.communicate()


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a process cannot be asked for safely")
def test_the_server_ends_with_the_process_the_client_named(server: Raw):
    """Where our input stays open, because a child of the client holds it too."""
    client = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    server.ask("initialize", {"processId": client.pid, "rootUri": None, "capabilities": {}})
    assert server.process.poll() is None
    client.kill()
    client.communicate()
    ended = server.process.wait(WAIT)
    server.process.communicate()
    assert ended == 1
