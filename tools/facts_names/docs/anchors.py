"""From the nodes of a page to the names it documents, each with the anchor Sphinx gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from .rst import Node, nodes

PYTHON = {
    "class", "exception", "function", "data", "method", "attribute", "classmethod", "staticmethod",
    "decorator", "decoratormethod", "property",
}  # fmt: skip
CLASS_LIKE = {"class", "exception"}
STANDARD = {
    "setting": "setting",
    "templatetag": "tag",
    "templatefilter": "filter",
    "fieldlookup": "lookup",
}
# Where a name stands on several pages, these are the ones that are about it.
FIRST = {"django-admin.txt", "exceptions.txt", "querysets.txt"}
# As Sphinx reads a Python signature: what does not match as a whole gets no anchor.
SIGNATURE = re.compile(
    r"^(?:class\s+|classmethod\s+|async\s+)?@?([\w.]*\.)?(\w+)\s*(?:\[[^\]]*\]\s*)?"
    r"(?:\(.*\)(?:\s*->\s*.*)?)?$"
)


@dataclass(frozen=True)
class Anchor:
    """One documented name: its symbol, the page, the anchor on it, and what else the page says."""

    symbol: str
    page: str
    anchor: str
    deprecated: str | None = None
    default: str | None = None


def pages(folder: Path) -> Iterator[tuple[str, str]]:
    """Page names with their text: `ref/models/fields`, as they stand in an address."""
    for top in ("ref", "topics", "howto", "intro", "misc", "faq", "internals"):
        for path in sorted(
            (folder / top).rglob("*.txt"), key=lambda path: (path.name not in FIRST, path)
        ):
            name = path.relative_to(folder).with_suffix("").as_posix()
            yield name.removesuffix("/index"), path.read_text(encoding="utf-8")


def scan(page: str, text: str) -> list[Anchor]:
    reader = Reader(page)
    for node in nodes(text):
        reader.read(node)
    return reader.found


class Reader:
    """Keeps what Sphinx keeps while it reads a page: module, class, program, section."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.found: list[Anchor] = []
        self.module = ""
        self.program = ""
        self.objects: list[tuple[int, str]] = []  # indent and name of the classes around
        self.levels: list[str] = []
        self.settings: list[tuple[int, str]] = []  # depth and symbol of the settings around
        self.waiting: list[str] = []  # labels and settings that the next title belongs to
        self.ids: set[str] = set()
        self.section = ""
        self.fresh = False  # a tag, filter, lookup or setting whose title is yet to come
        self.last: list[int] = []  # what a `deprecated` directive speaks about
        self.last_indent = 0

    def read(self, node: Node) -> None:
        while self.objects and node.indent <= self.objects[-1][0]:
            self.objects.pop()
        handler = getattr(self, f"read_{node.kind.replace('-', '_').split(':')[-1]}", None)
        if node.kind in PYTHON:
            self.read_python(node)
        elif node.kind in STANDARD:
            self.read_standard(node)
        elif handler:
            handler(node)

    def read_module(self, node: Node) -> None:
        self.module = node.text
        if not hidden(node):
            self.add(f"module:{node.text}", f"module-{node.text}", node)

    def read_currentmodule(self, node: Node) -> None:
        self.module = "" if node.text == "None" else node.text

    def read_python(self, node: Node) -> None:
        module = node.options.get("module", self.module)
        names: list[tuple[str, str]] = []
        added = []
        for argument in node.arguments:
            match = SIGNATURE.match(argument)
            if not match:
                continue
            name = self.qualified((match[1] or "") + match[2])
            full = f"{module}.{name}" if module else name
            names.append((name, name.rpartition(".")[0]))
            if not hidden(node):
                added.append(self.put(once(module, full), full, node))
        if added:
            self.last, self.last_indent = added, node.indent
        if (
            names
        ):  # what stands inside a class belongs to it, and so does what stands inside a member
            full_name, owner = names[-1]
            self.objects.append((node.indent, full_name if node.kind in CLASS_LIKE else owner))

    def qualified(self, name: str) -> str:
        """A name inside a class gets the class before it, unless it has it already."""
        outer = next((name for _, name in reversed(self.objects) if name), "")
        return f"{outer}.{name}" if outer and not name.startswith(f"{outer}.") else name

    def read_standard(self, node: Node) -> None:
        if hidden(node):
            return
        index = self.add(f"{STANDARD[node.kind]}:{node.text}", f"std-{node.kind}-{node.text}", node)
        self.fresh = True
        if node.kind == "setting":
            self.waiting.append(f"={index}")

    def read_target(self, node: Node) -> None:
        self.waiting.append(node.text)

    def read_envvar(self, node: Node) -> None:
        self.add(f"env:{node.text}", f"envvar-{node.text}", node)

    def read_program(self, node: Node) -> None:
        self.program = "" if node.text == "None" else node.text

    def read_django_admin(self, node: Node) -> None:
        self.program = node.text.split(" ")[0]
        if not hidden(node):
            self.add(f"command:{self.program}", f"django-admin-{self.program}", node)

    def read_option(self, node: Node) -> None:
        self.read_django_admin_option(node)

    def read_django_admin_option(self, node: Node) -> None:
        added = []
        for option in node.text.split(", "):
            flag = re.match(r"(?:--|-)?[^\s=\[]+", option.strip())
            if flag and flag[0].startswith("-") and flag[0] != "--":
                words = ("cmdoption", self.program, flag[0].lstrip("-"))
                anchor = "-".join(word for word in words if word)
                added.append(self.put(f"command:{self.program or '*'} {flag[0]}", anchor, node))
        self.last, self.last_indent = added, node.indent

    def read_check(self, node: Node) -> None:
        """A check id has no anchor of its own: its section is the nearest."""
        if self.page == "ref/checks":
            self.add(f"check:{node.text}", self.section, node)

    def read_section(self, node: Node) -> None:
        if node.level not in self.levels:
            self.levels.append(node.level)
        depth = self.levels.index(node.level)
        self.levels = self.levels[: depth + 1]
        self.settings = [(level, symbol) for level, symbol in self.settings if level < depth]
        self.section = section_id(node.text, self.ids)
        self.put(f"section:{self.page}#{plain(node.text)}", self.section, node)
        for waiting in self.waiting:
            if waiting.startswith("="):
                self.name_setting(int(waiting[1:]), node, depth)
            else:
                self.put(f"label:{waiting}", make_id(waiting), node)
        if not self.fresh:
            self.last = []
        self.waiting, self.fresh = [], False

    def name_setting(self, index: int, node: Node, depth: int) -> None:
        """A setting whose section lies inside another setting's is a key of it."""
        known = self.found[index]
        outer = self.settings[-1][1] if self.settings else ""
        title = node.text.strip("`")
        nested = outer and re.fullmatch(r"[A-Z_]+", title)
        symbol = f"{outer}.{title}" if nested else known.symbol
        self.found[index] = replace(known, symbol=symbol, default=default_of(node.body))
        self.settings.append((depth, symbol))

    def read_deprecated(self, node: Node) -> None:
        """Counts where it speaks about the name itself, not about a value or a default of it."""
        release = node.text.split()[0] if node.text else ""
        if node.bare or node.body.startswith("This "):
            for index in self.last:
                known = self.found[index]
                self.found[index] = replace(known, deprecated=release)

    def add(self, symbol: str, anchor: str, node: Node) -> int:
        index = self.put(symbol, anchor, node)
        self.last, self.last_indent = [index], node.indent
        return index

    def put(self, symbol: str, anchor: str, node: Node) -> int:
        self.found.append(Anchor(symbol, self.page, anchor))
        return len(self.found) - 1


def once(module: str, name: str) -> str:
    """Sphinx puts the module before a name that has it already; nobody imports it that way."""
    doubled = f"{module}.{module}."
    return name[len(module) + 1 :] if module and name.startswith(doubled) else name


def hidden(node: Node) -> bool:
    return "noindex" in node.options or "no-index" in node.options


def make_id(text: str) -> str:
    """A label or title as docutils spells it in an address."""
    plain = re.sub(r"[^a-z0-9]+", "-", text.lower())
    return re.sub(r"^[-0-9]+|-+$", "", plain)


def plain(title: str) -> str:
    """A title as it is read: roles show their text, `~` the last part of a path."""
    title = re.sub(r":[\w:]+:`~(?:[\w.]+\.)?([^`]*)`", r"\1", title)
    title = re.sub(r":[\w:]+:`([^`<]*?)(?:\s*<[^>]*>)?`", r"\1", title).replace("`", "")
    return re.sub(r"\\(.)", r"\1", title)


def section_id(title: str, taken: set[str]) -> str:
    """Titles that come twice on a page are numbered `id1`, `id2` …"""
    wanted = make_id(plain(title))
    if not wanted or wanted in taken:
        wanted = next(f"id{n}" for n in range(1, 1000) if f"id{n}" not in taken)
    taken.add(wanted)
    return wanted


def default_of(body: str) -> str | None:
    """``Default: ``[]`` (Empty list)`` gives `[]`."""
    match = re.match(r"Default: ``(.+?)``(?=$|[\s,.(])", body)
    return match[1] if match else None
