"""`make demo`: hovers, completions and inserted examples on a project that nobody here wrote."""

from __future__ import annotations

import re
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tools.demo import paper
from tools.demo.project import project
from tools.demo.script import HELPDESK, LIBRARY, Complete, Hover, Insert, Step
from tools.demo.session import Session, apply, offset_at, position

TITLES = {Hover: "Hover", Complete: "Completion", Insert: "Insert an example"}


def main() -> int:
    title, root = project()
    steps = LIBRARY if (root / "catalogue").is_dir() else HELPDESK
    print(paper.paint("Django cheat sheet language server", "bold"))
    print(f"Project: {title}; only unpacked, nothing of it is run or configured.")
    print(f"Django installed beside the server: {'yes' if find_spec('django') else 'no'}.")
    with Session(root) as editor:
        info = editor.server["serverInfo"]
        print(f"Server: {info['name']} {info.get('version', '')}, over LSP on stdio.")
        silent = [step for step in steps if not play(editor, step)]
    for step in silent:
        print(f"No answer: {step}", file=sys.stderr)
    return 1 if silent else 0


shown: set[type] = set()


def play(editor: Session, step: Step) -> bool:
    """Whether the server had an answer."""
    if type(step) not in shown:
        shown.add(type(step))
        paper.headline(TITLES[type(step)])
    path = editor.root / step.file
    text = path.read_text(encoding="utf-8")
    if isinstance(step, Hover):
        return hover(editor, step, path, text)
    if isinstance(step, Complete):
        return complete(editor, step, path, text)
    return insert(editor, step, path, text)


def hover(editor: Session, step: Hover, path: Path, text: str) -> bool:
    end = place_after(text, step.at)
    uri = editor.open(path, text)
    started = time.perf_counter()
    answer = editor.ask("textDocument/hover", uri, text, end - 1)
    took = 1000 * (time.perf_counter() - started)
    editor.close(uri)
    if answer is None:
        return False
    span = answer["range"]
    paper.source(step.file, text, offset_at(text, span["start"]), offset_at(text, span["end"]))
    paper.box(answer["contents"]["value"])
    print(paper.paint(f"  answered in {took:.1f} ms", "dim"))
    return True


def complete(editor: Session, step: Complete, path: Path, text: str) -> bool:
    """The line is typed into the open document; the file stays as it is."""
    at = text.index("\n", place_after(text, step.below)) + 1
    typed = f"{text[:at]}{step.typed}\n{text[at:]}"
    cursor = at + len(step.typed)
    word = len(re.split(r"[\s.%]", step.typed)[-1])
    uri = editor.open(path, typed)
    answer = editor.ask("textDocument/completion", uri, typed, cursor) or []
    items = answer if isinstance(answer, list) else answer["items"]
    chosen = next((item for item in items if item["label"] == step.take), None)
    if chosen is not None:
        chosen = editor.request("completionItem/resolve", chosen)
    editor.close(uri)
    if chosen is None:
        return False
    paper.source(step.file, typed, cursor - word, cursor)
    paper.menu([(item["label"], item.get("detail") or "") for item in items[:8]], step.take)
    paper.diff(step.file, typed, accepted(typed, cursor, word, chosen))
    return True


def accepted(text: str, cursor: int, length: int, item: dict[str, Any]) -> str:
    """The document after the item is taken, tab stops left at their words."""
    edit = item.get("textEdit")
    if edit is None:
        new = item.get("insertText", item["label"])
        span = {"start": position(text, cursor - length), "end": position(text, cursor)}
    else:
        new, span = edit["newText"], edit.get("range") or edit["replace"]
    if item.get("insertTextFormat") == 2:
        new = re.sub(r"\$\{\d+:((?:\\.|[^}\\])*)\}", r"\1", new)
        new = re.sub(r"\\([\\$}])", r"\1", re.sub(r"\$\{?\d+\}?", "", new))
    if item.get("insertTextMode") != 1:  # editors indent further lines like the first
        line = text[text.rfind("\n", 0, cursor) + 1 : cursor]
        new = new.replace("\n", "\n" + line[: len(line) - len(line.lstrip())])
    return apply(text, [{"range": span, "newText": new}, *(item.get("additionalTextEdits") or [])])


def insert(editor: Session, step: Insert, path: Path, text: str) -> bool:
    end = place_after(text, step.at)
    uri = editor.open(path, text)
    where = position(text, end)
    actions = editor.request(
        "textDocument/codeAction",
        {
            "textDocument": {"uri": uri},
            "range": {"start": where, "end": where},
            "context": {"diagnostics": []},
        },
    )
    action = next((a for a in actions or [] if a["title"].startswith("Insert example: ")), None)
    if action is not None and "edit" not in action:
        action = editor.request("codeAction/resolve", action)
    editor.close(uri)
    if action is None:
        return False
    paper.source(step.file, text, end - len(step.at.split()[-1]), end)
    paper.menu([(f"💡 {a['title']}", "") for a in actions], f"💡 {action['title']}")
    paper.diff(step.file, text, apply(text, edits_of(action["edit"])))
    return True


def edits_of(edit: dict[str, Any]) -> list[dict[str, Any]]:
    """The text edits of a workspace edit for one document, in either of its forms."""
    changes = edit.get("documentChanges")
    if changes:
        return [one for change in changes for one in change["edits"]]
    return [one for edits in edit["changes"].values() for one in edits]


def place_after(text: str, words: str) -> int:
    return text.index(words) + len(words)


if __name__ == "__main__":
    sys.exit(main())
