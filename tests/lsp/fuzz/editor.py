"""An editor with one server and some documents: what the rules of the machine are made of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.lsp.fuzz.client import Breach, Client
from tests.lsp.fuzz.text import ENDS, position
from tests.lsp.fuzz.workspace import FILES, language_of

LONGEST = 60_000  # characters; what has grown beyond starts again


@dataclass(slots=True)
class Text:
    """One document as the editor has it."""

    name: str
    uri: str
    text: str
    version: int = 1
    is_open: bool = True

    @property
    def identifier(self) -> dict[str, str]:
        return {"uri": self.uri}


class Editor:
    """Keeps its own idea of each text, and tells the server what it does to it."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "site"
        self.client: Client | None = None
        self.texts: list[Text] = []
        self.encoding = "utf-16"

    @property
    def live(self) -> Client:
        assert self.client is not None
        return self.client

    def ask(self, method: str, params: Any) -> Any:
        return self.live.ask(method, params)

    def notify(self, method: str, params: Any) -> None:
        self.live.notify(method, params)

    def at(self, method: str, text: Text, where: dict[str, int]) -> Any:
        return self.ask(method, {"textDocument": text.identifier, "position": where})

    def answers(self, text: Text, where: dict[str, int]) -> tuple[Any, list[Any]]:
        found = self.at("textDocument/completion", text, where)
        labels = [(item["label"], item.get("textEdit")) for item in items(found)]
        return self.at("textDocument/hover", text, where), labels

    def still_answers(self) -> None:
        if self.ask("cheatsheet/search", {"query": "CharField", "limit": 1}) is None:
            raise Breach("answer", "nothing is found any more")

    def text(self, which: int) -> Text:
        return self.texts[which % len(self.texts)]

    def offset(self, text: Text, part: int) -> int:
        return sound(text.text, len(text.text) * part // 4095)

    def positions(self, text: Text, at: list[int]) -> list[dict[str, int]]:
        return [position(text.text, self.offset(text, one), self.encoding) for one in at]

    def open(self, text: Text) -> None:
        text.is_open, text.version = True, 1
        if text not in self.texts:
            self.texts.append(text)
        item = {"uri": text.uri, "languageId": language_of(text.name)}
        item |= {"version": 1, "text": text.text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def close(self, text: Text) -> None:
        text.is_open = False
        self.notify("textDocument/didClose", {"textDocument": text.identifier})

    def whole(self, text: Text, new: str) -> None:
        text.text, text.version = new, text.version + 1
        document = {**text.identifier, "version": text.version}
        params = {"textDocument": document, "contentChanges": [{"text": new}]}
        self.notify("textDocument/didChange", params)

    def change(
        self,
        text: Text,
        edits: list[tuple[int, int, str]],
        also: list[tuple[int, str]] | None = None,
    ) -> None:
        if not text.is_open:
            self.open(text)
        if len(text.text) > LONGEST:
            self.whole(text, FILES[text.name])
            edits = []
        changes = [self.made(text, *edit) for edit in edits]
        for at, piece in also or ():
            place = self.offset(text, at)
            changes.append(self.made(text, place, place, piece))
        text.version += 1
        document = {**text.identifier, "version": text.version}
        params = {"textDocument": document, "contentChanges": changes}
        self.notify("textDocument/didChange", params)

    def made(self, text: Text, start: int, end: int, new: str) -> dict[str, Any]:
        """One change in the protocol's words, made in our text."""
        span = {
            "start": position(text.text, start, self.encoding),
            "end": position(text.text, end, self.encoding),
        }
        text.text = text.text[:start] + new + text.text[end:]
        return {"range": span, "text": new}


def sound(text: str, offset: int) -> int:
    """The offset, or the next one that does not cut a line's end in two."""
    offset = min(offset, len(text))
    cuts = ENDS.match(text, offset - 1) if offset else None
    return offset + 1 if cuts and cuts.end() > offset else offset


def items(found: Any) -> list[Any]:
    return (found or {}).get("items") or []


def handshake(root: Path, encoding: str, rich: bool) -> dict[str, Any]:
    item = {"snippetSupport": rich, "documentationFormat": ["markdown" if rich else "plaintext"]}
    if rich:
        item["resolveSupport"] = {"properties": ["documentation", "additionalTextEdits"]}
    literals = {"codeActionKind": {"valueSet": ["refactor", "quickfix", "source"]}}
    action: dict[str, Any] = {"codeActionLiteralSupport": literals}
    if rich:
        action |= {"dataSupport": True, "resolveSupport": {"properties": ["edit"]}}
    return {
        "processId": None,
        "rootUri": root.as_uri(),
        "workspaceFolders": [{"uri": root.as_uri(), "name": "site"}],
        "initializationOptions": {"sheets": ["team.md"]},
        "capabilities": {
            "general": {"positionEncodings": [encoding]},
            "textDocument": {
                "hover": {"contentFormat": ["markdown" if rich else "plaintext"]},
                "completion": {"completionItem": item},
                "codeAction": action,
            },
            "workspace": {"workspaceEdit": {"documentChanges": rich}, "configuration": False},
        },
    }
