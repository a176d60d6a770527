"""Change the line of a block that the parser complains about."""

from __future__ import annotations

import re

from cheatsheet_ls.language.python.repair_brackets import (
    BLOCK_WORD,
    FILLER,
    indent_of,
    last_code_line,
    next_code,
    split_comment,
)


def mend(lines: list[str], error: SyntaxError, masked: set[int]) -> bool:
    """Change the line the parser complains about; False when nothing is left to try."""
    number = min(max((error.lineno or 1) - 1, 0), len(lines) - 1)
    if "positional argument follows keyword" in (error.msg or "") and _star(lines, error):
        return True
    if "unindent does not match" in (error.msg or ""):
        if _blank_stray(lines, number):
            return True
    elif number not in masked and (better := _complete(lines[number])):
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
    code = split_comment(line)[0].rstrip()
    word = BLOCK_WORD.match(code)
    if re.search(r"\bimport\s*$|\bimport\s.*,\s*$", code):
        return code + " " + FILLER
    if re.match(r"\s*from\s+[\w.]+\s*$", code):
        return code + " import " + FILLER
    if re.match(r"\s*@\s*$", code):
        return code + FILLER
    if (
        re.search(
            r"(?:[.=+\-*/%&|^<>,(\[{]|\b(?:not|and|or|in|is|if|return|lambda|for|with|as))\s*$",
            code,
        )
        and not word
    ):
        return code + " " + FILLER
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
    word = BLOCK_WORD.match(line)
    following = next_code(lines, number)
    deeper = indent_of(following) > len(white)
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
    above = lines[last_code_line(lines, number - 1)] if number else ""
    return above.startswith(white + "@")


def _blank_stray(lines: list[str], number: int) -> bool:
    """Lines whose indentation is none of those that are open belong to nothing that is left."""
    levels = [0]
    for line in lines[:number]:
        if line.strip() and line.lstrip()[0] != "#":
            width = indent_of(line)
            while levels[-1] > width:
                levels.pop()
            if levels[-1] < width:
                levels.append(width)
    first = number
    while number < len(lines) and (
        not lines[number].strip() or indent_of(lines[number]) not in levels
    ):
        lines[number] = ""
        number += 1
    return number > first
