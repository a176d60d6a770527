"""What may be inserted at an offset of a template: a closed set of cases.

| Trigger | The cursor is | Context |
| --- | --- | --- |
| `tag` | after `{%` | `open` `around` `libraries` `closed` `start` `end` |
| `word` | in a word that begins some text | `open` `around` `libraries` |
| `statement` | on an empty line | `open` `around` `libraries` |
| `filter` | after a bar | `libraries` |
| `library` | after `{% load ` | `libraries` |
| `date` | in a date format | `format` |

`open` are blocks without an end tag, `around` all blocks around the cursor, both innermost first;
`libraries` are those loaded. All are words joined by commas. `closed` is what ends the tag already
(`%}`, or the `}` that editors add when `{` is typed), `start` and `end` are the offsets of the tag
as it stands, for replacing it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from cheatsheet_ls.language.template.expression import typed_filter
from cheatsheet_ls.language.template.formats import format_at
from cheatsheet_ls.language.template.html import is_between_elements
from cheatsheet_ls.language.template.jinja import is_jinja
from cheatsheet_ls.language.template.lexer import Token, TokenKind
from cheatsheet_ls.language.template.loaded import loaded_libraries
from cheatsheet_ls.language.template.project import NO_PROJECT, ProjectLibraries
from cheatsheet_ls.language.template.recognisers.filter import PLAIN
from cheatsheet_ls.language.template.structure import Template, opener_of, parse
from cheatsheet_ls.model import Place, Scope, Span

MIN_WORD = 1  # an editor that asked at the first letter does not ask again at the second

# Blocks whose text Django keeps to itself.
CLOSED_TO_TAGS = frozenset({"comment", "verbatim", "blocktrans", "blocktranslate"})

_TYPED_WORD = re.compile(r"[A-Za-z_][\w-]*\Z")
_OPENER = re.compile(r"\{[%{#]")


def place_at_template(
    source: str, offset: int, libraries: ProjectLibraries = NO_PROJECT, *, jinja: bool = False
) -> Place | None:
    template = parse(source)
    if not 0 <= offset <= len(source) or (not jinja and is_jinja(source)):
        return None
    index = template.token_at(offset)
    if index is None:
        return _in_text(template, offset, libraries)
    token = template.tokens[index]
    if token.kind is TokenKind.COMMENT:
        return None
    return (
        _in_format(template, token, offset, libraries)
        or _in_load(template, token, offset, libraries)
        or _in_filter(template, token, offset, libraries)
        or _in_tag_name(template, index, offset, libraries)
    )


def _place(
    template: Template, trigger: str, start: int, offset: int, context: Mapping[str, str]
) -> Place:
    line_start = template.source.rfind("\n", 0, start) + 1
    indent = re.compile(r"[ \t]*").match(template.source, line_start, start)
    return Place(
        Scope.TEMPLATE,
        Span(start, offset),
        indent.group() if indent else "",
        trigger,
        context=context,
    )


def _in_format(
    template: Template, token: Token, offset: int, project: ProjectLibraries
) -> Place | None:
    found = format_at(template, token, offset, project)
    if found is None:
        return None
    text = template.source[found.start : found.end]
    return _place(template, "date", offset, offset, {"format": text})


def _in_load(
    template: Template, token: Token, offset: int, project: ProjectLibraries
) -> Place | None:
    """After `{% load `, and after its `from`; the names before a `from` are nobody's guess."""
    if token.name != "load" or offset <= token.name_end:
        return None
    after = template.source[offset : token.inner_end].split()
    if "from" in after:
        return None
    typed = _word_start(template.source, token.name_end, offset)
    taken = template.source[token.name_end : typed].split()
    context = {"libraries": _joined(loaded_libraries(template, offset, project).union(taken))}
    return _place(template, "library", typed, offset, context)


def _in_filter(
    template: Template, token: Token, offset: int, project: ProjectLibraries
) -> Place | None:
    start = token.name_end if token.kind is TokenKind.TAG else token.inner
    if token.name in PLAIN or offset <= start:
        return None
    typed = typed_filter(template.source, start, offset)
    if typed is None and token.name == "filter":
        word = _word_start(template.source, start, offset)
        typed = word if not template.source[start:word].strip() else None
    if typed is None:
        return None
    return _place(template, "filter", typed, offset, _libraries(template, offset, project))


def _in_tag_name(
    template: Template, index: int, offset: int, project: ProjectLibraries
) -> Place | None:
    token = template.tokens[index]
    if token.kind is not TokenKind.TAG:
        return None
    if token.name and not token.name_start <= offset <= token.name_end:
        return None
    start = token.name_start if token.name else offset
    end, closed = _ending(template.source, token, offset)
    context = {
        **_blocks(template, index, index - 1),
        **_libraries(template, offset, project),
        "closed": closed,
        "start": str(token.start),
        "end": str(end),
    }
    return _place(template, "tag", start, offset, context)


def _ending(source: str, token: Token, offset: int) -> tuple[int, str]:
    """Where the tag being typed ends, and what ends it; another tag's end on the line does not."""
    if token.closed and not _OPENER.search(source, token.inner, token.inner_end):
        return token.end, "%}"
    following = re.compile(r"[ \t]*\}").match(source, offset)
    return (following.end(), "}") if following else (offset, "")


def _in_text(template: Template, offset: int, project: ProjectLibraries) -> Place | None:
    index = template.index_at(offset - 1)  # a tag that begins here is behind the text
    around = {template.tokens[block].name for block in template.blocks_after(index)}
    if around & CLOSED_TO_TAGS or _inside_delimiters(template, index, offset):
        return None
    trigger, start = _text_trigger(template.source, offset)
    if not trigger or not is_between_elements(template, start):
        return None
    context = {**_blocks(template, None, index), **_libraries(template, offset, project)}
    return _place(template, trigger, start, offset, context)


def _inside_delimiters(template: Template, index: int, offset: int) -> bool:
    """Between the two characters of `{%` or `%}`."""
    return index >= 0 and template.tokens[index].start < offset < template.tokens[index].end


def _text_trigger(source: str, offset: int) -> tuple[str, int]:
    """A word counts at the start of a line or after an element or a tag: prose is left alone."""
    line_start = max(source.rfind("\n", 0, offset), source.rfind("\r", 0, offset)) + 1
    before = source[line_start:offset]
    word = _TYPED_WORD.search(before)
    if word is None:
        ending = re.compile(r"[ \t]*(?=[\r\n]|\Z)").match(source, offset)
        return ("statement", offset) if not before.strip() and ending else ("", offset)
    lead = before[: word.start()]
    stands_free = not lead.strip() or lead.rstrip().endswith((">", "%}", "}}", "#}"))
    long_enough = len(word.group()) >= MIN_WORD
    return ("word", line_start + word.start()) if stands_free and long_enough else ("", offset)


def _blocks(template: Template, current: int | None, before: int) -> dict[str, str]:
    """`current` is the tag being typed: what it ends so far still wants an end."""
    around = list(template.blocks_after(before))
    wanted = [block for block in around if block not in template.closed]
    owner = template.owners.get(current) if current is not None else None
    if owner is not None and current is not None and opener_of(template.tokens[current].name):
        wanted.append(owner)
    names = {block: template.tokens[block].name for block in {*around, *wanted}}
    return {
        "open": ",".join(names[block] for block in sorted(wanted, reverse=True)),
        "around": ",".join(names[block] for block in around),
    }


def _libraries(template: Template, offset: int, project: ProjectLibraries) -> dict[str, str]:
    return {"libraries": _joined(loaded_libraries(template, offset, project))}


def _joined(names: frozenset[str]) -> str:
    return ",".join(sorted(names))


def _word_start(source: str, start: int, offset: int) -> int:
    word = re.compile(r"\w*\Z").search(source, start, offset)
    return word.start() if word else offset
