"""What `migrate` makes permissions for, with each model: add, change, delete, view."""

from __future__ import annotations


def collect(which: str) -> dict[str, dict[str, str]]:
    from django.db.models.options import Options

    actions = Options(None).default_permissions if which == "django" else ()
    return {str(action): {} for action in actions}
