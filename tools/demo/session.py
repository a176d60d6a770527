"""A plain LSP client over stdio: enough of an editor to open documents and ask questions.

with Session(root) as editor:
    editor.open(root / "library/models.py", text)
    editor.hover("library/models.py", line, character)
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

SERVER = (sys.executable, "-m", "cheatsheet_ls")

# What a common editor can do: Markdown, snippets, edits in actions, UTF-16 positions.
CAPABILITIES: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "completion": {
            "completionItem": {
                "snippetSupport": True,
                "documentationFormat": ["markdown", "plaintext"],
                "resolveSupport": {
                    "properties": ["documentation", "detail", "additionalTextEdits"]
                },
            }
        },
        "codeAction": {
            "codeActionLiteralSupport": {
                "codeActionKind": {"valueSet": ["", "refactor", "quickfix"]}
            },
            "dataSupport": True,
            "resolveSupport": {"properties": ["edit"]},
        },
    },
    "workspace": {
        "workspaceEdit": {"documentChanges": True},
        "applyEdit": True,
        "configuration": False,
    },
}


class Session:
    """One server process with one workspace folder; leaving the `with` block shuts it down."""

    def __init__(self, root: Path, command: tuple[str, ...] = SERVER) -> None:
        self.root = root
        self._last_id = 0
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
        )

    def __enter__(self) -> Session:
        folder = {"uri": self.root.as_uri(), "name": self.root.name}
        self.server = self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": folder["uri"],
                "workspaceFolders": [folder],
                "capabilities": CAPABILITIES,
            },
        )
        self.notify("initialized", {})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self.request("shutdown", None)
            self.notify("exit", None)
            self._process.communicate(timeout=10)
        else:
            self._process.kill()
            self._process.communicate()

    def open(self, path: Path, text: str, language: str | None = None) -> str:
        """Opens a document and answers its URI."""
        language = language or {".py": "python", ".html": "html"}.get(path.suffix, "plaintext")
        uri = path.as_uri()
        document = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})
        return uri

    def close(self, uri: str) -> None:
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def ask(self, method: str, uri: str, text: str, offset: int, **more: Any) -> Any:
        """A request about a place in an open document; `offset` counts code points of `text`."""
        place = {"textDocument": {"uri": uri}, "position": position(text, offset)}
        return self.request(method, {**place, **more})

    def request(self, method: str, params: Any) -> Any:
        self._last_id += 1
        self._send({"id": self._last_id, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._last_id and "method" not in message:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message.get("result")
            if "method" in message and "id" in message:  # the server asks: nothing to tell it
                self._send({"id": message["id"], "result": None})

    def notify(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        stream = self._process.stdout
        assert stream is not None
        length = 0
        while (line := stream.readline()) not in (b"\r\n", b"\n"):
            if not line:
                raise RuntimeError(f"the server ended with status {self._process.wait()}")
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        message: dict[str, Any] = json.loads(stream.read(length))
        return message


def position(text: str, offset: int) -> dict[str, int]:
    """Line and UTF-16 column, as the protocol counts them."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    line, start = before.count("\n"), before.rpartition("\n")[2]
    return {"line": line, "character": len(start.encode("utf-16-le")) // 2}


def offset_at(text: str, place: dict[str, int]) -> int:
    """The other way round, for applying edits."""
    lines = text.splitlines(keepends=True)
    start = sum(len(line) for line in lines[: place["line"]])
    line = lines[place["line"]] if place["line"] < len(lines) else ""
    units = line.encode("utf-16-le")[: 2 * place["character"]]
    return start + len(units.decode("utf-16-le"))


def apply(text: str, edits: list[dict[str, Any]]) -> str:
    """The text after the edits, which never overlap."""
    ordered = sorted(edits, key=lambda edit: offset_at(text, edit["range"]["start"]), reverse=True)
    for edit in ordered:
        start = offset_at(text, edit["range"]["start"])
        end = offset_at(text, edit["range"]["end"])
        text = text[:start] + edit["newText"] + text[end:]
    return text
