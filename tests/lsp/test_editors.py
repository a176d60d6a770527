"""The server as editors use it: a real process, recorded capabilities, every position encoding.

Answers outside of what the client announced are warnings of pytest-lsp, and warnings are errors.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

from tests.support.lsp_session import SERVER, Editor, edited, environment, make_client, recorded

pytestmark = pytest.mark.asyncio(loop_scope="module")

VS_CODE, NEOVIM, EMACS = "visual_studio_code_v1.65.2", "neovim_v0.11.0", "emacs_v29.1"
EDITORS = [(VS_CODE, "utf-16"), (NEOVIM, "utf-8"), (NEOVIM, "utf-32"), (EMACS, "utf-16")]

FIELD = 'from django.db import models\n\nx = "🐍é"; f = models.Char<|>Field(max_length=3)\n'


@pytest_lsp.fixture(
    config=ClientServerConfig(
        server_command=SERVER, server_env=environment(), client_factory=make_client
    ),
    scope="module",
    params=EDITORS,
    ids=lambda pair: f"{pair[0].partition('_v')[0]}-{pair[1]}",
)
async def client(client: LanguageClient, request: pytest.FixtureRequest, tmp_path_factory):
    name, encoding = request.param
    root = tmp_path_factory.mktemp("project")
    (root / "manage.py").write_text("")
    (root / "requirements.txt").write_text("Django==5.2.1\n")
    result = await client.initialize_session(recorded(name, encoding, root))
    assert result.capabilities.position_encoding == encoding
    client.editor = Editor(client, root, encoding)  # type: ignore[attr-defined]
    client.recorded_as = name  # type: ignore[attr-defined]
    client.started = result  # type: ignore[attr-defined]
    yield
    await client.shutdown_session()


@pytest.fixture
def editor(client: LanguageClient) -> Editor:
    return client.editor  # type: ignore[attr-defined, no-any-return]


async def test_what_is_announced(client: LanguageClient):
    capabilities = client.started.capabilities  # type: ignore[attr-defined]
    assert capabilities.experimental == {"cheatsheetResolve": True}
    assert capabilities.hover_provider
    assert capabilities.completion_provider.resolve_provider
    kinds = ["refactor.insertExample", "source.setUp"]
    kinds += ["quickfix", "source.fixAll.djangoCheatsheet"]
    assert list(capabilities.code_action_provider.code_action_kinds) == kinds
    assert capabilities.text_document_sync.change is types.TextDocumentSyncKind.Incremental
    commands = capabilities.execute_command_provider.commands
    assert all(command.startswith("djangoCheatsheet.") for command in commands)


async def test_hover_shows_the_entry_with_the_range_of_the_name(editor: Editor):
    where = editor.open(FIELD)
    found = await editor.client.text_document_hover_async(types.HoverParams(*where))
    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    assert found.contents.value.startswith(("**CharField** (model field): ", "CharField (model"))
    assert "docs.djangoproject.com/en/5.2/" in found.contents.value
    text = FIELD.replace("<|>", "")
    start, end = text.index("CharField"), text.index("(max")
    range_ = types.Range(editor.position(text, start), editor.position(text, end))
    assert found.range == range_


async def test_resolve_and_hover_agree(editor: Editor):
    document, position = editor.open(FIELD)
    params = {
        "textDocument": {"uri": document.uri},
        "position": {"line": position.line, "character": position.character},
    }
    found = await editor.ask("cheatsheet/resolve", params)
    assert found["symbols"][0] == "django.db.models.CharField"
    nowhere = {**params, "position": {"line": 1, "character": 0}}
    assert await editor.ask("cheatsheet/resolve", nowhere) is None


async def test_a_half_sentence_of_the_protocol_is_answered_with_nothing(editor: Editor):
    assert await editor.ask("cheatsheet/resolve", {}) is None
    assert await editor.ask("cheatsheet/search", {"query": 7}) == []
    assert await editor.ask("cheatsheet/entry", {"id": "no such entry"}) is None


async def test_positions_past_the_end_and_documents_never_opened_are_answered(editor: Editor):
    document, _ = editor.open(FIELD)
    far = types.Position(9999, 9999)
    hover = editor.client.text_document_hover_async
    assert await hover(types.HoverParams(document, far)) is None
    stranger = types.TextDocumentIdentifier("file:///nowhere/at/all.py")
    assert await hover(types.HoverParams(stranger, far)) is None
    nameless = types.TextDocumentIdentifier("untitled:Untitled-1")
    assert await hover(types.HoverParams(nameless, far)) is None


async def test_a_file_of_the_workspace_is_read_where_it_is_not_open(editor: Editor):
    path = editor.root / "closed.py"
    path.write_text("from django.db.models import CharField\n")
    params = types.HoverParams(types.TextDocumentIdentifier(path.as_uri()), types.Position(0, 32))
    assert await editor.client.text_document_hover_async(params) is not None


async def test_incremental_changes_are_counted_in_the_clients_units(editor: Editor):
    text = "# 🐍é\r\nfrom django.db import models\r\nx = 1\r\n"
    document, _ = editor.open(text + "<|>", "edited.py")
    spot = text.index("x = 1")
    start, end = editor.position(text, spot + 4), editor.position(text, spot + 5)
    change = types.TextDocumentContentChangePartial(
        types.Range(start, end), "'🐍'; y = models.CharField()"
    )
    editor.client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(2, document.uri), [change]
        )
    )
    new = text.replace("x = 1", "x = '🐍'; y = models.CharField()")
    where = editor.position(new, new.index("CharField") + 1)
    found = await editor.client.text_document_hover_async(types.HoverParams(document, where))
    assert found is not None


async def test_a_form_feed_is_no_line_for_an_editor(editor: Editor):
    text = "from django.db import models\n\f\nx = '\u2028'\ny = models.Char<|>Field()\n"
    assert "CharField" in await editor.hover(text, "formfeed.py")


async def test_a_snippet_is_offered_inserted_and_explained(editor: Editor):
    marked = "from django.db import models\n\n\nclass Book(models.Model):\n    Char<|>\n"
    where = editor.open(marked, "typing.py")
    found = await editor.client.text_document_completion_async(types.CompletionParams(*where))
    assert isinstance(found, types.CompletionList)
    item = next(item for item in found.items if item.label == "CharField")
    snippets = editor.client.recorded_as != EMACS  # type: ignore[attr-defined]
    assert (item.insert_text_format is types.InsertTextFormat.Snippet) is snippets
    after = edited(marked.replace("<|>", ""), [item.text_edit], editor.encoding)
    assert ("    ${1:title} = models.CharField(" in after) is snippets
    assert ("    title = models.CharField(max_length=200)\n" in after) is not snippets
    resolved = await editor.client.completion_item_resolve_async(item)
    documentation = resolved.documentation
    assert "docs.djangoproject.com" in getattr(documentation, "value", documentation)


async def test_an_action_inserts_the_example_once(editor: Editor):
    marked = "from django.db import models\n\n\nclass Book(models.Model):\n    a = models.Char<|>Field()\n"  # noqa: E501
    document, position = editor.open(marked, "acting.py")
    params = types.CodeActionParams(
        document, types.Range(position, position), types.CodeActionContext([])
    )
    found = await editor.client.text_document_code_action_async(params)
    action = found[0]
    assert isinstance(action, types.CodeAction)
    assert action.title.startswith("Insert example: ")
    if action.edit is None:
        action = await editor.client.code_action_resolve_async(action)
    edit = action.edit
    edits = edit.document_changes[0].edits if edit.document_changes else edit.changes[document.uri]
    after = edited(marked.replace("<|>", ""), edits, editor.encoding)
    assert after.startswith("from django.db import models\n\n\nclass Book(models.Model):\n")
    assert after.count("import") == 1
    assert after.count("models.CharField(") == 2


async def test_only_the_kinds_asked_for_are_offered(editor: Editor):
    document, position = editor.open(FIELD)
    only = types.CodeActionContext([], only=[types.CodeActionKind.QuickFix])
    params = types.CodeActionParams(document, types.Range(position, position), only)
    assert not await editor.client.text_document_code_action_async(params)


async def test_the_sheet_is_searched_and_shown(editor: Editor):
    found = await editor.ask("cheatsheet/search", {"query": "CharField", "limit": 3})
    assert len(found) <= 3
    assert {one["title"] for one in found[:2]} == {"CharField"}
    entry = await editor.ask("cheatsheet/entry", {"id": found[0]["id"]})
    assert entry["markdown"].startswith("**CharField**")
    assert entry["origin"]["line"] > 0


async def test_workspace_symbols_answer_only_their_own_queries(editor: Editor):
    ask = editor.client.workspace_symbol_async
    assert not await ask(types.WorkspaceSymbolParams("CharField"))
    found = await ask(types.WorkspaceSymbolParams("dj CharField"))
    assert found[0].name == "CharField"
    assert Path(types.Location(found[0].location.uri, found[0].location.range).uri).suffix == ".md"


async def test_templates_are_known_by_id_or_by_folder(editor: Editor):
    tag = "{% fo<|>r x in y %}{% endfor %}"
    assert "for" in await editor.hover(tag, "a.html", "htmldjango")
    assert "for" in await editor.hover(tag, "templates/a.html", "html")
    assert not await editor.hover(tag, "a.js", "javascript")


async def test_a_closed_document_is_forgotten(editor: Editor):
    document, position = editor.open(FIELD, "closing.py")
    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(document))
    params = types.HoverParams(document, position)
    assert await editor.client.text_document_hover_async(params) is None
