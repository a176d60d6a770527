"""Make a block that does not parse (the user is typing) parse, without moving what is there.

Text is only added at the ends of lines or replaced by text of the same length, so the position of
every node left in the tree is its position in the user's file.
"""

from __future__ import annotations

import ast
import re
import warnings

_MAX_ROUNDS = 60
_MAX_WORK = 400_000  # characters parsed again, all rounds together
_FILLER = "_"
_BLOCK_WORD = re.compile(
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


def parse_quietly(source: str) -> ast.Module:
    """`ast.parse` without the warnings it gives about the user's code."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(source)


def parse_tolerant(source: str) -> tuple[list[ast.stmt], bool]:
    """The statements of a block and whether it had to be repaired. Never raises."""
    text = source.replace("\x00", " ")
    try:
        return parse_quietly(text).body, False
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        pass
    try:
        return _parse_repaired(text), True
    except (RecursionError, MemoryError):
        return [], True


def _parse_repaired(text: str) -> list[ast.stmt]:
    lines = _close_lines(text.split("\n"))
    masked: set[int] = set()
    work = 0
    for _ in range(_MAX_ROUNDS):
        work += len(text)
        try:
            return parse_quietly("\n".join(lines)).body
        except SyntaxError as error:
            if work > _MAX_WORK or not _mend(lines, error, masked):
                return []
        except ValueError:
            return []
    return []


def _close_lines(lines: list[str]) -> list[str]:
    """Close strings and brackets that a later line shows to be left open; give headers a body."""
    out = list(lines)
    stack: list[tuple[str, int, bool]] = []  # bracket, indentation of its line, of a header
    fence: str | None = None  # the triple quote we are in
    for number, line in enumerate(lines):
        rest, width = line, _indent(line)
        if fence is not None:
            end = line.find(fence)
            if end < 0:
                continue
            rest, fence = line[end + 3 :], None
        elif not line.strip() or line.lstrip()[0] == "#":
            continue
        elif stack and line.lstrip()[0] not in ")]}":
            _close_before(number, line, lines, out, stack)
        fence, quote = _scan(rest, stack, width, _BLOCK_WORD.match(line) is not None)
        if quote is not None:
            out[number] = line + quote
    _close(out, _last_code_line(lines, len(lines) - 1), stack, 0)
    if fence is not None:
        out[-1] += fence
    _give_bodies(out)
    return out


def _close_before(
    number: int, line: str, lines: list[str], out: list[str], stack: list[tuple[str, int, bool]]
) -> None:
    """Close the brackets that a line at this indentation cannot be inside of."""
    width = _indent(line)
    keep = next((i for i, opened in enumerate(stack) if opened[1] >= width), len(stack))
    if stack[0][2] and keep == len(stack) and _STATEMENT.match(line):
        keep = 0
    if keep < len(stack):
        _close(out, _last_code_line(lines, number - 1), stack, keep)


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


def _last_code_line(lines: list[str], number: int) -> int:
    while number > 0 and (not lines[number].strip() or lines[number].lstrip()[0] == "#"):
        number -= 1
    return number


def _finish(line: str, stack: list[str]) -> str:
    """`line` with its open brackets closed, a value where one is missing."""
    code, comment = _split_comment(line)
    del comment  # a comment would hide what is appended
    bare = code.rstrip()
    if bare and (
        bare[-1] in ".=+-*/%&|^<>~@:"
        or re.search(r"\b(?:not|and|or|in|is|if|else|lambda|for)$", bare)
    ):
        bare = code + _FILLER
    else:
        bare = code
    return bare + "".join(_CLOSE[opened] for opened in reversed(stack))


def _split_comment(line: str) -> tuple[str, str]:
    for match in _TOKEN.finditer(line):
        if match.group().startswith("#"):
            return line[: match.start()], match.group()
    return line, ""


def _give_bodies(lines: list[str]) -> None:
    """A header without a body gets `pass`, a decorator that nothing follows gets a function."""
    for number, line in enumerate(lines):
        code = _split_comment(line)[0].rstrip()
        if code.endswith(":") and _BLOCK_WORD.match(code):
            if _indent(_next_code(lines, number)) <= _indent(line):
                lines[number] = code + " pass"
        elif code.lstrip().startswith("@"):
            _give_function(lines, number)


def _next_code(lines: list[str], number: int) -> str:
    return next((other for other in lines[number + 1 :] if other.strip()), "")


def _give_function(lines: list[str], number: int) -> None:
    following, width = _next_code(lines, number), _indent(lines[number])
    if following and _indent(following) >= width:
        return
    function = " " * width + "def _(): pass"
    if number + 1 == len(lines):
        lines.append(function)
    elif not lines[number + 1].strip():
        lines[number + 1] = function


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip()) if line.strip() else 0


def _mend(lines: list[str], error: SyntaxError, masked: set[int]) -> bool:
    """Change the line the parser complains about; False when nothing is left to try."""
    number = min(max((error.lineno or 1) - 1, 0), len(lines) - 1)
    if "positional argument follows keyword" in (error.msg or "") and _star(lines, error):
        return True
    if number not in masked and (better := _complete(lines[number])) is not None:
        lines[number] = better
        masked.add(number)
        return True
    for candidate in (number, number - 1, number + 1):
        if 0 <= candidate < len(lines) and _mask(lines, candidate):
            return True
    return False


def _star(lines: list[str], error: SyntaxError) -> bool:
    """`f(a=1, b)` is an error of its own while `b` is typed; `f(a=1,*b)` parses, positions kept."""
    for number in range(len(lines)):
        if number + 1 < (error.lineno or 1) - 30:
            continue
        match = re.search(r"(?:^|,)( +|(?<=,))([A-Za-z_][\w.]*)\s*(?=[,)\n]|$)", lines[number])
        while match:
            start = match.start(2)
            if (
                start > 0
                and lines[number][start - 1] == " "
                and "=" in "".join(lines[max(0, number - 20) : number + 1])[:]
            ):
                lines[number] = lines[number][: start - 1] + "*" + lines[number][start:]
                return True
            match = None
    return False


def _complete(line: str) -> str | None:
    """The line with what it obviously lacks at its end."""
    code = _split_comment(line)[0].rstrip()
    word = _BLOCK_WORD.match(code)
    if re.search(r"\bimport\s*$|\bimport\s.*,\s*$", code):
        return code + " " + _FILLER
    if re.match(r"\s*from\s+[\w.]+\s*$", code):
        return code + " import " + _FILLER
    if re.match(r"\s*@\s*$", code):
        return code + _FILLER
    if (
        re.search(
            r"(?:[.=+\-*/%&|^<>,(\[{]|\b(?:not|and|or|in|is|if|return|lambda|for|with|as))\s*$",
            code,
        )
        and not word
    ):
        return code + " " + _FILLER
    if word and not code.endswith(":"):
        tail = (
            " _"
            if re.search(r"(?:[.=]|\b(?:in|if|while|with|for|class|def|as|not|and|or))\s*$", code)
            else ""
        )
        if re.search(r"\b(?:def)\s+\w*\s*$", code):
            tail += "()"
        return code + tail + ": pass"
    return None


def _mask(lines: list[str], number: int) -> bool:
    """Replace the line by a statement of the same indentation and kind."""
    line = lines[number]
    bare = line.strip()
    white = line[: len(line) - len(line.lstrip())]
    word = _BLOCK_WORD.match(line)
    following = _next_code(lines, number)
    deeper = _indent(following) > len(white)
    if word and word.group(1) in ("except", "finally", "else", "elif"):
        new = white + ("except:" if word.group(1) == "except" else word.group(1) + ":")
        new = white + "elif 1:" if word.group(1) == "elif" else new
    elif _is_decorated(lines, number, white):
        new = white + "def _():"  # `@name` is being typed above something that takes none
    elif deeper:
        new = white + "if 1:"
    else:
        new = white + "pass"
    if new.endswith(":") and not deeper:
        new += " pass"
    if new.strip() == bare or (bare == "pass" and new.strip() == "pass"):
        if bare:
            lines[number] = ""
            return True
        return False
    lines[number] = new
    return True


def _is_decorated(lines: list[str], number: int, white: str) -> bool:
    """Whether the line of code above is a decorator at the same indentation."""
    above = lines[_last_code_line(lines, number - 1)] if number else ""
    return above.startswith(white + "@")
