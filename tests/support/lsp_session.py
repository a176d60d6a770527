"""A real server process, and a client with the recorded capabilities of an editor."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest_lsp
from lsprotocol import converters, types
from pytest_lsp import LanguageClient

from tests.support.marked import cursor

SERVER = [sys.executable, "-m", "cheatsheet_ls", "serve", "--stdio"]
CLIENTS = Path(pytest_lsp.__file__).parent / "clients"
ROOT = Path(__file__).parents[2]
WIDTHS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


def environment() -> dict[str, str]:
    """Surprises are errors, and the cache of the developer's own server is left alone."""
    paths = os.pathsep.join(filter(None, [str(ROOT / "server"), os.environ.get("PYTHONPATH")]))
    cache = ROOT / ".cache" / "tests"
    own = {"PYTHONPATH": paths, "CHEATSHEET_TEST": "1", "XDG_CACHE_HOME": str(cache)}
    return {**os.environ, "PYTHONWARNINGS": "error", **own}


def recorded(client: str, encoding: str, root: Path, **more: Any) -> types.InitializeParams:
    """What an editor sent, with the position encoding and the folder a test wants."""
    params = json.loads((CLIENTS / f"{client}.json").read_text(encoding="utf-8"))
    params["capabilities"].setdefault("general", {})["positionEncodings"] = [encoding]
    folder = {"uri": root.as_uri(), "name": root.name}
    known = {"processId": os.getpid(), "rootUri": root.as_uri(), "workspaceFolders": [folder]}
    raw = {**known, **params, **more}
    return converters.get_converter().structure(raw, types.InitializeParams)


def make_client() -> LanguageClient:
    """A client that lets the server register, as editors do."""
    client = pytest_lsp.make_test_lsp_client()
    client.registered = []  # type: ignore[attr-defined]

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(params: types.RegistrationParams) -> None:
        client.registered.extend(params.registrations)  # type: ignore[attr-defined]

    return client


class Editor:
    """One client in a project folder; positions come from the `<|>` of a text."""

    def __init__(self, client: LanguageClient, root: Path, encoding: str) -> None:
        self.client = client
        self.root = root
        self.encoding = encoding

    def open(
        self, marked: str, name: str = "models.py", language: str = "python"
    ) -> tuple[types.TextDocumentIdentifier, types.Position]:
        """A document, now open, and the position of its cursor."""
        text, offset = cursor(marked)
        uri = (self.root / name).as_uri()
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return types.TextDocumentIdentifier(uri), self.position(text, offset)

    def position(self, text: str, offset: int) -> types.Position:
        before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
        codec, width = WIDTHS[self.encoding]
        line = before.rpartition("\n")[2]
        return types.Position(before.count("\n"), len(line.encode(codec)) // width)

    async def hover(self, marked: str, name: str = "models.py", language: str = "python") -> str:
        found = await self.client.text_document_hover_async(
            types.HoverParams(*self.open(marked, name, language))
        )
        if found is None:
            return ""
        assert isinstance(found.contents, types.MarkupContent)
        return found.contents.value

    async def ask(self, method: str, params: Any) -> Any:
        """A request of our own, with its answer as plain JSON."""
        return plain(await self.client.protocol.send_request_async(method, params))


def plain(answer: Any) -> Any:
    """pygls makes named tuples of some objects and leaves others as they are."""
    if hasattr(answer, "_asdict"):
        answer = answer._asdict()
    if isinstance(answer, dict):
        return {name: plain(value) for name, value in answer.items()}
    return [plain(one) for one in answer] if isinstance(answer, (list, tuple)) else answer


def edited(text: str, edits: Any, encoding: str) -> str:
    """The text after the edits of a completion or an action, applied as an editor does."""
    ordered = sorted(edits, key=lambda one: (one.range.start.line, one.range.start.character))
    for edit in reversed(ordered):
        start = _offset(text, edit.range.start, encoding)
        end = _offset(text, edit.range.end, encoding)
        text = text[:start] + edit.new_text + text[end:]
    return text


def _offset(text: str, position: types.Position, encoding: str) -> int:
    codec, width = WIDTHS[encoding]
    lines = text.split("\n")
    head = lines[position.line].encode(codec)[: position.character * width]
    return sum(len(line) + 1 for line in lines[: position.line]) + len(head.decode(codec))
