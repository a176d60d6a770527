"""Runs the machine for a number of moves, and counts what broke."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.lsp.fuzz.client import Breach
from tests.lsp.fuzz.machine import CarelessEditor

MOVES = 100  # of one server's life


def run(moves: int, number: int, *, shrink: bool = False) -> Breach | None:
    """The first breach that seed `number` meets within so many moves; its note is the program."""

    class Editor(CarelessEditor):
        pass

    phases = [Phase.generate, Phase.shrink] if shrink else [Phase.generate]
    chosen = settings(
        max_examples=max(1, moves // MOVES),
        stateful_step_count=MOVES,
        deadline=None,
        database=None,
        phases=phases,
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
        print_blob=False,
    )
    try:
        run_state_machine_as_test(seed(number)(Editor), settings=chosen)
    except Exception as error:  # one that comes and goes is wrapped by hypothesis
        found = next((one for one in (error, *_inside(error)) if isinstance(one, Breach)), None)
        if found is None:
            raise
        return found
    return None


def _inside(error: BaseException) -> list[BaseException]:
    inner: list[BaseException] = list(getattr(error, "exceptions", ()))
    inner += [error.__context__] if error.__context__ is not None else []
    return inner + [deeper for one in inner for deeper in _inside(one)]
