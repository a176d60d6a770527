"""Scope `migration`: operations run forwards and, where they can, backwards on real tables.

Those of PostgreSQL are tried on the models' state alone: SQLite knows nothing of what they do.
"""

from __future__ import annotations

from typing import Any

from .example import Example, Failed, run_module


def migration(example: Example) -> None:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    module = run_module(example, "library.migrations.0099_example")
    if not hasattr(module, "Migration"):
        raise Failed("defines no Migration")
    made = module.Migration("0099_example", "library")
    executor = MigrationExecutor(connection)
    state = executor.loader.project_state()
    if any("postgres" in type(operation).__module__ for operation in made.operations):
        made.mutate_state(state)
        return
    _make_room(made.operations, state)
    connection.disable_constraint_checking()
    forward = state.clone()
    with connection.schema_editor(atomic=made.atomic) as editor:
        made.apply(forward, editor)
    if all(operation.reversible for operation in made.operations):
        with connection.schema_editor(atomic=made.atomic) as editor:
            made.unapply(state.clone(), editor)


def _make_room(operations: Any, state: Any) -> None:
    """What the example adds must not be there yet: its fields and models are removed first."""
    from django.db import connection
    from django.db.migrations import operations as ops

    undo: list[Any] = []
    for operation in operations:
        model = state.models.get(("library", getattr(operation, "model_name_lower", "")))
        if isinstance(operation, ops.AddField) and model and operation.name in model.fields:
            undo.append(ops.RemoveField(operation.model_name, operation.name))
        if (
            isinstance(operation, ops.CreateModel)
            and ("library", operation.name_lower) in state.models
        ):
            undo.append(ops.DeleteModel(operation.name))
    for operation in undo:
        before = state.clone()
        operation.state_forwards("library", state)
        with connection.schema_editor() as editor:
            operation.database_forwards("library", editor, before, state)
