"""An LSP client that measures: one process, one request at a time, a stamp at each answer's end.

with Client(server, root) as client:         # started, not yet initialized
    client.initialize()
    client.open(path, text)
    client.hover(path, place); client.took   # milliseconds
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any

from benchmarks import process_tree
from benchmarks.servers import Server
from tools.demo.session import CAPABILITIES

LIMIT = 240.0  # seconds that one session may last; a server that hangs must not hang the table
LANGUAGES = {".py": "python", ".html": "html"}
Place = dict[str, int]


class Ended(Exception):
    """The server ended, or was ended for taking too long."""


class Client:
    def __init__(self, server: Server, root: Path, options: dict[str, Any] | None = None) -> None:
        self.server, self.root = server, root
        self.options = {**server.options, **(options or {})}
        self.took = 0.0
        self._last_id = 0
        self._versions: dict[str, int] = {}
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            server.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **server.environment},
            cwd=root,
            start_new_session=True,
        )
        self._watchdog = threading.Timer(LIMIT, self._kill)
        self._watchdog.daemon = True
        self._watchdog.start()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._watchdog.cancel()
        if error is None:
            try:
                self.request("shutdown", None)
                self.notify("exit", None)
                self._process.communicate(timeout=5)
            except (Ended, OSError, ValueError, subprocess.TimeoutExpired):
                pass
        self._kill()
        self._process.communicate()

    def _kill(self) -> None:
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except (OSError, AttributeError):
            self._process.kill()

    # --- what the process has used ---------------------------------------------------------------

    def since_start(self) -> float:
        return 1000 * (time.perf_counter() - self.started)

    def cpu_ms(self) -> float | None:
        return process_tree.cpu_ms(self._process.pid)

    def memory_mb(self) -> float | None:
        return process_tree.memory_mb(self._process.pid)

    # --- the session -----------------------------------------------------------------------------

    def initialize(self) -> dict[str, Any]:
        folder = {"uri": self.root.as_uri(), "name": self.root.name}
        params = {
            "processId": os.getpid(),
            "rootUri": folder["uri"],
            "workspaceFolders": [folder],
            "initializationOptions": self.options,
            "capabilities": CAPABILITIES,
        }
        result: dict[str, Any] = self.request("initialize", params)
        return result

    def initialized(self) -> None:
        self.notify("initialized", {})

    def open(self, path: Path, text: str) -> None:
        uri = path.as_uri()
        self._versions[uri] = 1
        language = LANGUAGES.get(path.suffix, "plaintext")
        document = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})

    def change(self, path: Path, start: Place, end: Place, text: str) -> None:
        uri = path.as_uri()
        self._versions[uri] += 1
        document = {"uri": uri, "version": self._versions[uri]}
        edit = {"range": {"start": start, "end": end}, "text": text}
        changed = {"textDocument": document, "contentChanges": [edit]}
        self.notify("textDocument/didChange", changed)

    def hover(self, path: Path, place: Place) -> Any:
        return self._ask("textDocument/hover", path, position=place)

    def completion(self, path: Path, place: Place) -> Any:
        return self._ask("textDocument/completion", path, position=place)

    def actions(self, path: Path, place: Place) -> Any:
        span = {"start": place, "end": place}
        context: dict[str, Any] = {"diagnostics": []}
        return self._ask("textDocument/codeAction", path, range=span, context=context)

    def _ask(self, method: str, path: Path, **more: Any) -> Any:
        return self.request(method, {"textDocument": {"uri": path.as_uri()}, **more})

    # --- frames ----------------------------------------------------------------------------------

    def request(self, method: str, params: Any) -> Any:
        """The result; an error answers None, as nothing is shown for it. `took` is set."""
        self._last_id += 1
        started = time.perf_counter()
        self._send({"id": self._last_id, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._last_id and "method" not in message:
                self.took = 1000 * (self._heard - started)
                return message.get("result")
            if "method" in message and "id" in message:
                self._send({"id": message["id"], "result": _reply(message)})

    def notify(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        try:
            self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            self._process.stdin.flush()
        except OSError as error:
            raise Ended(self.server.name) from error

    def _receive(self) -> dict[str, Any]:
        stream = self._process.stdout
        assert stream is not None
        length = 0
        while (line := stream.readline()) not in (b"\r\n", b"\n"):
            if not line:
                raise Ended(self.server.name)
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        body = stream.read(length)
        self._heard = time.perf_counter()
        if len(body) < length:
            raise Ended(self.server.name)
        message: dict[str, Any] = json.loads(body)
        return message


def _reply(message: dict[str, Any]) -> Any:
    """What an editor with nothing configured answers to the server's own requests."""
    if message["method"] == "workspace/configuration":
        return [None] * len(message["params"]["items"])
    return None
