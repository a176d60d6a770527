"""Slips that Django and Python let pass: looked for after an example has run without an error.

A class may have any member, `Meta` of a form any name, and code that was not reached any
words; in an example each would be a mistake that nobody notices.
"""

from __future__ import annotations

from . import slips_members, slips_meta, slips_names
from .example import Example
from .made import MADE, RAN


def check(example: Example) -> None:
    for ran in RAN:
        for made in MADE:
            if node := made.node(ran.source):
                slips_members.check(example, made.cls, node)
        slips_names.check(ran, MADE)
    slips_meta.check([made.cls for made in MADE])
