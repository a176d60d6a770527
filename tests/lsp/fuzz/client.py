"""A client that believes nothing: each byte of the server's output must belong to a frame."""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any, BinaryIO

from tests.support.lsp_session import SERVER, environment

PATIENCE = 60.0  # seconds for one answer; a machine under load is slow, a hanging server is not

INTERNAL = (-32603, -32001)  # codes that tell of a surprise


class Breach(AssertionError):
    """An invariant does not hold; the message begins with its name."""

    def __init__(self, invariant: str, what: object) -> None:
        super().__init__(f"{invariant}: {str(what)[:1500]}")
        self.invariant = invariant


class Client:
    def __init__(self, root: Path) -> None:
        self.noise: list[bytes] = []
        self.log: list[str] = []
        self._number = 0
        self._answers: dict[Any, Any] = {}
        self._heard: queue.Queue[Any] = queue.Queue()
        self._lock = threading.Lock()
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            SERVER, cwd=root, stdin=pipe, stdout=pipe, stderr=pipe, env=environment()
        )
        self._readers = [
            threading.Thread(target=read, daemon=True) for read in (self._read, self._read_log)
        ]
        for reader in self._readers:
            reader.start()

    # -- out -------------------------------------------------------------------------------------
    def ask(self, method: str, params: Any) -> Any:
        """The result of a request; None for an error that is no surprise."""
        return self.answer(self.send(method, params), method, params)

    def send(self, method: str, params: Any) -> int:
        with self._lock:
            self._number += 1
            number = self._number
        self.write({"id": number, "method": method, "params": params})
        return number

    def notify(self, method: str, params: Any) -> None:
        self.write({"method": method, "params": params})

    def write(self, message: dict[str, Any]) -> None:
        self.frame(json.dumps({"jsonrpc": "2.0", **message}).encode("utf-8", "surrogatepass"))

    def frame(self, content: bytes) -> None:
        self.bytes(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))

    def bytes(self, raw: bytes) -> None:
        assert self.process.stdin
        try:
            with self._lock:
                self.process.stdin.write(raw)
                self.process.stdin.flush()
        except OSError as error:
            raise Breach("alive", f"{error}; {self._last_words()}") from None

    # -- in --------------------------------------------------------------------------------------
    def answer(self, number: Any, method: str, params: Any) -> Any:
        message = self.response(number, method, params)
        error = message.get("error")
        if error is not None and error["code"] in INTERNAL:
            raise Breach("internal", f"{method} {params}: {error}; {self._last_words()}")
        return message.get("result")

    def response(self, number: Any, method: str = "", params: Any = None) -> dict[str, Any]:
        while number not in self._answers:
            try:
                message = self._heard.get(timeout=PATIENCE)
            except queue.Empty:
                raise Breach("answer", f"{method} {params}: none in {PATIENCE} s") from None
            if message is None:
                raise Breach("alive", f"{method} {params}: {self._last_words()}")
            self._answers[message.get("id")] = message
        found: dict[str, Any] = self._answers.pop(number)
        return found

    def sound(self) -> None:
        """Raise what went wrong beside the answers."""
        self.sound_log()
        if self.process.poll() is not None:
            raise Breach("alive", f"ended with {self.process.returncode}; {self._last_words()}")

    def sound_log(self) -> None:
        if self.noise:
            raise Breach("alive", f"no frame: {self.noise[:3]}")
        if any("Traceback" in line for line in self.log):
            raise Breach("internal", self._last_words())

    def end(self) -> None:
        """Shut down as an editor does; the status tells that the server saw it so."""
        try:
            if self.process.poll() is None:
                self.answer(self.send("shutdown", None), "shutdown", None)
                self.notify("exit", None)
                if self.process.wait(PATIENCE) != 0:
                    raise Breach("alive", f"status {self.process.returncode} after exit")
        finally:
            self.kill()

    def kill(self) -> None:
        self.process.kill()
        for reader in self._readers:
            reader.join()
        with contextlib.suppress(OSError, ValueError):
            self.process.communicate()

    def _read(self) -> None:
        assert self.process.stdout
        while (message := self._message(self.process.stdout)) is not None:
            if "method" in message and "id" in message:
                self.write({"id": message["id"], "result": _reply(message)})
            elif "method" not in message:
                self._heard.put(message)
        self._heard.put(None)

    def _message(self, stream: BinaryIO) -> dict[str, Any] | None:
        length = None
        while (line := stream.readline()) != b"\r\n":
            name, _, value = line.partition(b": ")
            if not line:
                return None
            if name == b"Content-Length" and value.strip().isdigit():
                length = int(value)
            elif name != b"Content-Type":
                self.noise.append(line)
        content = stream.read(length or 0)
        try:
            message: dict[str, Any] = json.loads(content)
            return message
        except ValueError:
            self.noise.append(content[:200])
            return {"method": "noise"}

    def _read_log(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self.log.append(line.decode("utf-8", "replace").rstrip())
            del self.log[:-400]

    def _last_words(self) -> str:
        return "\n".join(self.log[-40:])[-1200:]


def _reply(message: dict[str, Any]) -> Any:
    """What an editor answers that has nothing configured and does what it is asked."""
    if message["method"] == "workspace/configuration":
        return [None] * len(message["params"]["items"])
    return {"applied": True} if message["method"] == "workspace/applyEdit" else None
