"""What a client with commands of its own gets: links in hovers, insertion of any entry's example.

No text of a sheet becomes such a link, whoever the client is.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import re
from typing import Any
from urllib.parse import unquote

import pytest
import pytest_lsp
from lsprotocol import types
from markdown_it import MarkdownIt
from pytest_lsp import ClientServerConfig, LanguageClient

from tests.support.lsp_session import SERVER, Editor, edited, environment, make_client, recorded

pytestmark = pytest.mark.asyncio(loop_scope="module")

OPEN, INSERT = "djangoCheatsheet.openEntry", "djangoCheatsheet.insertExampleAt"
FIELD = (
    "from django.db import models\n\n\nclass Book(models.Model):\n    a = models.Slug<|>Field()\n"
)
OTHER = FIELD.replace("Slug", "Boolean")
HOSTILE = """# Team

## Widget

See [run](command:djangoCheatsheet.openEntry?x), <command:djangoCheatsheet.openEntry> and [ref][r].

- **Symbol:** `django.db.models.SlugField`
- **Docs:** [Docs](command:djangoCheatsheet.openEntry?y)

[r]: command:djangoCheatsheet.openEntry?z

> **Trap:** [again](  command:djangoCheatsheet.insertExampleAt?x) `]` ](command:a) \\[b](command:c)
"""


@pytest_lsp.fixture(
    config=ClientServerConfig(
        server_command=SERVER, server_env=environment(), client_factory=make_client
    ),
    scope="module",
    params=["plain", "hostile"],
)
async def client(client: LanguageClient, request: pytest.FixtureRequest, tmp_path_factory):
    root = tmp_path_factory.mktemp("project")
    (root / "manage.py").write_text("")
    options: dict[str, Any] = {"clientCommands": [OPEN, INSERT]}
    if request.param == "hostile":
        (root / "team.md").write_text(HOSTILE, encoding="utf-8")
        options["sheets"] = ["team.md"]
    params = recorded("visual_studio_code_v1.65.2", "utf-16", root, initializationOptions=options)
    params.capabilities.workspace.configuration = False  # type: ignore[union-attr]
    await client.initialize_session(params)
    client.editor = Editor(client, root, "utf-16")  # type: ignore[attr-defined]
    client.sheet = request.param  # type: ignore[attr-defined]
    yield
    await client.shutdown_session()


@pytest.fixture
def editor(client: LanguageClient) -> Editor:
    return client.editor  # type: ignore[attr-defined, no-any-return]


def links(hover: str) -> dict[str, tuple[str, Any]]:
    """As a reader of Markdown sees them: label, command and argument of each that runs one."""
    reader = MarkdownIt("commonmark")
    reader.validateLink = lambda address: True  # type: ignore[method-assign]
    found: dict[str, tuple[str, Any]] = {}
    for block in reader.parse(hover):
        inner = block.children or []
        for token, label in itertools.pairwise(inner):
            address = str(token.attrs.get("href", ""))
            if address.startswith("command:"):
                command, _, query = address.removeprefix("command:").partition("?")
                found[label.content] = (command, json.loads(unquote(unquote(query)))[0])
    return found


async def test_the_links_of_a_hover_are_ours(editor: Editor, client: LanguageClient):
    hover = await until_own_sheet(editor, client)
    assert set(links(hover)) <= {"Insert example", "Open in cheat sheet"}
    assert {command for command, _ in links(hover).values()} <= {OPEN, INSERT}
    command, argument = links(hover)["Open in cheat sheet"]
    entry = await editor.ask("cheatsheet/entry", argument)
    assert command == OPEN
    assert entry["title"] == ("Widget" if client.sheet == "hostile" else "SlugField")  # type: ignore[attr-defined]


async def until_own_sheet(editor: Editor, client: LanguageClient) -> str:
    """The sheet of a team is read in the background; the hover says when it is there."""
    wanted = "Widget" if client.sheet == "hostile" else "SlugField"  # type: ignore[attr-defined]
    for _ in range(200):
        hover = await editor.hover(FIELD)
        if hover.startswith(f"**{wanted}**"):
            return hover
        await asyncio.sleep(0.1)
    raise AssertionError(hover)


async def test_links_stand_beside_that_to_the_documentation(editor: Editor):
    last = (await editor.hover(OTHER, "b.py")).splitlines()[-1]
    words = re.findall(r"\[([^\]]*)\]", last)
    assert words[0].endswith(": BooleanField")
    assert words[1:] == ["Insert example", "Open in cheat sheet"]


async def test_no_example_is_promised_where_none_may_stand(editor: Editor):
    hover = await editor.hover(
        "{% extends 'a' %}{% with 1 as fi<|>rst %}{% url<|> %}".replace("<|>", "", 1),
        "templates/x.html",
        "html",
    )
    for _, (command, argument) in links(hover).items():
        if command == INSERT:
            where = types.Position(**argument["position"])
            assert await actions(editor, argument["uri"], where)


async def actions(editor: Editor, uri: str, at: types.Position) -> list[Any]:
    params = types.CodeActionParams(
        types.TextDocumentIdentifier(uri), types.Range(at, at), types.CodeActionContext([])
    )
    return list(await editor.client.text_document_code_action_async(params) or ())


async def test_the_link_leads_to_a_place_with_examples(editor: Editor):
    hover = await editor.hover(OTHER, "c.py")
    _, argument = links(hover)["Insert example"]
    assert await actions(editor, argument["uri"], types.Position(**argument["position"]))


async def inserted(editor: Editor, marked: str, entry: str, name: str) -> str | None:
    shown = await editor.ask("cheatsheet/entry", {"id": entry})
    document, position = editor.open(marked, name)
    answer = await editor.ask(
        "cheatsheet/insertion",
        {
            "textDocument": {"uri": document.uri},
            "position": {"line": position.line, "character": position.character},
            "entry": shown["id"],
            "example": shown["examples"][0]["id"],
        },
    )
    if answer is None:
        return None
    [change] = answer["documentChanges"]
    edits = [
        types.TextEdit(
            types.Range(types.Position(**e["range"]["start"]), types.Position(**e["range"]["end"])),
            e["newText"],
        )
        for e in change["edits"]
    ]
    return edited(marked.replace("<|>", ""), edits, "utf-16")


@pytest.mark.parametrize("line", ["    <|>\n", "    a = models.SlugField()<|>\n"])
async def test_an_entry_found_by_search_goes_where_it_may_stand(editor: Editor, line: str):
    before = "from django.db import models\n\n\nclass Book(models.Model):\n    b = 1\n" + line
    after = await inserted(editor, before, "django.db.models.DecimalField", f"d{len(line)}.py")
    assert after is not None
    assert "\n    price = models.DecimalField(" in after
    assert after.count("from django.db import models") == 1


async def test_an_entry_found_by_search_goes_nowhere_else(editor: Editor):
    assert (
        await inserted(editor, "def f():\n    <|>\n", "django.db.models.DecimalField", "e.py")
        is None
    )
