"""`textDocument/completion` and `completionItem/resolve`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from cheatsheet_ls.lsp.convert import to_offset, to_range
from cheatsheet_ls.model import Symbol

if TYPE_CHECKING:
    from cheatsheet_ls.features.completion import Item
    from cheatsheet_ls.lsp.client import Client
    from cheatsheet_ls.lsp.documents import Opened
    from cheatsheet_ls.lsp.server import CheatsheetServer
    from cheatsheet_ls.lsp.state import State

# Letters ask by themselves in every editor; these begin a place where only some names are legal.
OPTIONS = types.CompletionOptions(
    trigger_characters=[".", "@", "%", "|", "_", '"', "'", "=", "-", " "],
    resolve_provider=True,
)

_KINDS: Mapping[str, types.CompletionItemKind] = {
    "snippet": types.CompletionItemKind.Snippet,
    "property": types.CompletionItemKind.Property,
    "method": types.CompletionItemKind.Method,
    "constant": types.CompletionItemKind.Constant,
    "operator": types.CompletionItemKind.Operator,
    "module": types.CompletionItemKind.Module,
    "class": types.CompletionItemKind.Class,
    "keyword": types.CompletionItemKind.Keyword,
    "function": types.CompletionItemKind.Function,
    "value": types.CompletionItemKind.Value,
}


def complete(ls: CheatsheetServer, params: types.CompletionParams) -> types.CompletionList | None:
    from cheatsheet_ls.features.completion import CompletionOptions
    from cheatsheet_ls.features.completion import complete as find

    state = ls.state
    opened = state.documents.get(params.text_document.uri)
    if opened is None or not state.config(opened.folder).completion_enabled:
        return None
    config, client = state.config(opened.folder), state.client
    character = params.context.trigger_character if params.context else None
    options = CompletionOptions(
        state.django(opened),
        client.snippets,
        config.completion_bare_tags,
        character,
        opened.folder.packages(opened.document.path),
    )
    offset = to_offset(opened.lines, params.position, client.encoding)
    found = find(state.loader.get(), opened.document, offset, opened.folder.workspace, options)
    if not found.items:
        return None
    items = [_item(state, opened, item) for item in found.items]
    return types.CompletionList(found.incomplete, items)


def _item(state: State, opened: Opened, item: Item) -> types.CompletionItem:
    client, encoding = state.client, state.client.encoding
    range_ = to_range(opened.lines, item.span, encoding)
    typed = opened.document.text[item.span.start : item.span.end].lower()
    return types.CompletionItem(
        label=item.label,
        kind=_KINDS[item.kind],
        label_details=_call(item) if client.label_details else None,
        detail=item.detail or None,
        tags=_tags(item, client.deprecated_tag),
        deprecated=True if item.deprecated and client.deprecated_flag else None,
        documentation=_inline(client, item),
        sort_text=f"{'~' if item.last else ''}{item.rank:04d}{item.label}",
        filter_text=_filter_text(item, typed),
        insert_text_format=types.InsertTextFormat.Snippet if item.is_snippet else None,
        insert_text_mode=_mode(client.adjusts_indent) if item.is_snippet else None,
        text_edit=types.TextEdit(range_, item.insert),
        additional_text_edits=[
            types.TextEdit(to_range(opened.lines, edit.span, encoding), edit.text)
            for edit in item.edits
        ]
        or None,
        data={"symbol": item.symbol, "uri": opened.document.uri} if item.symbol else None,
    )


def _call(item: Item) -> types.CompletionItemLabelDetails | None:
    """Drawn behind the label: what writes a whole call must not look like the bare name, which a
    type checker offers too.
    """
    name = item.label.rpartition(".")[2]
    writes_call = item.kind == "snippet" and f"{name}(" in item.insert
    return types.CompletionItemLabelDetails(detail="(…)") if writes_call else None


def _filter_text(item: Item, typed: str) -> str:
    """What is being typed comes first: some editors compare beginnings, some look for parts."""
    words = sorted(item.words(), key=lambda word: not word.lower().startswith(typed))
    return " ".join(words)


def _tags(item: Item, supported: bool) -> list[types.CompletionItemTag] | None:
    return [types.CompletionItemTag.Deprecated] if item.deprecated and supported else None


def _mode(supported: bool) -> types.InsertTextMode | None:
    return types.InsertTextMode.AdjustIndentation if supported else None


def _inline(client: Client, item: Item) -> types.MarkupContent | str | None:
    """The sentence that helps; the whole card comes with resolve."""
    from cheatsheet_ls.features.render import escape

    if not item.summary:
        return None
    write = escape.inline if client.item_markdown else escape.plain
    return _markup(client, write(item.summary))


def _markup(client: Client, text: str) -> types.MarkupContent | str:
    """In the format the client announced; a client that announced none gets a plain string."""
    if not client.item_markup:
        return text
    markdown = client.item_markdown
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    return types.MarkupContent(kind, text)


def resolve(ls: CheatsheetServer, item: types.CompletionItem) -> types.CompletionItem:
    symbol, opened = _asked(ls, item.data)
    text = _card(ls.state, symbol, opened)
    if text:
        item.documentation = _markup(ls.state.client, text)
    return item


def _asked(ls: CheatsheetServer, data: Any) -> tuple[str | None, Opened | None]:
    if not isinstance(data, dict):
        return None, None
    symbol, uri = data.get("symbol"), data.get("uri")
    opened = ls.state.documents.get(uri) if isinstance(uri, str) else None
    return (symbol if isinstance(symbol, str) else None), opened


def _card(state: State, symbol: str | None, opened: Opened | None) -> str | None:
    from cheatsheet_ls.features.cards import HoverOptions, text_of_symbol
    from cheatsheet_ls.features.django import Django
    from cheatsheet_ls.features.render import Style

    if symbol is None:
        return None
    markdown = state.client.item_markdown
    style = state.style(opened, markdown=markdown) if opened else Style(markdown)
    django = state.django(opened) if opened else Django()
    return text_of_symbol(state.loader.get(), Symbol(symbol), HoverOptions(django, style=style))
