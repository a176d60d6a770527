"""`textDocument/hover`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from cheatsheet_ls.lsp.command_links import linked
from cheatsheet_ls.lsp.convert import to_offset, to_range

if TYPE_CHECKING:
    from cheatsheet_ls.lsp.server import CheatsheetServer


def hover(ls: CheatsheetServer, params: types.HoverParams) -> types.Hover | None:
    from cheatsheet_ls.features.hover import hover as find

    state = ls.state
    opened = state.documents.get(params.text_document.uri)
    if opened is None:
        return None
    encoding = state.client.encoding
    offset = to_offset(opened.lines, params.position, encoding)
    found = find(
        state.loader.get(),
        opened.document,
        offset,
        opened.folder.workspace,
        state.hover_options(opened),
    )
    if found is None:
        return None
    markdown = state.client.hover_markdown
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    text = found.text
    if markdown and state.client.commands and found.id:
        text = linked(ls, opened, params.position, offset, found)
    contents = types.MarkupContent(kind, text)
    return types.Hover(contents, to_range(opened.lines, found.span, encoding))
