"""The server object, what it registers, and the two ways to serve: streams and a socket."""

from __future__ import annotations

import asyncio
import functools
import logging
import os
import sys
import warnings
from collections.abc import Callable
from typing import Any, NoReturn

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from cheatsheet_ls import __version__
from cheatsheet_ls.lsp import connection
from cheatsheet_ls.lsp.diagnosing import Diagnosing
from cheatsheet_ls.lsp.guard import report
from cheatsheet_ls.lsp.protocol import CheatsheetProtocol
from cheatsheet_ls.lsp.repeat import recorded
from cheatsheet_ls.lsp.resting import Resting
from cheatsheet_ls.lsp.state import State
from cheatsheet_ls.lsp.warm import relax_collector

NAME = "cheatsheet_ls"

logger = logging.getLogger("cheatsheet_ls")


class CheatsheetServer(LanguageServer):
    protocol: CheatsheetProtocol

    def __init__(self) -> None:
        super().__init__(NAME, __version__, protocol_cls=CheatsheetProtocol)
        self.state = State()
        self.diagnosing = Diagnosing()
        self.resting = Resting()

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Into the log; never a pop-up for something the user did not ask for."""
        logger.error("%s: %s", getattr(source, "__name__", source), error)

    def tell(self, message: str) -> None:
        """One message the user should see: a setting that cannot be used."""
        self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, message))


def create_server() -> CheatsheetServer:
    from cheatsheet_ls.lsp.handlers import COMMANDS, FEATURES

    server = CheatsheetServer()
    for method, handler, nothing, options in FEATURES:
        server.feature(method, options)(_bound(method, handler, server, nothing))
    for name, command in COMMANDS:
        server.command(name)(_bound(name, command, server, lambda: None))
    return server


def _bound(
    method: str,
    handler: Callable[..., Any],
    server: CheatsheetServer,
    nothing: Callable[[], Any],
) -> Callable[..., Any]:
    """The handler with its server, guarded: a surprise is logged and answered with `nothing`."""

    def surprised(error: Exception, params: tuple[Any, ...]) -> Any:
        asked = params[0] if len(params) == 1 else list(params)
        report(error, method, functools.partial(recorded, server, method, asked))
        return nothing()

    if asyncio.iscoroutinefunction(handler):

        @functools.wraps(handler)
        async def answer_later(*params: Any) -> Any:
            try:
                return await handler(server, *params)
            except Exception as error:
                return surprised(error, params)

        later: Callable[..., Any] = answer_later
        del later.__wrapped__  # type: ignore[attr-defined]  # pygls would read its first parameter
        return later

    def answer(*params: Any) -> Any:
        try:
            return handler(server, *params)
        except Exception as error:
            return surprised(error, params)

    return answer


def _log_to_stderr() -> None:
    level = os.environ.get("CHEATSHEET_LOG", "WARNING").upper()
    known = level in ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
    logging.basicConfig(
        stream=sys.stderr,
        level=logging.ERROR,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
    logger.setLevel(level if known else "WARNING")


SWITCH = 0.001  # seconds; a hover must not wait five milliseconds for the thread that loads sheets


def _prepare() -> None:
    """What Python thinks of the user's code (invalid escapes and such) is not ours to print."""
    sys.setswitchinterval(SWITCH)
    relax_collector()
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)


def serve_stdio() -> NoReturn:
    """Serve the client on standard input and output; ends the process with the exit status."""
    _log_to_stderr()
    _prepare()
    stdin, stdout = connection.private_stdio()
    server = create_server()
    _end(asyncio.run(connection.serve_streams(server.protocol, stdin, stdout)))


def serve_tcp(host: str, port: int) -> NoReturn:
    """Serve one client that connects to the address."""
    _log_to_stderr()
    _prepare()
    server = create_server()
    _end(asyncio.run(connection.serve_socket(server.protocol, host, port)))


def _end(status: int) -> NoReturn:
    """Without Python's own clean-up: it takes locks from threads that still read sheets or warm up,
    and a server that has said goodbye would crash.
    """
    logging.shutdown()
    os._exit(status)
