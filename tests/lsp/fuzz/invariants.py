"""What must hold of every answer: ranges inside the document, edits apart, snippets that parse,
Python that compiled before an edit compiles after it.
"""

from __future__ import annotations

import re
import warnings
from typing import Any

from tests.lsp.fuzz.client import Breach
from tests.lsp.fuzz.text import Outside, applied, offset

_PART = re.compile(r"\\.|\$\d+|\$[A-Za-z_]\w*|\$\{(?:\d+|[A-Za-z_]\w*)(?=[:|/}])|\$|\}", re.S)


def range_inside(text: str, found: dict[str, Any], encoding: str, what: str) -> None:
    try:
        start, end = (offset(text, found[name], encoding) for name in ("start", "end"))
    except Outside as error:
        raise Breach("range", f"{what}: {error}") from None
    if end < start:
        raise Breach("range", f"{what}: ends before it begins: {found}")


def after(text: str, edits: list[dict[str, Any]], encoding: str, what: str) -> str:
    """The text with the edits made, which must be possible."""
    try:
        return applied(text, edits, encoding)
    except Outside as error:
        raise Breach("range", f"{what}: {error}") from None


def snippet(source: str, what: str) -> None:
    """`${1:…}` closes, each `$` begins a tab stop or a variable, or is escaped."""
    depth = 0
    for part in _PART.finditer(source):
        if part[0] == "$":
            raise Breach("snippet", f"{what}: a lone $ at {part.start()}: {source}")
        if part[0].startswith("${"):
            depth += 1
        elif part[0] == "}" and depth:
            depth -= 1
    if depth:
        raise Breach("snippet", f"{what}: not closed: {source}")


def compiles(source: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(source, "fuzz.py", "exec", dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError):
            return False
    return True


def still_compiles(before: str, changed: str, what: str) -> None:
    if compiles(before) and not compiles(changed):
        raise Breach("syntax", f"{what}: compiles no longer: {changed}")


def completion(text: str, item: dict[str, Any], encoding: str) -> None:
    what = f"completion {item['label']}"
    if item.get("insertTextFormat") == 2:
        for source in (item.get("insertText"), (item.get("textEdit") or {}).get("newText")):
            snippet(source or "", what)
    own = [item["textEdit"]] if item.get("textEdit") else []
    after(text, own + (item.get("additionalTextEdits") or []), encoding, what)


def action(text: str, uri: str, found: dict[str, Any], encoding: str) -> None:
    """Edits of other files are judged where those are open; these here are of `uri`."""
    edit = found.get("edit") or {}
    groups = [(key, edits) for key, edits in (edit.get("changes") or {}).items()]
    groups += [
        (change["textDocument"]["uri"], change["edits"])
        for change in edit.get("documentChanges") or []
        if "edits" in change
    ]
    for named, edits in groups:
        if named == uri:
            plain = [{**one, "newText": _plain(one)} for one in edits]
            changed = after(text, plain, encoding, found["title"])
            if uri.endswith(".py"):
                still_compiles(text, changed, found["title"])


def _plain(edit: dict[str, Any]) -> str:
    inserted = edit.get("snippet")
    return str(edit["newText"] if inserted is None else inserted["value"])
