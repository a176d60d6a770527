"""Frames in and out: standard input and output, or one client over TCP.

Standard input is read by a thread of its own, which costs one hop to the event loop a message and
sees what comes (`ahead.py`) while the request it concerns still waits in line.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
import threading
from typing import Any, BinaryIO

from cheatsheet_ls.lsp.guard import report
from cheatsheet_ls.lsp.protocol import CheatsheetProtocol

logger = logging.getLogger("cheatsheet_ls")

MAX_MESSAGE = 256 * 1024 * 1024
WATCH_PARENT = 5.0  # seconds between looks at whether the client still lives


class StdoutWriter:
    """Writes whole frames; a client that is gone is noticed by the reader."""

    def __init__(self, stdout: BinaryIO) -> None:
        self._stdout = stdout
        self._lock = threading.Lock()

    def write(self, data: bytes) -> None:
        try:
            with self._lock:
                self._stdout.write(data)
                self._stdout.flush()
        except (OSError, ValueError):
            logger.info("the client does not listen any more")

    def close(self) -> None:
        """The process closes it."""


def private_stdio() -> tuple[BinaryIO, BinaryIO]:
    """Our own copies of stdin and stdout; a stray `print` anywhere then goes to standard error."""
    stdin = os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    stdout = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    sys.stdout = sys.stderr
    return stdin, stdout


def read_frame(stream: BinaryIO) -> bytes | None:
    """The content of the next message; None at the end of the stream."""
    length = 0
    while True:
        line = stream.readline(65536)
        if not line:
            return None
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            length = int(value)
        elif not line.strip() and length:
            break
    if length > MAX_MESSAGE:
        return None
    content = stream.read(length)
    return content if len(content) == length else None


def decode(content: bytes) -> Any:
    """The message; an `Exception` object where it is no JSON."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        return error


class Session:
    """Feeds one protocol from one stream until `exit` or the end of the stream."""

    def __init__(self, protocol: CheatsheetProtocol) -> None:
        self.protocol = protocol
        self._over = asyncio.Event()

    def take(self, message: Any) -> None:
        if self.protocol.exit_code is not None:
            return
        if isinstance(message, Exception):
            self.protocol.unreadable()
        else:
            self._receive(message)
        if self.protocol.exit_code is not None:
            self._over.set()

    def _receive(self, message: Any) -> None:
        try:
            self.protocol.receive(message)
        except Exception as error:
            report(error, "receive", message)

    def ended(self) -> None:
        self._over.set()

    async def run(self) -> int:
        await self._over.wait()
        code = self.protocol.exit_code
        return code if code is not None else 1


async def serve_streams(protocol: CheatsheetProtocol, stdin: BinaryIO, stdout: BinaryIO) -> int:
    loop = asyncio.get_running_loop()
    session = Session(protocol)
    protocol.set_writer(StdoutWriter(stdout))

    def read() -> None:
        while (content := read_frame(stdin)) is not None:
            message = decode(content)
            protocol.ahead.note(message)
            loop.call_soon_threadsafe(session.take, message)
            if isinstance(message, dict) and message.get("method") == "exit":
                return
        loop.call_soon_threadsafe(session.ended)

    threading.Thread(target=read, name="read-client", daemon=True).start()
    return await session.run()


async def serve_socket(protocol: CheatsheetProtocol, host: str, port: int) -> int:
    """Serve the first client that connects, and end with it."""
    session = Session(protocol)
    taken = False

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal taken
        if taken:
            writer.close()
            return
        taken = True
        protocol.set_writer(writer)
        await _pump(session, protocol, reader)
        session.ended()

    server = await asyncio.start_server(connected, host, port)
    for socket in server.sockets:
        logger.warning("listening on %s:%s", *socket.getsockname()[:2])
    code = await session.run()
    server.close()
    return code


async def _pump(
    session: Session, protocol: CheatsheetProtocol, reader: asyncio.StreamReader
) -> None:
    loop = asyncio.get_running_loop()
    try:
        while protocol.exit_code is None:
            header = await reader.readuntil(b"\r\n\r\n")
            length = _length(header)
            if 0 < length <= MAX_MESSAGE:
                message = decode(await reader.readexactly(length))
                protocol.ahead.note(message)
                loop.call_soon(session.take, message)
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError):
        logger.info("the client is gone")


def _length(header: bytes) -> int:
    for line in header.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            return int(value)
    return 0


def watch_parent(process: int, over: Any) -> None:
    """End with the client even where our input stays open; on POSIX, where asking is safe."""
    if os.name != "posix" or process <= 0:
        return

    def watch() -> None:
        wait = threading.Event()
        while not wait.wait(WATCH_PARENT):
            try:
                os.kill(process, 0)
            except ProcessLookupError:
                over()
                return
            except OSError:
                pass  # it lives, under another user

    threading.Thread(target=watch, name="watch-client", daemon=True).start()
