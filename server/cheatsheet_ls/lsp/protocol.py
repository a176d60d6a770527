"""pygls's protocol with what it leaves open: our documents, session states, bad requests."""

from __future__ import annotations

import asyncio
import contextvars
import json
import logging
from collections.abc import Callable, Generator
from concurrent.futures import Future
from typing import Any

from lsprotocol import types
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.json_rpc import (
    JsonRPCNotification,
    JsonRPCRequestMessage,
    JsonRPCResponseMessage,
)
from pygls.protocol.language_server import lsp_method

from cheatsheet_ls.lsp.ahead import Ahead, cancelled_by

logger = logging.getLogger("cheatsheet_ls")

NOT_INITIALIZED = -32002
INVALID_REQUEST = -32600
INVALID_PARAMS = -32602
PARSE_ERROR = -32700
CANCELLED = -32800
CONTENT_MODIFIED = -32801

EXPERIMENTAL = {"cheatsheetResolve": True}


class CheatsheetProtocol(LanguageServerProtocol):
    """`exit_code` is set at the end: 0 after shutdown and exit, 1 after exit alone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.exit_code: int | None = None
        self.ahead = Ahead()
        self._initialized = False

    # -- one message ---------------------------------------------------------------------------
    def receive(self, data: Any) -> None:
        """Take one decoded message; whatever it is, a request gets its answer."""
        if not isinstance(data, dict):
            self._refuse(None, INVALID_REQUEST, "a message is a JSON object")
            return
        self.ahead.taken(data)
        if data.get("method") == types.CANCEL_REQUEST and not cancelled_by(data):
            return
        if "method" in data and not isinstance(data.get("id", 0), (int, str)):
            self._refuse(None, INVALID_REQUEST, "an id is a whole number or a text")
            return
        if self._refused(data):
            return
        try:
            message = self.structure_message({"jsonrpc": "2.0", **data})
        except Exception:  # whatever was sent, a request gets an answer
            logger.warning("malformed message: %.500r", data)
            if "method" in data and "id" in data:
                self._refuse(data["id"], INVALID_PARAMS, f"malformed {data['method']}")
            return
        if data.get("method") == types.WORKSPACE_EXECUTE_COMMAND and "id" in data:
            if message.params.command not in self.fm.commands:
                self._refuse(data["id"], INVALID_PARAMS, "there is no such command")
                return
        self._dispatch(message, data)

    def structure_message(self, data: dict[str, Any]) -> Any:
        """What pygls does, but for its traceback in the log where a client sent nonsense."""
        number, method = data.get("id"), data.get("method")
        if method is not None:
            plain = JsonRPCRequestMessage if "id" in data else JsonRPCNotification
            kind = self.get_message_type(method) or plain
        elif "error" in data:
            kind = types.ResponseErrorMessage
        else:
            kind = self._result_types.pop(number or 0, None) or JsonRPCResponseMessage
        return self._converter.structure(data, kind)

    def _dispatch(self, message: Any, data: dict[str, Any]) -> None:
        """What `handle_message` does, without its costly question what kind of message this is."""
        handler = self._prompt_handler(str(data.get("method")))
        if handler is not None and "id" in data and hasattr(message, "id"):
            self._answer(handler, message, data)
            return
        if data.get("method") == types.CANCEL_REQUEST and not isinstance(
            message.params.id, (int, str)
        ):
            return
        context = contextvars.copy_context()
        if "method" not in data:
            error = None if "result" in data else getattr(message, "error", None)
            context.run(self._handle_response, message.id, getattr(message, "result", None), error)
        elif "id" in data and hasattr(message, "id"):
            context.run(self._handle_request, message.id, message.method, message.params)
        else:
            context.run(self._handle_notification, message.method, message.params)

    def _prompt_handler(self, method: str) -> Callable[[Any], Any] | None:
        """The handler of ours that answers before it returns. Not a cached property: pygls looks at
        all attributes before there is any handler.
        """
        if method in self.fm.builtin_features:
            return None
        handler = self.fm.features.get(method)
        return None if asyncio.iscoroutinefunction(handler) else handler

    def _answer(self, handler: Callable[[Any], Any], message: Any, data: dict[str, Any]) -> None:
        """Call and send, without the future, callbacks and inspections of `_execute_handler`."""
        try:
            result = self.plain(handler(message.params))
        except Exception as error:
            failed: Future[Any] = Future()
            failed.set_exception(error)
            self._send_handler_result(failed, msg_id=message.id)
        else:
            if not self._unwanted(data):  # by now
                self._send_result(message.id, result)

    def plain(self, value: Any) -> Any:
        """As JSON has it: the protocol's own words for our names."""
        return self._converter.unstructure(value)

    def _send_result(self, number: Any, result: Any) -> None:
        """What `_send_response` sends, without wrapping the result in a message object first."""
        self._result_types.pop(number or 0, None)
        body = json.dumps({"jsonrpc": self.VERSION, "id": number, "result": result})
        if self.writer is not None:
            content = body.encode(self.CHARSET)
            self.writer.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)

    def unreadable(self) -> None:
        """A frame whose content was no JSON."""
        self._refuse(None, PARSE_ERROR, "the content of the message is no JSON")

    def _refused(self, data: dict[str, Any]) -> bool:
        method, number = data.get("method"), data.get("id")
        if method is None or method == types.EXIT:
            return False
        if method == types.INITIALIZE:
            return self._initialized and self._refuse(
                number, INVALID_REQUEST, "the server is initialized already"
            )
        if self._shutdown:
            return self._refuse(number, INVALID_REQUEST, "the server is shutting down")
        if not self._initialized:
            return self._refuse(number, NOT_INITIALIZED, "the server is not initialized")
        return "id" in data and self._unwanted(data)

    def _unwanted(self, request: dict[str, Any]) -> bool:
        """Whether an answer would come too late; the editor is told so instead."""
        if request["id"] in self.ahead.cancelled:
            return self._refuse(request["id"], CANCELLED, "cancelled")
        if self.ahead.is_outdated(request):
            return self._refuse(request["id"], CONTENT_MODIFIED, "the text has changed since")
        return False

    def _refuse(self, number: Any, code: int, why: str) -> bool:
        if number is not None or code in (PARSE_ERROR, INVALID_REQUEST):
            self._send_response(number, error=types.ResponseError(code, why))
        return True

    # -- the session -----------------------------------------------------------------------------
    @lsp_method(types.INITIALIZE)
    def lsp_initialize(
        self, params: types.InitializeParams
    ) -> Generator[Any, Any, types.InitializeResult]:
        result = yield from super().lsp_initialize(params)
        result.capabilities.experimental = EXPERIMENTAL
        self._initialized = True
        return result

    @lsp_method(types.EXIT)
    def lsp_exit(self, *args: Any) -> None:  # type: ignore[override]
        self.exit_code = 0 if self._shutdown else 1

    # -- documents are ours: pygls splits lines where editors do not -------------------------------
    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: Any) -> None:
        self._call(types.TEXT_DOCUMENT_DID_OPEN, params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: Any) -> None:
        self._call(types.TEXT_DOCUMENT_DID_CHANGE, params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: Any) -> None:
        self._call(types.TEXT_DOCUMENT_DID_CLOSE, params)

    def _call(self, method: str, params: Any) -> None:
        self.fm.features[method](params)
