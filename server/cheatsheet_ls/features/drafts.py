"""Changes of several files, made step by step as texts and handed out as edits.

An action asks for a file, changes its text as often as it likes, and the edits are what differs in
the end: nothing where all of it stood there already.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from cheatsheet_ls.features.edits import (
    TextEdit,
    difference,
    in_quotes_of,
    indent_unit,
    indented,
    newline_of,
)
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Span


class CannotEdit(Exception):
    """A file that is not as the action needs it; the message is the reason a user reads."""


@dataclass(frozen=True, slots=True)
class FileEdit:
    """The edits of one file, in code points of its text; a file that `creates` is not there yet.
    `path` is None for the document that was asked about and is no file.
    """

    path: Path | None
    edits: tuple[TextEdit, ...]
    creates: bool = False


@dataclass(slots=True)
class Draft:
    """One file: its text before (None where it is not there) and as it will be."""

    path: Path
    before: str | None
    text: str
    is_empty: bool = False  # a new file that is meant to be empty, such as `__init__.py`

    @property
    def is_made(self) -> bool:
        return self.is_new and bool(self.text or self.is_empty)

    @property
    def is_new(self) -> bool:
        return self.before is None


@dataclass(slots=True)
class Drafts:
    """The files that an action changes; each is read once, as the editor has it. New ones are
    written in the style of the text `like`.
    """

    workspace: Workspace
    like: str = ""
    _files: dict[Path, Draft] = field(default_factory=dict)

    def open(self, path: Path) -> Draft:
        """A file that may be there or not. Raises CannotEdit where it could not be written."""
        if path not in self._files:
            there = self.workspace.exists(path)
            _check_writable(self.workspace, path, there=there)
            before = self.workspace.source(path) if there else None
            self._files[path] = Draft(path, before, before or "")
        return self._files[path]

    def text(self, path: Path) -> str:
        """A file as it will be, without asking to change it."""
        draft = self._files.get(path)
        return draft.text if draft is not None else self.workspace.source(path)

    def exists(self, path: Path) -> bool:
        draft = self._files.get(path)
        return self.workspace.exists(path) or (draft is not None and draft.is_made)

    def texts(self, suffix: str) -> list[str]:
        """The files of a kind as they will be."""
        return [one.text for path, one in self._files.items() if path.suffix == suffix]

    def changes(self) -> tuple[FileEdit, ...]:
        """In the order the files were asked for; unchanged ones are left out."""
        return tuple(
            FileEdit(one.path, _edits(one, self.like), one.is_new)
            for one in self._files.values()
            if one.text != (one.before or "") or (one.is_new and one.is_empty)
        )


def _check_writable(workspace: Workspace, path: Path, *, there: bool) -> None:
    if not workspace.holds(path):
        raise CannotEdit(f"{path.name} lies outside of the workspace")
    if not there and os.path.lexists(path):
        raise CannotEdit(f"{path.name} cannot be read")
    folder = next((one for one in (path, *path.parents) if one.exists()), path)
    if not os.access(folder, os.W_OK):
        raise CannotEdit(f"{folder.name} is read-only")


def _edits(draft: Draft, like: str) -> tuple[TextEdit, ...]:
    if draft.before is None:
        return (TextEdit(Span(0, 0), _in_style_of(draft, like)),)
    return tuple(hunks(draft.before, draft.text))


def _in_style_of(draft: Draft, like: str) -> str:
    """Quotes and indentation of Python, and the line ends of any file, as a neighbour has them."""
    text, newline = draft.text, newline_of(like)
    if draft.path.suffix == ".py" and text:
        text = indented(in_quotes_of(text, like), "", indent_unit(like), "\n") + "\n"
    return text.replace("\n", newline)


MOST_LINES = 4000  # changed lines that are compared one by one


def hunks(old: str, new: str) -> Iterator[TextEdit]:
    """The edits that turn `old` into `new`, one for each run of lines that differ."""
    whole = difference(old, new)
    if not whole:
        return
    start, end = _whole_lines(old, whole[0].span)
    tail = len(old) - end
    before = _lines(old[start:end])
    after = _lines(new[start : len(new) - tail])
    if len(before) + len(after) > MOST_LINES:
        yield from whole
        return
    at = [start]
    for line in before:
        at.append(at[-1] + len(line))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield _at_end(old, TextEdit(Span(at[i1], at[i2]), "".join(after[j1:j2])))


def _at_end(old: str, edit: TextEdit) -> TextEdit:
    """Lines behind the last one begin at its end: Neovim adds an empty line to those below it."""
    newline = newline_of(old)
    if edit.span.start < len(old) or not (old.endswith(newline) and edit.text.endswith(newline)):
        return edit
    at = len(old) - len(newline)
    return TextEdit(Span(at, at), newline + edit.text.removesuffix(newline))


def _whole_lines(text: str, span: Span) -> tuple[int, int]:
    newline = newline_of(text)
    start = text.rfind(newline, 0, span.start)
    end = text.find(newline, span.end)
    return (
        0 if start < 0 else start + len(newline),
        len(text) if end < 0 else end + len(newline),
    )


def _lines(text: str) -> list[str]:
    newline = newline_of(text)
    parts = text.split(newline)
    lines = [part + newline for part in parts[:-1]]
    return [*lines, parts[-1]] if parts[-1] else lines
