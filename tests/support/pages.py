"""Pages of docs/actions: a project before and after an action, as files; `<|>` is the cursor."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tests.support.marked import CURSOR

PAGES = Path(__file__).parents[2] / "docs" / "actions"

_FENCE = re.compile(r"^(`{3,})(\w+) file=(\S+)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Page:
    """`cursor` is the file that holds the mark; `before` holds its text with the mark."""

    id: str
    title: str
    before: dict[str, str]
    after: dict[str, str]

    @property
    def cursor(self) -> str:
        (marked,) = [name for name, text in self.before.items() if CURSOR in text]
        return marked

    @property
    def unmarked(self) -> dict[str, str]:
        return {name: text.replace(CURSOR, "") for name, text in self.before.items()}


def page(path: Path) -> Page:
    text = path.read_text(encoding="utf-8")
    head, before, *after = re.split(r"^## (?:Before|After)\n", text, flags=re.MULTILINE)
    title = head.partition("\n")[0].removeprefix("# ").replace("\\_", "_").replace("`", "")
    id = str(path.relative_to(PAGES).with_suffix(""))
    return Page(id, title, _files(before), _files("".join(after)))


def _files(section: str) -> dict[str, str]:
    return {found[3]: found[4] for found in _FENCE.finditer(section)}
