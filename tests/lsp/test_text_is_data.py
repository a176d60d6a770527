"""What a hostile sheet or project file says reaches the editor as text: no command, HTML or image.

The cards are read with a Markdown reader that knows HTML and links, as editors' readers do.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.support.raw_session import Raw

EVIL = (
    '<img src="https://evil.example/x.png">',
    "![pixel](https://evil.example/x.png)",
    "[run](command:workbench.action.terminal.new)",
    "[run](<command:evil>)",
    "[go](javascript:alert(1)) [f](file:///etc/passwd) [v](vscode://x/y)",
    "[ref]: command:evil",
    "[ref]",
    "<command:evil>",
    "`code` <b onclick=x>bold</b> <!-- remark --> &lt;i&gt;",
    "\\<script>alert(1)</script>",
    "`` ` `` <iframe src=x>",
    "![x][ref] $(icon) <a href='command:x'>y</a>",
)
SHEET = """\
# Evil {evil}

## CharField {evil}

OURS {evil}

- **Kind:** model field {evil}
- **Symbol:** `django.db.models.CharField`
- **Instead:** {evil}
- **Deprecated:** 4.2
- **Docs:** [docs {evil}](https://example.org/)
- **See also:** {evil}

Text {evil}

- a bullet {evil}

| Option | Default | What it does |
| --- | --- | --- |
| `max_length` | {evil} | OPTION {evil} |

### Example {evil}

```python scope=model-body prefix=evil
x = models.CharField(max_length=1)  # {evil}
```

> **Trap:** trap {evil}
"""
MODELS = (
    "from django.db import models\n\n\n"
    "class Evil(models.Model):\n"
    '    """{evil}"""\n'
    "    x = models.CharField(max_length=1, verbose_name='{evil}', help_text='{evil}')\n"
)


@pytest.fixture
def server() -> Iterator[Raw]:
    raw = Raw()
    yield raw
    raw.process.kill()
    raw.process.communicate()


def tokens(markdown: str) -> Iterator[Token]:
    for token in MarkdownIt("commonmark", {"html": True, "linkify": False}).parse(markdown):
        yield token
        yield from token.children or ()


def alive(markdown: str) -> list[str]:
    """What an editor would draw as more than text, links to the web aside."""
    found = []
    for token in tokens(markdown):
        target = str(token.attrs.get("href", token.attrs.get("src", "")))
        if token.type in ("html_block", "html_inline", "image"):
            found.append(f"{token.type}: {token.content}")
        elif target and not target.startswith(("https://", "http://")):
            found.append(f"link: {target}")
    return found


def test_the_reader_sees_what_is_alive():
    assert all(alive(f"{one}\n\n[ref]: command:x") for one in EVIL[:2] + EVIL[7:8])


def cards(server: Raw, root: Path, evil: str) -> list[str]:
    """All Markdown that is said about the model, in short and in full."""
    (root / "team.md").write_text(SHEET.replace("{evil}", evil), encoding="utf-8")
    (root / "manage.py").write_text("import django\n")
    hover = {"contentFormat": ["markdown"]}
    item = {"documentationFormat": ["markdown"], "snippetSupport": True}
    options: dict[str, Any] = {"sheets": ["team.md"], "hover": {"detail": "short"}}
    text = {"hover": hover, "completion": {"completionItem": item}}
    server.initialize(root, options, textDocument=text)
    path = root / "models.py"
    source = MODELS.replace("{evil}", evil.replace("'", "").replace("\\", ""))
    server.open(path, source + "    y = models.Char\n    z = models.CharField(max)\n")
    number = 100
    while "OURS" not in str(server.hover(path, 5, 16, number)):
        number += 1
    told = [server.hover(path, 5, at, 9000 + at) for at in (16, 28, 5)]
    options["hover"] = {"detail": "full"}
    server.send(method="workspace/didChangeConfiguration", params={"settings": options})
    told += [server.hover(path, 5, at, 9050 + at) for at in (16, 28, 5)]
    for number, (line, at) in enumerate([(6, 19), (7, 28)]):
        where = {
            "textDocument": {"uri": path.as_uri()},
            "position": {"line": line, "character": at},
        }
        found = server.ask("textDocument/completion", where, 9100 + number)["result"] or {}
        for place, one in enumerate(found.get("items", ())[:8]):
            resolved = server.ask("completionItem/resolve", one, 9200 + 10 * number + place)
            told += [one.get("documentation"), resolved["result"].get("documentation")]
    found = server.ask("cheatsheet/search", {"query": "OURS"}, 9400)["result"]
    entry = server.ask("cheatsheet/entry", {"id": found[0]["id"]}, 9401)["result"]
    return [_markdown(one) for one in told if one] + [entry["markdown"]]


def _markdown(found: Any) -> str:
    contents = found.get("contents", found)
    assert contents["kind"] == "markdown"
    return str(contents["value"])


@pytest.mark.parametrize("evil", EVIL)
def test_nothing_of_it_is_alive(server: Raw, tmp_path: Path, evil: str):
    told = cards(server, tmp_path, evil)
    assert len(told) > 4
    assert any("OURS" in one for one in told)
    assert [found for one in told for found in alive(one)] == []
