"""When problems are looked for, and how the client gets them: by asking, or told when all is quiet.

Looking is done in slices of a few milliseconds between which the server answers everything else,
one document at a time, and rests while somebody types, in whichever document; one that changes
meanwhile is looked at again.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lsprotocol import types

from cheatsheet_ls.lsp import uris
from cheatsheet_ls.lsp.guard import report
from cheatsheet_ls.lsp.problems import recipes_of, to_lsp
from cheatsheet_ls.model import Kind

if TYPE_CHECKING:
    from cheatsheet_ls.features.diagnostics import Diagnostic
    from cheatsheet_ls.lsp.documents import Opened
    from cheatsheet_ls.lsp.server import CheatsheetServer

IDLE = 0.4  # seconds after the last keystroke
SLICE = 0.002  # seconds; what a hover may have to wait
REST = 0.004  # seconds between slices, in which whoever waits has the server to himself


@dataclass(slots=True)
class Diagnosing:
    """When somebody typed last; per document the look that is due, the one under way or in line,
    and what was published last; `turn` is held by the document that is being looked at.
    """

    typed: float = 0.0
    due: dict[str, asyncio.TimerHandle] = field(default_factory=dict)
    published: dict[str, list[types.Diagnostic]] = field(default_factory=dict)
    tasks: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


async def problems_of(ls: CheatsheetServer, opened: Opened) -> tuple[Diagnostic, ...] | None:
    """All problems of the document as it is; None where it changed while they were looked for."""
    known = ls.state.problems.known(ls.state, opened)
    if known is not None:
        return known
    async with ls.diagnosing.turn:
        return None if is_outdated(ls, opened) else await _looked_for(ls, opened)


async def _looked_for(ls: CheatsheetServer, opened: Opened) -> tuple[Diagnostic, ...] | None:
    from cheatsheet_ls.features.diagnostics import in_order, steps

    key = ls.state.problems.key(ls.state, opened)  # what they will have been found by
    document, found = opened.document, []
    config = ls.state.config(opened.folder)
    django, workspace = ls.state.django(opened), opened.folder.workspace
    if not workspace.is_surveyed:
        await asyncio.to_thread(workspace.survey)
        if is_outdated(ls, opened):
            return None
    recipes = recipes_of(ls.state)
    workspace.shed(document)
    look = steps(document, workspace, django, config.diagnostics_off, recipes)
    if document.kind is Kind.SHEET:  # a page is read whole: elsewhere, so that nothing waits
        look = iter(await asyncio.to_thread(list, look))
        if is_outdated(ls, opened):
            return None
    until = time.perf_counter() + SLICE
    for step in look:
        if step is not None:
            found.append(step)
        if time.perf_counter() > until:
            await asyncio.sleep(REST)
            await quiet(ls, opened)
            if is_outdated(ls, opened):
                return None
            until = time.perf_counter() + SLICE
    return ls.state.problems.keep(opened, key, in_order(found))


def is_outdated(ls: CheatsheetServer, opened: Opened) -> bool:
    uri = opened.document.uri
    if not ls.state.documents.is_open(uri):
        return False  # it lies on disk
    now = ls.state.documents.get(uri)
    return now is None or now.document is not opened.document


async def quiet(ls: CheatsheetServer, opened: Opened | None = None) -> None:
    """Until nobody has typed for a while, or the document is not what it was."""
    while (since := time.monotonic() - ls.diagnosing.typed) < IDLE:
        await asyncio.sleep(IDLE - since)
        if opened is not None and is_outdated(ls, opened):
            return


# -- what the handlers of documents tell ----------------------------------------------------------


def opened(ls: CheatsheetServer, uri: str) -> None:
    _schedule(ls, uri, 0.0)


def changed(ls: CheatsheetServer, uri: str) -> None:
    ls.diagnosing.typed = time.monotonic()
    _schedule(ls, uri, IDLE)


def closed(ls: CheatsheetServer, uri: str) -> None:
    """What was said of a document that is not open any more is taken back."""
    state, key = ls.diagnosing, uris.key(uri)
    handle = state.due.pop(key, None)
    if handle is not None:
        handle.cancel()
    if state.published.pop(key, None):
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


def everything_changed(ls: CheatsheetServer) -> None:
    """Settings or files of the workspace: every open document is looked at anew."""
    if ls.state.client.pulls_diagnostics:
        if ls.state.client.refreshes_diagnostics:
            ls.protocol.send_request(types.WORKSPACE_DIAGNOSTIC_REFRESH, None)
        return
    for one in ls.state.documents.all():
        _schedule(ls, one.document.uri, IDLE)


# -- telling a client that does not ask -----------------------------------------------------------


def _schedule(ls: CheatsheetServer, uri: str, delay: float) -> None:
    if ls.state.client.pulls_diagnostics:
        return
    key = uris.key(uri)
    handle = ls.diagnosing.due.pop(key, None)
    if handle is not None:
        handle.cancel()
    start: Callable[[], None] = lambda: _start(ls, uri)  # noqa: E731
    ls.diagnosing.due[key] = asyncio.get_running_loop().call_later(delay, start)


def _start(ls: CheatsheetServer, uri: str) -> None:
    key, state = uris.key(uri), ls.diagnosing
    state.due.pop(key, None)
    earlier = state.tasks.get(key)
    if earlier is not None:  # it may wait in line with a text that nobody has any more
        earlier.cancel()
    task = state.tasks[key] = asyncio.ensure_future(_publish(ls, uri))
    task.add_done_callback(lambda done: state.tasks.get(key) is done and state.tasks.pop(key))


async def _publish(ls: CheatsheetServer, uri: str) -> None:
    try:
        opened = ls.state.documents.get(uri) if ls.state.documents.is_open(uri) else None
        if opened is None:
            return
        found = await problems_of(ls, opened) if wanted(ls, opened) else ()
        if found is None or not ls.state.documents.is_open(uri) or is_outdated(ls, opened):
            return  # another look is due, or nobody wants to know any more
        items = [to_lsp(ls.state, opened, one) for one in found]
        if ls.diagnosing.published.get(uris.key(uri)) == items:
            return
        ls.diagnosing.published[uris.key(uri)] = items
        version = opened.document.version
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, items, version))
    except Exception as error:
        report(error, "diagnostics", uri)


def wanted(ls: CheatsheetServer, opened: Opened) -> bool:
    return ls.state.config(opened.folder).diagnostics_enabled
