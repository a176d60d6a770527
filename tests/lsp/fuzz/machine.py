"""The state machine: one server, some documents, and whatever an editor may do to them.

Rules draw little: a place is a fraction of the text as it is by then, a piece comes from a list.
After each move the server must be alive, silent on its log, and right about what it was asked.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.lsp.fuzz import invariants, moves
from tests.lsp.fuzz.client import Breach, Client
from tests.lsp.fuzz.text import ENDS, position
from tests.lsp.fuzz.workspace import FILES, language_of, made

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


class CarelessEditor(RuleBasedStateMachine):
    moves_made = 0  # of all machines of the process

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
        self.client: Client | None = None
        self.texts: list[Text] = []
        self.encoding = "utf-16"

    # -- the session -----------------------------------------------------------------------------
    @initialize(
        encoding=st.sampled_from(("utf-16", "utf-8", "utf-32")),
        rich=st.booleans(),
        early=st.booleans(),
    )
    def connect(self, encoding: str, rich: bool, early: bool) -> None:
        root = made(self.folder)
        self.client, self.encoding = Client(root), encoding
        if early:  # before the handshake everything is refused, and nothing is broken
            number = self.client.send("textDocument/hover", {})
            if self.client.response(number)["error"]["code"] != -32002:
                raise Breach("answer", "a request before initialize was not refused")
            self.client.notify("textDocument/didOpen", {})
        result = self.client.ask("initialize", handshake(root, encoding, rich))
        if result["capabilities"].get("positionEncoding", "utf-16") != encoding:
            raise Breach("range", f"{encoding} was asked for: {result}")
        self.client.notify("initialized", {})
        for name in FILES:
            text = (root / name).read_text(encoding="utf-8")
            self._open(Text(name, (root / name).as_uri(), text))

    def teardown(self) -> None:
        try:
            if self.client is not None:
                self.client.end()
                self.client.sound_log()
        finally:
            if self.client is not None:
                self.client.kill()
            shutil.rmtree(self.folder, ignore_errors=True)

    @invariant()
    def is_sound(self) -> None:
        if self.client is not None:
            CarelessEditor.moves_made += 1
            self.client.sound()

    # -- editing ---------------------------------------------------------------------------------
    @rule(which=moves.document, at=moves.place, piece=moves.piece)
    def type(self, which: int, at: int, piece: str) -> None:
        text = self._text(which)
        self._change(text, [(self._offset(text, at),) * 2 + (piece,)])

    @rule(which=moves.document, at=moves.place, length=st.integers(1, 40), piece=moves.piece)
    def replace(self, which: int, at: int, length: int, piece: str) -> None:
        text = self._text(which)
        start = self._offset(text, at)
        self._change(text, [(start, _sound(text.text, start + length), piece)])

    @rule(which=moves.document, at=moves.place, length=st.integers(1, 400))
    def delete(self, which: int, at: int, length: int) -> None:
        text = self._text(which)
        start = self._offset(text, at)
        self._change(text, [(start, _sound(text.text, start + length), "")])

    @rule(which=moves.document, changes=st.lists(st.tuples(moves.place, moves.piece), max_size=5))
    def change_in_several_places(self, which: int, changes: list[tuple[int, str]]) -> None:
        """Each change speaks of the text that the one before left."""
        self._change(self._text(which), [], also=changes)

    @rule(which=moves.document, upto=moves.place, whole=st.booleans())
    def replace_all(self, which: int, upto: int, whole: bool) -> None:
        text = self._text(which)
        cut = text.text[: self._offset(text, upto)]
        self._whole(text, FILES[text.name] if whole else cut)

    @rule(which=moves.document)
    def close_or_open(self, which: int) -> None:
        text = self._text(which)
        if text.is_open:
            self._close(text)
        else:
            self._open(text)

    @rule(which=moves.document)
    def save(self, which: int) -> None:
        text = self._text(which)
        if text.is_open:
            path = self.folder / "site" / text.name
            path.write_text(text.text, encoding="utf-8", errors="replace", newline="")
        self.notify("textDocument/didSave", {"textDocument": text.identifier})
        change = {"uri": text.uri, "type": 2}
        self.notify("workspace/didChangeWatchedFiles", {"changes": [change]})

    @rule(settings=st.sampled_from(moves.SETTINGS))
    def configure(self, settings: Any) -> None:
        self.notify("workspace/didChangeConfiguration", {"settings": settings})

    # -- asking ----------------------------------------------------------------------------------
    @rule(which=moves.document, at=moves.places)
    def hover(self, which: int, at: list[int]) -> None:
        text = self._text(which)
        for where in self._positions(text, at):
            found = self._at("textDocument/hover", text, where)
            if found and found.get("range") and text.is_open:
                invariants.range_inside(text.text, found["range"], self.encoding, f"hover {where}")

    @rule(which=moves.document, at=moves.place, pick=st.integers(0, 99))
    def complete(self, which: int, at: int, pick: int) -> None:
        text = self._text(which)
        (where,) = self._positions(text, [at])
        items = _items(self._at("textDocument/completion", text, where))
        for item in items[:200] if text.is_open else ():
            invariants.completion(text.text, item, self.encoding)
        if items:
            self.ask("completionItem/resolve", items[pick % len(items)])

    @rule(which=moves.document, at=moves.place, to=moves.place)
    def act(self, which: int, at: int, to: int) -> None:
        text = self._text(which)
        start, end = self._positions(text, sorted((at, to if to % 4 == 0 else at)))
        params = {"textDocument": text.identifier, "range": {"start": start, "end": end}}
        params["context"] = {"diagnostics": []}
        for found in (self.ask("textDocument/codeAction", params) or [])[:8]:
            if "edit" not in found and "data" in found and "kind" in found:
                found = self.ask("codeAction/resolve", found) or found
            if text.is_open:
                invariants.action(text.text, text.uri, found, self.encoding)

    @rule(which=moves.document, at=moves.places, piece=moves.piece, count=st.integers(2, 8))
    def burst(self, which: int, at: list[int], piece: str, count: int) -> None:
        """Many at once, edits between them, some taken back; each gets an answer all the same."""
        text, asked = self._text(which), []
        for turn in range(count):
            where = self._positions(text, at)[turn % len(at)]
            params = {"textDocument": text.identifier, "position": where}
            method = moves.POINTING[turn % len(moves.POINTING)]
            asked.append((self._live.send(method, params), method))
            if turn % 3 == 1:
                self.notify("$/cancelRequest", {"id": asked[0][0]})
            if turn % 3 == 2:
                self._change(text, [(self._offset(text, at[0]),) * 2 + (piece,)])
        for number, method in asked:
            self._live.answer(number, method, "in a burst")

    @rule(line=st.sampled_from((0, 3, 10**6, 2**31 - 1)), far=st.sampled_from((0, 10**6)))
    def point_past_the_end(self, line: int, far: int) -> None:
        for method in moves.POINTING:
            self._at(method, self.texts[line % len(self.texts)], {"line": line, "character": far})

    @rule(at=moves.place, method=st.sampled_from(moves.POINTING))
    def point_into_what_is_not_open(self, at: int, method: str) -> None:
        uri = ("file:///nowhere/never.py", "untitled:Untitled-1", "", "git:/x.py")[at % 4]
        where = {"line": 0, "character": 0}
        if self.ask(method, {"textDocument": {"uri": uri}, "position": where}):
            raise Breach("answer", f"{method} of {uri}, which nobody opened")

    @rule(words=st.sampled_from(("dj char", "CharField", "", "dj ", "x" * 500, "\x00", "filter")))
    def search(self, words: str) -> None:
        self.ask("workspace/symbol", {"query": words})
        for found in self.ask("cheatsheet/search", {"query": words, "limit": 3}) or []:
            if not self.ask("cheatsheet/entry", {"id": found["id"]}):
                raise Breach("answer", f"{found['id']} was found and is not there")

    # -- what no editor would send ---------------------------------------------------------------
    @rule(method=st.sampled_from(moves.METHODS), params=moves.bad_params)
    def ask_badly(self, method: str, params: Any) -> None:
        self.ask(method, params)

    @rule(method=st.sampled_from(moves.NOTIFICATIONS), params=moves.bad_params)
    def notify_badly(self, method: str, params: Any) -> None:
        self.notify(method, params)

    @rule(garbage=st.sampled_from(moves.GARBAGE))
    def send_garbage(self, garbage: bytes) -> None:
        self._live.bytes(garbage)
        self._still_answers()

    @rule(rich=st.booleans())
    def initialize_again(self, rich: bool) -> None:
        params = handshake(self.folder / "site", "utf-8" if rich else "utf-16", rich)
        number = self._live.send("initialize", params)
        if "error" not in self._live.response(number):
            raise Breach("answer", "a second initialize was taken")

    # -- sameness --------------------------------------------------------------------------------
    @rule(which=moves.document, at=moves.places)
    def same_as_opened_anew(self, which: int, at: list[int]) -> None:
        """A text that grew by edits is answered like one that was opened as it is."""
        text = self._text(which)
        if not text.is_open:
            self._open(text)
        positions = self._positions(text, at)
        before = [self._answers(text, where) for where in positions]
        self._close(text)
        self._open(text)
        for where, known in zip(positions, before, strict=True):
            anew = self._answers(text, where)
            if anew != known:
                what = f"{text.name} {where}: {str(known)[:400]} != {str(anew)[:400]}"
                raise Breach("incremental", what)

    # -- parts -----------------------------------------------------------------------------------
    @property
    def _live(self) -> Client:
        assert self.client is not None
        return self.client

    def ask(self, method: str, params: Any) -> Any:
        return self._live.ask(method, params)

    def notify(self, method: str, params: Any) -> None:
        self._live.notify(method, params)

    def _at(self, method: str, text: Text, where: dict[str, int]) -> Any:
        return self.ask(method, {"textDocument": text.identifier, "position": where})

    def _answers(self, text: Text, where: dict[str, int]) -> tuple[Any, list[Any]]:
        found = self._at("textDocument/completion", text, where)
        labels = [(item["label"], item.get("textEdit")) for item in _items(found)]
        return self._at("textDocument/hover", text, where), labels

    def _still_answers(self) -> None:
        if self.ask("cheatsheet/search", {"query": "CharField", "limit": 1}) is None:
            raise Breach("answer", "nothing is found any more")

    def _text(self, which: int) -> Text:
        return self.texts[which % len(self.texts)]

    def _offset(self, text: Text, part: int) -> int:
        return _sound(text.text, len(text.text) * part // 4095)

    def _positions(self, text: Text, at: list[int]) -> list[dict[str, int]]:
        return [position(text.text, self._offset(text, one), self.encoding) for one in at]

    def _open(self, text: Text) -> None:
        text.is_open, text.version = True, 1
        if text not in self.texts:
            self.texts.append(text)
        item = {"uri": text.uri, "languageId": language_of(text.name)}
        item |= {"version": 1, "text": text.text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def _close(self, text: Text) -> None:
        text.is_open = False
        self.notify("textDocument/didClose", {"textDocument": text.identifier})

    def _whole(self, text: Text, new: str) -> None:
        text.text, text.version = new, text.version + 1
        document = {**text.identifier, "version": text.version}
        params = {"textDocument": document, "contentChanges": [{"text": new}]}
        self.notify("textDocument/didChange", params)

    def _change(
        self,
        text: Text,
        edits: list[tuple[int, int, str]],
        also: list[tuple[int, str]] | None = None,
    ) -> None:
        if not text.is_open:
            self._open(text)
        if len(text.text) > LONGEST:
            self._whole(text, FILES[text.name])
            edits = []
        changes = [self._made(text, *edit) for edit in edits]
        for at, piece in also or ():
            place = self._offset(text, at)
            changes.append(self._made(text, place, place, piece))
        text.version += 1
        document = {**text.identifier, "version": text.version}
        params = {"textDocument": document, "contentChanges": changes}
        self.notify("textDocument/didChange", params)

    def _made(self, text: Text, start: int, end: int, new: str) -> dict[str, Any]:
        """One change in the protocol's words, made in our text."""
        span = {
            "start": position(text.text, start, self.encoding),
            "end": position(text.text, end, self.encoding),
        }
        text.text = text.text[:start] + new + text.text[end:]
        return {"range": span, "text": new}


def _sound(text: str, offset: int) -> int:
    """The offset, or the next one that does not cut a line's end in two."""
    offset = min(offset, len(text))
    cuts = ENDS.match(text, offset - 1) if offset else None
    return offset + 1 if cuts and cuts.end() > offset else offset


def _items(found: Any) -> list[Any]:
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
