"""Runs one example in a forked process: what it registers, patches or saves is gone with it."""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from typing import Any

from . import slips
from .example import Example, Failed
from .made import watch

PATIENCE = 30.0


def run_isolated(run: Callable[[Example], Any], example: Example) -> dict[str, str | None]:
    reader, writer = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _child(run, example, writer)
    os.close(writer)
    answer = _read(reader, child)
    os.close(reader)
    os.waitpid(child, 0)
    if answer is None:
        return {"error": f"did not end within {PATIENCE:.0f} seconds", "trace": None}
    if not answer:
        return {"error": "the process died", "trace": None}
    result: dict[str, str | None] = json.loads(answer)
    return result


def _read(reader: int, child: int) -> bytes | None:
    """All the child wrote; None, and the child is gone, when it took too long."""
    parts: list[bytes] = []
    end = time.monotonic() + PATIENCE
    while True:
        ready, _, _ = select.select([reader], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            os.kill(child, signal.SIGKILL)
            return None
        part = os.read(reader, 65536)
        if not part:
            return b"".join(parts)
        parts.append(part)


def _child(run: Callable[[Example], Any], example: Example, writer: int) -> None:
    gc.disable()  # a short life; collecting would copy the memory shared with the parent
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    result = _outcome(run, example)
    with os.fdopen(writer, "w") as pipe:
        json.dump(result, pipe)
    os._exit(0)


def _outcome(run: Callable[[Example], Any], example: Example) -> dict[str, str | None]:
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            watch(example.filename)
            run(example)
            slips.check(example)
        except Failed as failure:
            return {"error": str(failure), "trace": None}
        except BaseException as error:
            lines = traceback.format_exception(type(error), error, error.__traceback__)
            return {"error": f"{type(error).__name__}: {error}", "trace": "".join(lines)[-6000:]}
    late = [str(w.message) for w in seen if _is_deprecation(w)]
    if late and not example.deprecated:
        return {"error": f"uses what is deprecated: {late[0]}", "trace": None}
    return {"error": None, "trace": None}


def _is_deprecation(warning: warnings.WarningMessage) -> bool:
    """A deprecation of Django's own, met in the example or in Django, not in another package."""
    foreign = "site-packages" in warning.filename and "/django/" not in warning.filename
    return warning.category.__name__.startswith("RemovedIn") and not foreign
