"""A server process spoken to by hand, for what no well-behaved client would send."""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.support.lsp_session import SERVER, environment

WAIT = 30
LONGEST = 240.0  # seconds of one session


class Raw:
    """Frames by hand. `heard` are the notifications and requests of the server, in their order."""

    def __init__(
        self,
        command: Sequence[str] = SERVER,
        cwd: Path | None = None,
        env: dict[str, str] | None = None,
    ) -> None:
        self.heard: list[Any] = []
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=cwd, env=env or environment()
        )
        # Whoever waits for what never comes fails, and does not hang.
        watchdog = threading.Timer(LONGEST, self.process.kill)
        watchdog.daemon = True
        watchdog.start()

    def send(self, **message: Any) -> None:
        self.send_bytes(json.dumps({"jsonrpc": "2.0", **message}).encode())

    def send_bytes(self, content: bytes) -> None:
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self.process.stdin.flush()

    def receive(self) -> Any:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        return json.loads(self.process.stdout.read(length))

    def ask(self, method: str, params: Any = None, number: int = 1) -> Any:
        """The answer to one request; what the server says of its own accord is passed over."""
        self.send(id=number, method=method, params=params)
        while "method" in (answer := self.receive()) or answer.get("id") != number:
            self.heard.append(answer)
        return answer

    def await_method(self, method: str) -> Any:
        """The next message of the server that has this method, heard before or yet to come."""
        while not (found := [one for one in self.heard if one.get("method") == method]):
            self.heard.append(self.receive())
        self.heard.remove(found[0])
        return found[0]

    def initialize(self, root: Path | None = None, options: Any = None, **capabilities: Any) -> Any:
        params = {
            "processId": os.getpid(),
            "rootUri": root.as_uri() if root else None,
            "initializationOptions": options,
            "capabilities": capabilities,
        }
        result = self.ask("initialize", params)["result"]
        self.send(method="initialized", params={})
        return result

    def open(self, path: Path, text: str, language: str = "python") -> None:
        item = {"uri": path.as_uri(), "languageId": language, "version": 1, "text": text}
        self.send(method="textDocument/didOpen", params={"textDocument": item})

    def hover(self, path: Path, line: int, character: int, number: int = 50) -> Any:
        where = {"line": line, "character": character}
        params = {"textDocument": {"uri": path.as_uri()}, "position": where}
        return self.ask("textDocument/hover", params, number)["result"]

    def shows(self, path: Path, words: str, line: int = 1, character: int = 13) -> bool:
        """Whether the hover says so, sooner or later: a sheet is read in the background."""
        return any(
            words in str(self.hover(path, line, character, number)) for number in range(1000, 9000)
        )

    def ended(self) -> int:
        self.process.communicate(timeout=WAIT)
        return self.process.returncode
