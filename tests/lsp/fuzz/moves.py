"""What the careless editor types, points at and sends: small strategies that shrink well."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

PIECES = (
    *"abcdefXYZ_ 019.\n,:=()[]{}'\"#@*\\$|%\t-",
    "\U0001f40d",
    "é",
    "\u2028",
    "\x0c",
    "\r\n",
    "\r",
    "\x00",
    "\ufeff",
    "\ud800",
    '"""',
    "{%",
    "%}",
    "{{ ",
    " }}",
    "{% for x in ",
    "{% endfor %}",
    "{% load ",
    '|date:"',
    "{# ",
    "    ",
    "\n\n\n",
    "class A(models.Model):\n    ",
    "class Meta:\n        ",
    "from django.db import models\n",
    "from . import ",
    "models.",
    "models.CharField(",
    "objects.filter(",
    "__",
    "@login_required\n",
    "def f(self, ",
    "if x:\n",
    "lambda: " * 20,
    "[" * 60,
    "    " * 40,
    "x" * 3000,
    "${1:",
    "f'{",
    "async ",
    "return",
    "match x:\n    case ",
    "INSTALLED_APPS = [",
    "urlpatterns = [path(",
    "python manage.py migrate --",
    "RUN ",
    "## Entry\n\n- **Symbol:** `x.y`\n",
    "```python scope=",
    "| Option | Default |\n| --- | --- |\n",
)

piece = st.sampled_from(PIECES)
# A place in a text, wherever its end may be by then: parts per 4096 of its length.
place = st.integers(0, 4095)
places = st.lists(place, min_size=1, max_size=3)
document = st.integers(0, 99)

POINTING = ("textDocument/hover", "textDocument/completion", "cheatsheet/resolve")
METHODS = (
    *POINTING,
    "textDocument/codeAction",
    "completionItem/resolve",
    "codeAction/resolve",
    "workspace/symbol",
    "workspace/executeCommand",
    "cheatsheet/search",
    "cheatsheet/entry",
    "textDocument/diagnostic",
    "textDocument/codeLens",
    "textDocument/definition",
    "nobody/knowsThis",
)
NOTIFICATIONS = (
    "textDocument/didOpen",
    "textDocument/didChange",
    "textDocument/didClose",
    "textDocument/didSave",
    "workspace/didChangeConfiguration",
    "workspace/didChangeWatchedFiles",
    "workspace/didChangeWorkspaceFolders",
    "$/setTrace",
    "$/cancelRequest",
    "initialized",
    "nobody/knowsThis",
)

# Values no well-behaved client puts there.
odd: st.SearchStrategy[Any] = st.sampled_from(
    (
        *(None, True, -1, 0, 2**31, 2**63, 10**30, 1.5, "", "x", "file:///%00", "\x00", [], [[]]),
        *({}, {"uri": None}, {"line": -1, "character": -1}, {"line": "1", "character": 0}),
        *([None], ["x"], {"start": {}, "end": {}}, "file:///nowhere/x.py", "untitled:1", "::"),
    )
)
KEYS = ("textDocument", "position", "range", "context", "query", "id", "uri", "command", "version")
KEYS += ("arguments", "settings", "changes", "event", "contentChanges", "data", "label", "title")
bad_params: st.SearchStrategy[Any] = odd | st.dictionaries(st.sampled_from(KEYS), odd, max_size=4)

SETTINGS = (
    {},
    {"hover": {"detail": "full"}},
    {"hover": {"detail": "off"}},
    {"hover.detail": "short", "hover.references": False},
    {"completion": {"enabled": False}},
    {"completion": {"bareTags": False}},
    {"djangoVersion": "4.2"},
    {"djangoVersion": "6.1"},
    {"djangoVersion": 7, "nonsense": [1]},
    {"templates": {"jinja": True}},
    {"sheets": ["team.md"]},
    {"sheets": ["gone.md", "team.md"]},
    {"sheets": "team.md"},
    {"diagnostics": {"enabled": False}},
    "text",
    None,
)


def _frame(content: bytes, *lines: bytes) -> bytes:
    head = b"".join(line + b"\r\n" for line in lines)
    return head + b"Content-Length: %d\r\n\r\n%s" % (len(content), content)


def _json(value: Any) -> bytes:
    return _frame(json.dumps(value).encode())


HOVER = {"jsonrpc": "2.0", "method": "textDocument/hover"}
# Whole frames, so that the next one can be read; what is in them is wrong.
GARBAGE = (
    _frame(b"{nonsense"),
    _frame(b"\xff\xfe\x00"),
    _frame(b"[" * 100_000),
    _frame(b'{"jsonrpc": "2.0", "id": 1e999, "method": "shutdow"}'),
    _json([]),
    _json([{**HOVER, "id": 1_000_001}]),
    _json(None),
    _json("text"),
    _json(7),
    _json({}),
    _json({"id": None}),
    _json({"id": 1_000_002, "result": None}),
    _json({"id": "text", "error": {"code": "x"}}),
    _json({"id": 1_000_003, "error": None}),
    _json({**HOVER, "id": {"a": 1}}),
    _json({**HOVER, "id": [1]}),
    _json({**HOVER, "id": "seven"}),
    _json({**HOVER, "id": 1.5}),
    _json({**HOVER, "method": 7, "id": 1_000_004}),
    _json({**HOVER, "method": None, "id": 1_000_005}),
    _json({**HOVER, "jsonrpc": "1.0", "id": 1_000_006, "params": None}),
    _frame(_json({})[20:], b"Content-Type: application/vscode-jsonrpc; charset=utf-8"),
    _frame(b"{}", b"X-Unknown: 1", b"", b"no colon here"),
    b"\r\n\r\n\r\n",
    b"garbage before a header\r\n",
    b"Content-Length: -5\r\n\r\n",
    b"Content-Length: many\r\n\r\n",
    b"content-length: 2\r\n\r\n{}",
    b"Content-Length: 0\r\n\r\n",
)
