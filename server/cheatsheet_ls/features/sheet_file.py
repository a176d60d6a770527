"""A sheet that is open in the editor: its labels, attributes and scopes explained and completed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from cheatsheet_ls.features.completion.item import Completion, Item
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.model import Span
from cheatsheet_ls.sheet import words

_FACT = re.compile(r" {0,3}[-*+] +\*\*(?P<label>[^*:]+):\*\*")
_NOTE = re.compile(r" {0,3}> *\*\*(?P<note>Trap|Tip):\*\*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ATTRIBUTE = re.compile(r"(?<=\s)(?P<attribute>\w+)=(?P<value>\"[^\"]*\"|\S*)")

_LABEL_TYPED = re.compile(r" {0,3}[-*+] +(?P<typed>\*{0,2}[\w ]*)\Z")
_NOTE_TYPED = re.compile(r" {0,3}> *(?P<typed>\*{0,2}\w*)\Z")
_LANGUAGE_TYPED = re.compile(r" {0,3}(?:`{3,}|~{3,})(?P<typed>\w*)\Z")
_SCOPE_TYPED = re.compile(r".*\sscope=(?P<typed>[\w-]*)\Z")
_ATTRIBUTE_TYPED = re.compile(r" {0,3}(?:`{3,}|~{3,})\w+ (?:.*\s)?(?P<typed>\w*)\Z")


def explained(document: Document, offset: int) -> tuple[str, Span] | None:
    """What the word of the format under the cursor means, with its span."""
    start, line = _line_at(document.text, offset)
    for found, group, meanings in _words(line):
        if found.start(group) <= offset - start <= found.end(group):
            meaning = meanings.get(found[group])
            span = Span(start + found.start(group), start + found.end(group))
            return (f"**{found[group]}**: {meaning}", span) if meaning else None
    return None


def _words(line: str) -> Iterable[tuple[re.Match[str], str, Mapping[str, str]]]:
    if fact := _FACT.match(line):
        yield fact, "label", words.LABELS
    if note := _NOTE.match(line):
        yield note, "note", words.NOTES
    if _FENCE.match(line):
        for found in _ATTRIBUTE.finditer(line):
            yield found, "attribute", words.ATTRIBUTES
            if found["attribute"] == "scope":
                yield found, "value", words.scopes()


def complete(document: Document, offset: int) -> Completion:
    start, line = _line_at(document.text, offset)
    before = line[: offset - start]
    inside = _in_code(document.text[:start])
    if _FENCE.match(before):
        return Completion(() if inside else tuple(_in_fence(before, start)))
    if inside:
        return Completion()
    if (typed := _NOTE_TYPED.match(before)) and typed["typed"]:
        return Completion(tuple(_marked(typed, start, offset, words.NOTES, line)))
    typed = _LABEL_TYPED.match(before)
    if typed and (typed["typed"].startswith("*") or _follows_fact(document.text[:start])):
        return Completion(tuple(_marked(typed, start, offset, words.LABELS, line)))
    return Completion()


def _marked(
    typed: re.Match[str], start: int, offset: int, meanings: Mapping[str, str], line: str
) -> Iterable[Item]:
    """`**Label:** `, over what is typed of it and the marks that an editor closed by itself."""
    rest = line[offset - start :]
    end = offset + (len(rest) if set(rest) <= {"*", ":"} else 0)
    span = Span(start + typed.start("typed"), end)
    for rank, (name, meaning) in enumerate(meanings.items()):
        yield Item(
            name,
            "property",
            f"**{name}:** ",
            span,
            "label",
            meaning,
            rank=rank,
            filters=(f"**{name}", name),
        )


def _in_fence(before: str, start: int) -> Iterable[Item]:
    if typed := _LANGUAGE_TYPED.match(before):
        yield from _plain(typed, start, dict.fromkeys(words.LANGUAGES, ""), "language")
    elif typed := _SCOPE_TYPED.match(before):
        yield from _plain(typed, start, words.scopes(), "scope")
    elif typed := _ATTRIBUTE_TYPED.match(before):
        taken = {found["attribute"] for found in _ATTRIBUTE.finditer(before)}
        left = {name: text for name, text in words.ATTRIBUTES.items() if name not in taken}
        yield from _plain(typed, start, left, "attribute", "=")


def _plain(
    typed: re.Match[str], start: int, meanings: Mapping[str, str], detail: str, after: str = ""
) -> Iterable[Item]:
    span = Span(start + typed.start("typed"), start + typed.end("typed"))
    for rank, (name, meaning) in enumerate(meanings.items()):
        yield Item(name, "keyword", name + after, span, detail, meaning, rank=rank)


def _line_at(text: str, offset: int) -> tuple[int, str]:
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    return start, re.split(r"[\r\n]", text[start:], maxsplit=1)[0]


def _follows_fact(before: str) -> bool:
    lines = before.rstrip().splitlines()
    return bool(lines) and _FACT.match(lines[-1]) is not None


def _in_code(before: str) -> bool:
    """Whether a code block is open here."""
    marks = ""
    for line in before.splitlines():
        found = _FENCE.match(line)
        if found is None:
            continue
        if not marks:
            marks = found[1]
        elif found[1].startswith(marks) and line.strip() == found[1]:
            marks = ""
    return bool(marks)
