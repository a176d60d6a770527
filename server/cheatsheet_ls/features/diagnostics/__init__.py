"""Problems of a document: what Django will complain about, or what will bite, with its fix.

`steps` works in small pieces, so that who runs it can stop between them: it yields a problem, or
None where nothing was found for a while. `diagnose` is all of it at once. In doubt nothing is said.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator

from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix, Rule, Severity, Tag
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Entry, Kind

__all__ = ["Diagnostic", "Fix", "Rule", "Severity", "Tag", "diagnose", "in_order", "steps"]

BUDGET = 1.0  # seconds of work for one version of a document; beyond it the rest stays unread
PAUSE = 16  # nodes between two pauses

# Tags that Jinja alone has where the two languages share the rest.
_OF_JINJA = ("endtrans", "endcall", "endset", "endmacro")

Step = Diagnostic | None


def diagnose(
    document: Document,
    workspace: Workspace,
    django: Django,
    switched_off: Collection[str] = frozenset(),
    recipes: tuple[Entry, ...] = (),
) -> tuple[Diagnostic, ...]:
    """All problems in the order of the text; those of codes that are switched off are left out."""
    found = steps(document, workspace, django, switched_off, recipes)
    return in_order(step for step in found if step is not None)


def in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end, one.code)))


def steps(
    document: Document,
    workspace: Workspace,
    django: Django,
    switched_off: Collection[str] = frozenset(),
    recipes: tuple[Entry, ...] = (),
) -> Iterator[Step]:
    """The same piece by piece; gives up silently where it would take too long."""
    from cheatsheet_ls.features.diagnostics.silent import is_not_ours

    if document.kind is not Kind.SHEET and is_not_ours(document):
        return
    found = _found(document, workspace, django, recipes)
    spent, begun = 0.0, time.thread_time()
    for step in found:
        spent += time.thread_time() - begun
        if spent > BUDGET:
            return
        if step is None or step.code not in switched_off:
            yield step
        begun = time.thread_time()


def _found(
    document: Document, workspace: Workspace, django: Django, recipes: tuple[Entry, ...]
) -> Iterator[Step]:
    if document.kind is Kind.PYTHON:
        yield from _python(document, workspace, django, recipes)
    elif document.kind is Kind.TEMPLATE:
        yield from _template(document, workspace, django)
    elif document.kind is Kind.SHEET:
        from cheatsheet_ls.features.diagnostics.sheets import problems

        yield from problems(document)


def _python(
    document: Document, workspace: Workspace, django: Django, recipes: tuple[Entry, ...]
) -> Iterator[Step]:
    from cheatsheet_ls.features.diagnostics.checks import FILES, PYTHON
    from cheatsheet_ls.features.diagnostics.subject import FileSubject
    from cheatsheet_ls.features.diagnostics.walk import nodes_of

    module = workspace.module_of(document)
    file = FileSubject(module, django, document, workspace, recipes)
    seen = 0
    for block in range(len(module.tree.blocks)):
        for node in nodes_of(file, block):
            for check in PYTHON:
                if isinstance(node.node, check.NODES):
                    yield from check.check(node)
            seen += 1
            if seen % PAUSE == 0:
                yield None
    for whole in FILES:
        yield from whole.check(file)


def _template(document: Document, workspace: Workspace, django: Django) -> Iterator[Step]:
    from cheatsheet_ls.features.diagnostics.checks import TEMPLATE
    from cheatsheet_ls.features.diagnostics.subject import TemplateSubject
    from cheatsheet_ls.language.template.jinja import is_jinja
    from cheatsheet_ls.language.template.structure import parse

    template = parse(document.text)
    if is_jinja(document.text) or any(token.name in _OF_JINJA for token in template.tokens):
        return
    yield None
    subject = TemplateSubject(template, workspace.libraries(), django, document, workspace)
    for check in TEMPLATE:
        yield from check.check(subject)
        yield None
