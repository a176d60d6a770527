"""Which of two things people write more often, by the family their symbols belong to."""

from __future__ import annotations

# Where two things share a name, the one that people write more often: models before forms.
MOST_USED = (
    *("django.db.models.", "django.shortcuts.", "django.urls.", "django.http.", "setting:"),
    *("tag:", "filter:", "meta:model.", "command:", "django.views.", "django.contrib.admin."),
    *("django.forms.", "django.contrib.", "django.", "rest_framework.", "meta:", "lookup:"),
    *("variable:", "kwarg:django.db.models.", "kwarg:", "library:"),
)


def usage(symbol: str) -> int:
    """The place of a symbol's family; 0 is used most."""
    prefixes = (place for place, prefix in enumerate(MOST_USED) if symbol.startswith(prefix))
    return next(prefixes, len(MOST_USED))
