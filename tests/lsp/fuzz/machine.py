"""The state machine: one server, some documents, and whatever an editor may do to them.

Rules draw little: a place is a fraction of the text as it is by then, a piece comes from a list.
After each move the server must be alive, silent on its log, and right about what it was asked.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.lsp.fuzz import invariants, moves
from tests.lsp.fuzz.client import Breach, Client
from tests.lsp.fuzz.editor import Editor, Text, handshake, items, sound
from tests.lsp.fuzz.workspace import FILES, made


def differing(known: tuple[Any, list[Any]], anew: tuple[Any, list[Any]]) -> str:
    """What one answer has and the other has not, or that only the order differs."""
    if known[0] != anew[0]:
        return f"hover {str(known[0])[:300]} != {str(anew[0])[:300]}"
    only = [one for one in known[1] if one not in anew[1]]
    others = [one for one in anew[1] if one not in known[1]]
    order = [one[0] for one in known[1]], [one[0] for one in anew[1]]
    told = f"only before {str(only)[:300]}, only anew {str(others)[:300]}"
    return told if only or others else f"order {str(order)[:600]}"


class CarelessEditor(RuleBasedStateMachine):
    moves_made = 0  # of all machines of the process

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
        self.editor = Editor(self.folder)

    # -- the session -----------------------------------------------------------------------------
    @initialize(
        encoding=st.sampled_from(("utf-16", "utf-8", "utf-32")),
        rich=st.booleans(),
        early=st.booleans(),
    )
    def connect(self, encoding: str, rich: bool, early: bool) -> None:
        root = made(self.folder)
        self.editor.client, self.editor.encoding = Client(root), encoding
        if early:  # before the handshake everything is refused, and nothing is broken
            number = self.editor.client.send("textDocument/hover", {})
            if self.editor.client.response(number)["error"]["code"] != -32002:
                raise Breach("answer", "a request before initialize was not refused")
            self.editor.client.notify("textDocument/didOpen", {})
        result = self.editor.client.ask("initialize", handshake(root, encoding, rich))
        if result["capabilities"].get("positionEncoding", "utf-16") != encoding:
            raise Breach("range", f"{encoding} was asked for: {result}")
        self.editor.client.notify("initialized", {})
        for name in FILES:
            text = (root / name).read_text(encoding="utf-8")
            self.editor.open(Text(name, (root / name).as_uri(), text))

    def teardown(self) -> None:
        try:
            if self.editor.client is not None:
                self.editor.client.end()
                self.editor.client.sound_log()
        finally:
            if self.editor.client is not None:
                self.editor.client.kill()
            shutil.rmtree(self.folder, ignore_errors=True)

    @invariant()
    def is_sound(self) -> None:
        if self.editor.client is not None:
            CarelessEditor.moves_made += 1
            self.editor.client.sound()

    # -- editing ---------------------------------------------------------------------------------
    @rule(which=moves.document, at=moves.place, piece=moves.piece)
    def type(self, which: int, at: int, piece: str) -> None:
        text = self.editor.text(which)
        self.editor.change(text, [(self.editor.offset(text, at),) * 2 + (piece,)])

    @rule(which=moves.document, at=moves.place, length=st.integers(1, 40), piece=moves.piece)
    def replace(self, which: int, at: int, length: int, piece: str) -> None:
        text = self.editor.text(which)
        start = self.editor.offset(text, at)
        self.editor.change(text, [(start, sound(text.text, start + length), piece)])

    @rule(which=moves.document, at=moves.place, length=st.integers(1, 400))
    def delete(self, which: int, at: int, length: int) -> None:
        text = self.editor.text(which)
        start = self.editor.offset(text, at)
        self.editor.change(text, [(start, sound(text.text, start + length), "")])

    @rule(which=moves.document, changes=st.lists(st.tuples(moves.place, moves.piece), max_size=5))
    def change_in_several_places(self, which: int, changes: list[tuple[int, str]]) -> None:
        """Each change speaks of the text that the one before left."""
        self.editor.change(self.editor.text(which), [], also=changes)

    @rule(which=moves.document, upto=moves.place, whole=st.booleans())
    def replace_all(self, which: int, upto: int, whole: bool) -> None:
        text = self.editor.text(which)
        cut = text.text[: self.editor.offset(text, upto)]
        self.editor.whole(text, FILES[text.name] if whole else cut)

    @rule(which=moves.document)
    def close_or_open(self, which: int) -> None:
        text = self.editor.text(which)
        if text.is_open:
            self.editor.close(text)
        else:
            self.editor.open(text)

    @rule(which=moves.document)
    def save(self, which: int) -> None:
        text = self.editor.text(which)
        if text.is_open:
            path = self.folder / "site" / text.name
            path.write_text(text.text, encoding="utf-8", errors="replace", newline="")
        self.editor.notify("textDocument/didSave", {"textDocument": text.identifier})
        change = {"uri": text.uri, "type": 2}
        self.editor.notify("workspace/didChangeWatchedFiles", {"changes": [change]})

    @rule(settings=st.sampled_from(moves.SETTINGS))
    def configure(self, settings: Any) -> None:
        self.editor.notify("workspace/didChangeConfiguration", {"settings": settings})

    # -- asking ----------------------------------------------------------------------------------
    @rule(which=moves.document, at=moves.places)
    def hover(self, which: int, at: list[int]) -> None:
        text = self.editor.text(which)
        for where in self.editor.positions(text, at):
            found = self.editor.at("textDocument/hover", text, where)
            if found and found.get("range") and text.is_open:
                invariants.range_inside(
                    text.text, found["range"], self.editor.encoding, f"hover {where}"
                )

    @rule(which=moves.document, at=moves.place, pick=st.integers(0, 99))
    def complete(self, which: int, at: int, pick: int) -> None:
        text = self.editor.text(which)
        (where,) = self.editor.positions(text, [at])
        found = items(self.editor.at("textDocument/completion", text, where))
        for item in found[:200] if text.is_open else ():
            invariants.completion(text.text, item, self.editor.encoding)
        if found:
            self.editor.ask("completionItem/resolve", found[pick % len(found)])

    @rule(which=moves.document, at=moves.place, to=moves.place)
    def act(self, which: int, at: int, to: int) -> None:
        text = self.editor.text(which)
        start, end = self.editor.positions(text, sorted((at, to if to % 4 == 0 else at)))
        params = {"textDocument": text.identifier, "range": {"start": start, "end": end}}
        params["context"] = {"diagnostics": []}
        for found in (self.editor.ask("textDocument/codeAction", params) or [])[:8]:
            if "edit" not in found and "data" in found and "kind" in found:
                found = self.editor.ask("codeAction/resolve", found) or found
            if text.is_open:
                invariants.action(text.text, text.uri, found, self.editor.encoding)

    @rule(which=moves.document, at=moves.places, piece=moves.piece, count=st.integers(2, 8))
    def burst(self, which: int, at: list[int], piece: str, count: int) -> None:
        """Many at once, edits between them, some taken back; each gets an answer all the same."""
        text, asked = self.editor.text(which), []
        for turn in range(count):
            where = self.editor.positions(text, at)[turn % len(at)]
            params = {"textDocument": text.identifier, "position": where}
            method = moves.POINTING[turn % len(moves.POINTING)]
            asked.append((self.editor.live.send(method, params), method))
            if turn % 3 == 1:
                self.editor.notify("$/cancelRequest", {"id": asked[0][0]})
            if turn % 3 == 2:
                self.editor.change(text, [(self.editor.offset(text, at[0]),) * 2 + (piece,)])
        for number, method in asked:
            self.editor.live.answer(number, method, "in a burst")

    @rule(line=st.sampled_from((0, 3, 10**6, 2**31 - 1)), far=st.sampled_from((0, 10**6)))
    def point_past_the_end(self, line: int, far: int) -> None:
        for method in moves.POINTING:
            self.editor.at(
                method,
                self.editor.texts[line % len(self.editor.texts)],
                {"line": line, "character": far},
            )

    @rule(at=moves.place, method=st.sampled_from(moves.POINTING))
    def point_into_what_is_not_open(self, at: int, method: str) -> None:
        uri = ("file:///nowhere/never.py", "untitled:Untitled-1", "", "git:/x.py")[at % 4]
        where = {"line": 0, "character": 0}
        if self.editor.ask(method, {"textDocument": {"uri": uri}, "position": where}):
            raise Breach("answer", f"{method} of {uri}, which nobody opened")

    @rule(words=st.sampled_from(("dj char", "CharField", "", "dj ", "x" * 500, "\x00", "filter")))
    def search(self, words: str) -> None:
        self.editor.ask("workspace/symbol", {"query": words})
        for found in self.editor.ask("cheatsheet/search", {"query": words, "limit": 3}) or []:
            if found["origin"]["page"] == "team.md":
                continue  # it may be read anew, and other, between the two questions
            if not self.editor.ask("cheatsheet/entry", {"id": found["id"]}):
                raise Breach("answer", f"{found['id']} was found and is not there")

    # -- what no editor would send ---------------------------------------------------------------
    @rule(method=st.sampled_from(moves.METHODS), params=moves.bad_params)
    def ask_badly(self, method: str, params: Any) -> None:
        self.editor.ask(method, params)

    @rule(method=st.sampled_from(moves.NOTIFICATIONS), params=moves.bad_params)
    def notify_badly(self, method: str, params: Any) -> None:
        self.editor.notify(method, params)

    @rule(garbage=st.sampled_from(moves.GARBAGE))
    def send_garbage(self, garbage: bytes) -> None:
        self.editor.live.bytes(garbage)
        self.editor.still_answers()

    @rule(rich=st.booleans())
    def initialize_again(self, rich: bool) -> None:
        params = handshake(self.folder / "site", "utf-8" if rich else "utf-16", rich)
        number = self.editor.live.send("initialize", params)
        if "error" not in self.editor.live.response(number):
            raise Breach("answer", "a second initialize was taken")

    # -- sameness --------------------------------------------------------------------------------
    @rule(which=moves.document, at=moves.places)
    def same_as_opened_anew(self, which: int, at: list[int]) -> None:
        """A text that grew by edits is answered like one that was opened as it is."""
        text = self.editor.text(which)
        if not text.is_open:
            self.editor.open(text)
        positions = self.editor.positions(text, at)
        before = [self.editor.answers(text, where) for where in positions]
        self.editor.close(text)
        self.editor.open(text)
        for where, known in zip(positions, before, strict=True):
            anew = self.editor.answers(text, where)
            if anew != known:
                raise Breach("incremental", f"{text.name} {where}: {differing(known, anew)}")
