"""A day's editing in little: words typed letter by letter, with all that an editor asks meanwhile.

    python -m tests.lsp.fuzz.editing --minutes 20

tells how memory and the time of a hover went, by thirds; status 1 where either grew.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.process_tree import memory_mb
from cheatsheet_ls.lsp.resting import AFTER
from tests.lsp.fuzz.client import Client
from tests.lsp.fuzz.editor import Editor, Text, handshake, items, sound
from tests.lsp.fuzz.text import position
from tests.lsp.fuzz.workspace import FILES, made

LINES = (
    "\nclass Shelf(models.Model):\n    label = models.CharField(max_length=20)\n",
    "\n    def save(self, *args, **kwargs):\n        super().save(*args, **kwargs)\n",
    "\nBook.objects.filter(title__icontains='x').order_by('-added')\n",
    "\n{% for book in books %}{{ book.title|upper }}{% endfor %}\n",
    "\nDEBUG = True\nLANGUAGE_CODE = 'en'\n",
    "\nfrom django.shortcuts import get_object_or_404\n",
    "\nRUN python manage.py migrate --noinput\n",
)
GROWN = 8.0  # MB that the last third may have more than the first: caches that fill, not a leak
WARM = 100  # passages; until then features and their tables are loaded
SLOWER = 2.0  # times; a machine that does other things is no slower server


class Typist:
    """One server and one who types; `memory` and `hovers` are what was measured, in order."""

    def __init__(self, folder: Path, seed: int = 1) -> None:
        self.random = random.Random(seed)
        self.editor = Editor(folder)
        root = made(folder)
        client = self.editor.client = Client(root)
        client.ask("initialize", handshake(root, "utf-16", rich=True))
        client.notify("initialized", {})
        for name, text in FILES.items():
            self.editor.open(Text(name, (root / name).as_uri(), text))
        self.memory: list[float] = []
        self.hovers: list[float] = []

    def day(self, goes_on: Callable[[int], bool]) -> None:
        number = 0
        try:
            while goes_on(number):
                self.write_and_take_back(self.editor.text(self.random.randrange(99)))
                self.memory.append(memory_mb(self.editor.live.process.pid) or 0.0)
                number += 1
            self.editor.live.end()
        finally:
            self.editor.live.kill()

    def rest(self) -> float:
        """Until the server has given back what it can; its memory then."""
        time.sleep(AFTER + 2)
        return memory_mb(self.editor.live.process.pid) or 0.0

    def write_and_take_back(self, text: Text) -> None:
        """Some lines, letter by letter; then they are gone, it is saved, now and then shut."""
        line_end = text.text.find("\n", sound(text.text, self.random.randrange(len(text.text))))
        start = at = line_end if line_end >= 0 else len(text.text)
        for letter in self.random.choice(LINES):
            self.editor.change(text, [(at, at, letter)])
            at += len(letter)
            self.ask(text, at, typed=letter)
        self.editor.change(text, [(start, at, "")])
        self.editor.notify("textDocument/didSave", {"textDocument": text.identifier})
        if self.random.random() < 0.2:
            self.editor.close(text)
            self.editor.open(text)

    def ask(self, text: Text, at: int, typed: str) -> None:
        where = position(text.text, at, self.editor.encoding)
        if typed.isalpha() or typed in "._":
            found = items(self.editor.at("textDocument/completion", text, where))
            if found:
                self.editor.ask("completionItem/resolve", found[0])
        if self.random.random() < 0.3:
            began = time.perf_counter()
            self.editor.at("textDocument/hover", text, where)
            self.hovers.append(1000 * (time.perf_counter() - began))
        if typed == "\n":
            params: dict[str, Any] = {"textDocument": text.identifier}
            params |= {"range": {"start": where, "end": where}, "context": {"diagnostics": []}}
            self.editor.ask("textDocument/codeAction", params)


def thirds(figures: list[float]) -> list[float]:
    size = max(1, len(figures) // 3)
    return [round(median(figures[at : at + size]), 2) for at in (0, size, len(figures) - size)]


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.lsp.fuzz.editing", description=__doc__)
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    until = time.monotonic() + 60 * chosen.minutes
    with tempfile.TemporaryDirectory(prefix="editing-") as folder:
        typist = Typist(Path(folder), chosen.seed)
        typist.day(lambda _: time.monotonic() < until)
    memory, hovers = thirds(typist.memory[WARM:] or typist.memory), thirds(typist.hovers)
    told = {"minutes": chosen.minutes, "passages": len(typist.memory)}
    print(json.dumps({**told, "memory_mb": memory, "hover_p50_ms": hovers}))
    return int(memory[2] - memory[0] > GROWN or hovers[2] > SLOWER * hovers[0])


if __name__ == "__main__":
    sys.exit(main())
