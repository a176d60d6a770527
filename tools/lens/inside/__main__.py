"""Run inside an environment with Django: the system checks of a project, as JSON.

`python -m inside FOLDER APP…` in an environment of its own; `settings` lies in the folder.
"""

import json
import sys


def main() -> None:
    folder = sys.argv[1]
    sys.path.insert(0, folder)
    import os

    os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
    import django

    django.setup()
    from django.core import checks
    from django.urls import clear_url_caches

    found = [_told(one) for one in checks.run_checks() if one.id]
    from django.conf import settings
    from django.core.checks.urls import check_resolver
    from django.urls import get_resolver

    for app in settings.SEEDED:
        clear_url_caches()
        for one in check_resolver(get_resolver(f"{app}.urls")):
            found.append([app, "urls", "", one.id])
    print(json.dumps(found))


def _told(message) -> list[str]:
    """App, model or admin class, field, id."""
    subject = message.obj
    model = getattr(subject, "model", None)
    if isinstance(subject, type):
        home = subject.__module__
        name = subject.__name__
    elif model is not None:
        home, name = model.__module__, model.__name__
    else:
        home, name = type(subject).__module__, type(subject).__name__
    field = subject.name if model is not None and hasattr(subject, "attname") else ""
    return [home.partition(".")[0], name, field, message.id]


main()
