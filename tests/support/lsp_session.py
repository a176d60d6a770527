"""A real server process and a client with the recorded capabilities of an editor."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest_lsp
from lsprotocol import types
from pytest_lsp import LanguageClient

from tests.support.marked import cursor

SERVER = [sys.executable, "-m", "cheatsheet_ls", "serve", "--stdio"]
CLIENTS = Path(pytest_lsp.__file__).parent / "clients"
ROOT = Path(__file__).parents[2]


def environment(cache: Path) -> dict[str, str]:
    """Surprises are errors, and the cache of the developer's own server is left alone."""
    paths = os.pathsep.join([str(ROOT / "server"), os.environ.get("PYTHONPATH", "")])
    return {
        **os.environ,
        "PYTHONPATH": paths,
        "PYTHONWARNINGS": "error",
        "CHEATSHEET_TEST": "1",
        "XDG_CACHE_HOME": str(cache),
    }


def recorded(client: str, encoding: str) -> types.InitializeParams:
    """What an editor sent, with the position encoding a test wants."""
    params = json.loads((CLIENTS / f"{client}.json").read_text(encoding="utf-8"))
    params["capabilities"].setdefault("general", {})["positionEncodings"] = [encoding]
    return pytest_lsp.make_test_lsp_client().protocol._converter.structure(
        {"processId": os.getpid(), "rootUri": None, "workspaceFolders": None, **params},
        types.InitializeParams,
    )


class Editor:
    """One client in a project folder; positions come from the `<|>` of a text."""

    def __init__(self, client: LanguageClient, root: Path, encoding: str) -> None:
        self.client = client
        self.root = root
        self.encoding = encoding

    def open(self, marked: str, name: str = "models.py", language: str = "python") -> Any:
        """The position parameters of the cursor in a document that is now open."""
        text, offset = cursor(marked)
        uri = (self.root / name).as_uri()
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return types.TextDocumentIdentifier(uri), self.position(text, offset)

    def position(self, text: str, offset: int) -> types.Position:
        before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
        line = before.rpartition("\n")[2]
        codec = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[self.encoding]
        width = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[self.encoding]
        return types.Position(before.count("\n"), len(line.encode(codec)) // width)
