"""Gets ready for the first hover while the user still reads; keeps the collector off our tables.

Python's cyclic garbage collector walks every object that lives. Ours are tables that stay, so it
is told to leave them alone: it would else stop a hover for a tenth of a second now and then.
"""

from __future__ import annotations

import gc
import threading

from cheatsheet_ls.lsp.guard import report
from cheatsheet_ls.model import Kind

YOUNG = 20_000  # new objects before the collector looks; parsing one file makes more than its 700

_warmed: set[Kind] = set()


def relax_collector() -> None:
    """Call again when further tables are loaded, but not once the user's files are in memory: what
    is frozen is freed when nobody holds it, but never where it goes round in a circle.
    """
    gc.freeze()
    gc.set_threshold(YOUNG, 20, 50)


def warm(kind: Kind) -> None:
    """Load, once and in the background, what recognition of that kind of file needs."""
    if kind in _WARM and kind not in _warmed:
        _warmed.add(kind)
        threading.Thread(target=_run, args=(kind,), name="warm-up", daemon=True).start()


def _run(kind: Kind) -> None:
    try:
        _WARM[kind]()
        relax_collector()
    except Exception as error:
        report(error, "warming up", kind)


def _python() -> None:
    import cheatsheet_ls.features.hover
    import cheatsheet_ls.language.python.recognise  # noqa: F401
    from cheatsheet_ls.facts import api

    api.class_("django.db.models.base.Model")


def _template() -> None:
    import cheatsheet_ls.features.hover
    import cheatsheet_ls.language.template.recognise  # noqa: F401


_WARM = {Kind.PYTHON: _python, Kind.TEMPLATE: _template}
