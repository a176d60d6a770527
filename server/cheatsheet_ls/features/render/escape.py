r"""Sheets are data: nothing in them may become HTML, a command link or a remote image in a hover.

>>> inline("see <img src=x> and [run](command:x) and [docs](https://example.org)")
'see &lt;img src=x> and [run\\](command:x) and [docs](https://example.org)'
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

# Read from left to right as Markdown readers do: an escaped character, a code span, backticks that
# open nothing. Taking them in one pass keeps our idea of what is code equal to theirs.
_TOKEN = re.compile(r"\\.|(`+)(?!`)(.*?[^`])\1(?!`)|`+")
_UNSAFE_TARGET = re.compile(r"\](?=\((?!\s*https?://))")
_DEFINITION = re.compile(r"\](?=\s*:)")
_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)")
_MARKS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>-])")


def one_line(text: str) -> str:
    """Soft-wrapped lines joined: a code span can then not reach into another block."""
    return " ".join(text.split())


@lru_cache(maxsize=2048)  # the same sentences stand in hover after hover
def inline(text: str) -> str:
    """One line of Markdown with code spans, emphasis and web links, and nothing else alive."""
    line = _around_code(one_line(text), _defused, lambda span: span.group(), "\\`")
    return "\\" + line if line.startswith("~~~") else line  # else it would open a code block


@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    """The same line for a client without Markdown: marks gone, links written out."""
    return _around_code(one_line(text), _unmarked, lambda span: span.group(2).strip(), "`")


def code_span(text: str) -> str:
    """`text` as a code span, however many backticks it holds."""
    text = one_line(text)
    marks = "`" * (_longest_run(text) + 1)
    pad = " " if "`" in text else ""
    return f"{marks}{pad}{text}{pad}{marks}"


def fence(code: str, language: str) -> str:
    """A fenced block that `code` cannot close."""
    marks = "`" * max(3, _longest_run(code) + 1)
    return f"{marks}{re.sub(r'[^A-Za-z0-9_+.-]', '', language)}\n{code.rstrip()}\n{marks}"


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall(r"`+", text)), default=0)


def _around_code(
    line: str,
    text: Callable[[str], str],
    code: Callable[[re.Match[str]], str],
    backtick: str,
) -> str:
    """The line with its text and its code changed; `backtick` stands for one that opens nothing."""
    if "`" not in line and "\\" not in line:
        return text(line)
    parts: list[str] = []
    at = 0
    for token in _TOKEN.finditer(line):
        if token.group().startswith("\\"):
            continue
        alone = backtick * len(token.group())
        parts += [text(line[at : token.start()]), code(token) if token.group(1) else alone]
        at = token.end()
    return "".join([*parts, text(line[at:])])


def _defused(text: str) -> str:
    if "<" not in text and "[" not in text and "]" not in text:
        return text
    text = text.replace("<", "&lt;").replace("![", "!\\[")
    return _DEFINITION.sub(r"\\]", _UNSAFE_TARGET.sub(r"\\]", text))


def _unmarked(text: str) -> str:
    text = _LINK.sub(lambda found: f"{found[1]} ({found[2]})" if found[2] else found[1], text)
    return _ESCAPED.sub(r"\1", _MARKS.sub("", text))
