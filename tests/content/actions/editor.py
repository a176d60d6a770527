"""An editor that applies actions: asks the real server, resolves, writes the result to disk.

Files are opened for the question and closed again, as if each action were chosen by somebody who
then saves all.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.support.raw_session import Raw

LANGUAGES = {".py": "python", ".html": "django-html"}
PICK = "djangoCheatsheet.pickExample"


@dataclass(frozen=True)
class Offer:
    """One action as the server offers it; `disabled` is why it cannot be done."""

    id: str
    title: str
    action: Mapping[str, Any]
    disabled: str | None = None


class NoPlace(Exception):
    """The text that a cursor was to stand behind is not there."""


class Editor:
    """One server process in one project."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.raw = Raw(cwd=root)
        self._numbers = itertools.count(10)
        self.raw.initialize(root, {"clientCommands": [PICK]}, **_CAPABILITIES)

    def __enter__(self) -> Editor:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ask("shutdown", None)
        self.raw.send(method="exit")
        assert self.raw.ended() == 0

    def offers(self, name: str, mark: str) -> dict[str, Offer]:
        """What is offered behind `mark` in a file, by id, "more…" included."""
        path = self.root / name
        text = path.read_bytes().decode("utf-8")
        end = r"\b" if mark[-1:].isalnum() else ""  # else it is the beginning of a line
        found = re.search(re.escape(mark).replace("\\\n", "\r?\n") + end, text)
        if found is None:
            raise NoPlace(f"{name} has no {mark!r}")
        before = text[: found.end()].replace("\r\n", "\n")
        where = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        self.raw.open(path, text, LANGUAGES.get(path.suffix, "plaintext"))
        params = {
            "textDocument": {"uri": path.as_uri()},
            "range": {"start": where, "end": where},
            "context": {"diagnostics": []},
        }
        answer = self._ask("textDocument/codeAction", params) or []
        return {one.id: one for one in _offers(answer)}

    def apply(self, name: str, offer: Offer) -> list[str]:
        """The files that changed; the document of the question is still open."""
        resolved = self._ask("codeAction/resolve", dict(offer.action))
        changed = self._write(resolved["edit"]["documentChanges"])
        self.close(name)
        return changed

    def close(self, name: str) -> None:
        uri = (self.root / name).as_uri()
        self.raw.send(method="textDocument/didClose", params={"textDocument": {"uri": uri}})

    def _write(self, operations: list[dict[str, Any]]) -> list[str]:
        changes, created = [], set()
        for one in operations:
            uri = one["uri"] if "kind" in one else one["textDocument"]["uri"]
            path = _path(uri)
            if "kind" in one:
                assert one["kind"] == "create"
                assert not path.exists(), f"{path.name} is there already"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(b"")
                created.add(uri)
                continue
            text = path.read_bytes().decode("utf-8")
            path.write_bytes(_edited(text, one["edits"]).encode("utf-8"))
            changes.append({"uri": uri, "type": 1 if uri in created else 2})
        self.raw.send(method="workspace/didChangeWatchedFiles", params={"changes": changes})
        return [
            str(Path(unquote(urlsplit(one["uri"]).path)).relative_to(self.root)) for one in changes
        ]

    def _ask(self, method: str, params: Any) -> Any:
        answer = self.raw.ask(method, params, next(self._numbers))
        assert "error" not in answer, answer
        return answer["result"]


_CAPABILITIES: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {
        "codeAction": {
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["refactor", "source"]}},
            "dataSupport": True,
            "disabledSupport": True,
            "resolveSupport": {"properties": ["edit"]},
        }
    },
    "workspace": {"workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]}},
}


def _path(uri: str) -> Path:
    return Path(unquote(urlsplit(uri).path))


def _offers(answer: list[dict[str, Any]]) -> list[Offer]:
    found = []
    for one in answer:
        if one.get("command"):
            picked = one["command"]["arguments"][0]["examples"]
            found += [
                Offer(p["action"], p["title"], {"title": p["title"], "data": p}) for p in picked
            ]
        elif one.get("disabled"):
            found.append(Offer(one["title"], one["title"], one, one["disabled"]["reason"]))
        else:
            found.append(Offer(one["data"]["action"], one["title"], one))
    return found


def _edited(text: str, edits: list[dict[str, Any]]) -> str:
    lines = text.splitlines(keepends=True)

    def offset(where: Mapping[str, int]) -> int:
        line = lines[where["line"]] if where["line"] < len(lines) else ""
        units = line.encode("utf-16-le")[: 2 * where["character"]].decode("utf-16-le")
        return sum(map(len, lines[: where["line"]])) + len(units)

    spans = [(offset(e["range"]["start"]), offset(e["range"]["end"]), e["newText"]) for e in edits]
    for start, end, new in sorted(spans, reverse=True):
        text = text[:start] + new + text[end:]
    return text
