"""A bounded run of the fuzzer, the same moves each time; `python -m tests.lsp.fuzz` goes further.

`FUZZ_ACTIONS` and `FUZZ_SEED` make it longer and other.
"""

from __future__ import annotations

import os

from tests.lsp.fuzz.run import run

ACTIONS = int(os.environ.get("FUZZ_ACTIONS", "1500"))
SEED = int(os.environ.get("FUZZ_SEED", "1"))


def test_a_careless_editor_breaks_nothing() -> None:
    breach = run(ACTIONS, SEED)
    if breach is not None:
        raise breach
