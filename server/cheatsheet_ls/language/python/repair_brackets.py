"""Close what a later line shows to be left open: strings, brackets, headers without a body.

Text is only added at the ends of lines and on empty ones.
"""

from __future__ import annotations

import re

FILLER = "_"  # a value where one is missing
BLOCK_WORD = re.compile(
    r"[ \t]*(?:async[ \t]+)?(class|def|if|elif|else|for|while|with|try|except|finally|match|case)\b"
)
_TOKEN = re.compile(
    r"""[rRbBuUfF]{0,2}(?:\"\"\"|'''|"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?)|\#.*|[()\[\]{}]""",
    re.VERBOSE,
)
_STATEMENT = re.compile(
    r"""[ \t]+(?:(?:def|class|return|if|for|async|raise|pass)\b|@|[\w.]+[ \t]*=[^=]|\"\"\")"""
)
_CLOSE = {"(": ")", "[": "]", "{": "}"}


def close_lines(lines: list[str]) -> list[str]:
    """Close strings and brackets that a later line shows to be left open; give headers a body."""
    out = list(lines)
    stack: list[tuple[str, int, bool]] = []  # bracket, indentation of its line, of a header
    fence: str | None = None  # the triple quote we are in
    for number, line in enumerate(lines):
        rest, width = line, indent_of(line)
        if fence is not None:
            end = line.find(fence)
            if end < 0:
                continue
            rest, fence = line[end + 3 :], None
        elif not line.strip() or line.lstrip()[0] == "#":
            continue
        elif stack and line.lstrip()[0] not in ")]}":
            _close_before(number, line, lines, out, stack)
        fence, quote = _scan(rest, stack, width, BLOCK_WORD.match(line) is not None)
        if quote is not None:
            out[number] = line + quote
    _close(out, last_code_line(lines, len(lines) - 1), stack, 0)
    if fence is not None:
        out[-1] += fence
    _give_bodies(out)
    return out


def _close_before(
    number: int, line: str, lines: list[str], out: list[str], stack: list[tuple[str, int, bool]]
) -> None:
    """Close the brackets that a line at this indentation cannot be inside of."""
    width = indent_of(line)
    keep = next((i for i, opened in enumerate(stack) if opened[1] >= width), len(stack))
    if stack[0][2] and keep == len(stack) and _STATEMENT.match(line):
        keep = 0
    if keep < len(stack):
        _close(out, last_code_line(lines, number - 1), stack, keep)


def _close(out: list[str], number: int, stack: list[tuple[str, int, bool]], keep: int) -> None:
    if keep >= len(stack):
        return
    out[number] = _finish(out[number], [opened[0] for opened in stack[keep:]])
    if keep:
        out[number] += ","
    elif stack[0][2]:
        out[number] += ":"
    del stack[keep:]


def _scan(
    line: str, stack: list[tuple[str, int, bool]], width: int, header: bool
) -> tuple[str | None, str | None]:
    """Follow the brackets of a line; returns an opened triple quote and a quote to append."""
    position = 0
    while match := _TOKEN.search(line, position):
        token = match.group()
        position = match.end()
        if token[-3:] in ('"""', "'''") and token[-3:] == token.lstrip("rRbBuUfF"):
            end = line.find(token[-3:], position)
            if end < 0:
                return token[-3:], None
            position = end + 3
        elif token in "([{":
            stack.append((token, width, header))
        elif token in ")]}":
            if stack and _CLOSE[stack[-1][0]] == token:
                stack.pop()
        elif token[0] != "#" and _is_open(token.lstrip("rRbBuUfF")):
            return None, token.lstrip("rRbBuUfF")[0]
    return None, None


def _is_open(literal: str) -> bool:
    return len(literal) == 1 or literal[-1] not in "\"'"


def last_code_line(lines: list[str], number: int) -> int:
    while number > 0 and (not lines[number].strip() or lines[number].lstrip()[0] == "#"):
        number -= 1
    return number


def _finish(line: str, stack: list[str]) -> str:
    """`line` with its open brackets closed, a value where one is missing."""
    code, comment = split_comment(line)
    del comment  # a comment would hide what is appended
    bare = code.rstrip()
    if bare and (
        bare[-1] in ".=+-*/%&|^<>~@:"
        or re.search(r"\b(?:not|and|or|in|is|if|else|lambda|for)$", bare)
    ):
        bare = code + FILLER
    else:
        bare = code
    return bare + "".join(_CLOSE[opened] for opened in reversed(stack))


def split_comment(line: str) -> tuple[str, str]:
    for match in _TOKEN.finditer(line):
        if match.group().startswith("#"):
            return line[: match.start()], match.group()
    return line, ""


def _give_bodies(lines: list[str]) -> None:
    """A header without a body gets `pass`, a decorator that nothing follows gets a function."""
    for number, line in enumerate(lines):
        code = split_comment(line)[0].rstrip()
        if code.endswith(":") and BLOCK_WORD.match(code):
            if indent_of(next_code(lines, number)) <= indent_of(line):
                lines[number] = code + " pass"
        elif code.lstrip().startswith("@"):
            _give_function(lines, number)


def next_code(lines: list[str], number: int) -> str:
    return next((other for other in lines[number + 1 :] if other.strip()), "")


def _give_function(lines: list[str], number: int) -> None:
    following, width = next_code(lines, number), indent_of(lines[number])
    if following and indent_of(following) >= width:
        return
    function = " " * width + "def _(): pass"
    if number + 1 == len(lines):
        lines.append(function)
    elif not lines[number + 1].strip():
        lines[number + 1] = function


def indent_of(line: str) -> int:
    return len(line) - len(line.lstrip()) if line.strip() else 0
