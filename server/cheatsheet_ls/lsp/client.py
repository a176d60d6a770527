"""What the connected editor can do, read once from its `initialize` request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lsprotocol import types

# Clients that draw fences by Vim's file types; the others know "html" and few know "htmldjango".
_VIM = ("neovim", "vim", "coc.nvim")
_TEMPLATE_IDS = frozenset({"django-html", "htmldjango"})


@dataclass(frozen=True, slots=True)
class Client:
    """Fully defaulted: a client that announces nothing gets plain text and plain edits."""

    name: str = ""
    encoding: str = "utf-16"
    hover_markdown: bool = False
    item_markdown: bool = False
    item_markup: bool = False
    snippets: bool = False
    label_details: bool = False
    deprecated_tag: bool = False
    deprecated_flag: bool = False
    adjusts_indent: bool = False
    action_literals: bool = False
    resolves_edits: bool = False
    document_changes: bool = False
    creates_files: bool = False
    annotates_changes: bool = False
    disables_actions: bool = False
    configuration: bool = False
    watches_files: bool = False
    watches_configuration: bool = False
    shows_progress: bool = False
    pulls_diagnostics: bool = False
    refreshes_diagnostics: bool = False
    describes_codes: bool = False
    diagnostic_tags: frozenset[int] = frozenset()
    commands: frozenset[str] = frozenset()
    trusts_workspace: bool = True

    @property
    def picks_examples(self) -> bool:
        return "djangoCheatsheet.pickExample" in self.commands

    def template_fence(self, language_id: str = "") -> str:
        """The fence language of template code: a name this editor highlights."""
        if language_id in _TEMPLATE_IDS:
            return language_id
        return "htmldjango" if self.name.lower().startswith(_VIM) else "html"


def client_of(params: types.InitializeParams, encoding: str) -> Client:
    capabilities = params.capabilities
    text = capabilities.text_document or types.TextDocumentClientCapabilities()
    window = capabilities.window
    workspace = capabilities.workspace or types.WorkspaceClientCapabilities()
    return Client(
        name=params.client_info.name if params.client_info else "",
        encoding=encoding,
        hover_markdown=_prefers_markdown(text.hover.content_format if text.hover else None),
        **_completion(text.completion),
        **_actions(text.code_action),
        **_edits(workspace.workspace_edit),
        **_diagnostics(text, workspace),
        configuration=bool(workspace.configuration),
        watches_files=_dynamic(workspace.did_change_watched_files),
        watches_configuration=_dynamic(workspace.did_change_configuration),
        commands=_commands(params.initialization_options),
        trusts_workspace=_trusts(params.initialization_options),
        shows_progress=bool(window and window.work_done_progress),
    )


def _prefers_markdown(formats: Sequence[types.MarkupKind] | None) -> bool:
    """The list is in the client's order of preference."""
    return bool(formats) and formats[0] == types.MarkupKind.Markdown  # type: ignore[index]


def _completion(announced: types.CompletionClientCapabilities | None) -> dict[str, Any]:
    item = announced.completion_item if announced else None
    if item is None:
        return {}
    return {
        "item_markup": bool(item.documentation_format),
        "item_markdown": _prefers_markdown(item.documentation_format),
        "snippets": bool(item.snippet_support),
        "adjusts_indent": bool(
            item.insert_text_mode_support
            and types.InsertTextMode.AdjustIndentation in item.insert_text_mode_support.value_set
        ),
        "label_details": bool(item.label_details_support),
        "deprecated_flag": bool(item.deprecated_support),
        "deprecated_tag": bool(
            item.tag_support and types.CompletionItemTag.Deprecated in item.tag_support.value_set
        ),
    }


def _actions(announced: types.CodeActionClientCapabilities | None) -> dict[str, Any]:
    if announced is None:
        return {}
    resolves = announced.resolve_support.properties if announced.resolve_support else ()
    return {
        "action_literals": announced.code_action_literal_support is not None,
        "resolves_edits": bool(announced.data_support) and "edit" in resolves,
        "disables_actions": bool(announced.disabled_support),
    }


def _edits(announced: types.WorkspaceEditClientCapabilities | None) -> dict[str, Any]:
    """Neovim announces that it creates files and not the only form in which it can be told to."""
    if announced is None:
        return {}
    operations = announced.resource_operations or ()
    return {
        "document_changes": bool(announced.document_changes),
        "creates_files": types.ResourceOperationKind.Create in operations,
        "annotates_changes": announced.change_annotation_support is not None,
    }


def _diagnostics(
    text: types.TextDocumentClientCapabilities, workspace: types.WorkspaceClientCapabilities
) -> dict[str, Any]:
    shown = text.publish_diagnostics
    tags = shown.tag_support.value_set if shown and shown.tag_support else ()
    asked = workspace.diagnostics
    return {
        "pulls_diagnostics": text.diagnostic is not None,
        "refreshes_diagnostics": bool(asked and asked.refresh_support),
        "describes_codes": bool(shown and shown.code_description_support),
        "diagnostic_tags": frozenset(int(tag) for tag in tags),
    }


def _dynamic(announced: object) -> bool:
    return bool(getattr(announced, "dynamic_registration", False))


def _commands(options: object) -> frozenset[str]:
    """What the client does itself: `clientCommands: ["djangoCheatsheet.pickExample", …]`."""
    commands = options.get("clientCommands") if isinstance(options, dict) else None
    listed = commands if isinstance(commands, list) else []
    return frozenset(one for one in listed if isinstance(one, str))


def _trusts(options: object) -> bool:
    """An editor that asks its user whom to trust sends `workspaceTrusted: false` until told."""
    return not isinstance(options, dict) or options.get("workspaceTrusted") is not False
