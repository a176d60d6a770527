"""Where the lines of a text begin, as editors count them: they end at `\\n`, `\\r\\n` or `\\r`.

Form feeds and U+2028 are ordinary characters here (`str.splitlines` disagrees with editors).
"""

from __future__ import annotations

import re
from itertools import accumulate

_NEWLINE = re.compile(r"\r\n|\n|\r")


def line_starts(text: str) -> list[int]:
    """The offset of the first character of each line; 0 alone for an empty text."""
    if "\r" in text:
        return [0, *(found.end() for found in _NEWLINE.finditer(text))]
    lengths = [len(row) + 1 for row in text.split("\n")]
    return list(accumulate(lengths, initial=0))[:-1]
