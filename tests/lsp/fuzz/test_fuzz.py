"""A bounded run of the fuzzer, the same moves each time; `python -m tests.lsp.fuzz` goes further.

`FUZZ_ACTIONS` and `FUZZ_SEED` make it longer and other.
"""

from __future__ import annotations

import os
from pathlib import Path

from tests.lsp.fuzz.editing import GROWN, WARM, Typist
from tests.lsp.fuzz.run import run

ACTIONS = int(os.environ.get("FUZZ_ACTIONS", "1000"))
SEED = int(os.environ.get("FUZZ_SEED", "1"))


def test_a_careless_editor_breaks_nothing() -> None:
    breach = run(ACTIONS, SEED)
    if breach is not None:
        raise breach


def test_memory_stays_flat_while_somebody_types(tmp_path: Path) -> None:
    """Little here; `python -m tests.lsp.fuzz.editing --minutes 20` is the whole day. Compared is
    what is left when he rests: between, the system's own heap goes up and down.
    """
    typist, rested = Typist(tmp_path), list[float]()

    def goes_on(number: int) -> bool:
        if number in (WARM, 2 * WARM):
            rested.append(typist.rest())
        return number < 2 * WARM

    typist.day(goes_on)
    warm, later = rested
    assert later - warm <= GROWN
