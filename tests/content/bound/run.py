"""Runs examples that were bound to the cinema; jobs on standard input, what went wrong as JSON."""

import json
import sys
import textwrap
from pathlib import Path

import django
from django.conf import settings

CONTRIB = ("admin", "auth", "contenttypes", "sessions", "messages")
NAMES = ("Movie", "Director", "Studio", "Genre", "Vote")


class Undone(Exception):
    """Takes back what an example wrote."""


def set_up():
    sys.path.insert(0, str(Path(__file__).parent))
    settings.configure(
        SECRET_KEY="cinema" * 9,
        USE_TZ=True,
        ROOT_URLCONF="root_urls",
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend",
        STORAGES={"default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}},
        INSTALLED_APPS=[*(f"django.contrib.{name}" for name in CONTRIB), "cinema"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
            }
        ],
    )
    django.setup()
    from django.core.management import call_command

    call_command("migrate", run_syncdb=True, verbosity=0)


def world():
    from cinema import models
    from django.contrib.auth.models import User
    from django.test import RequestFactory

    user = User.objects.create_user("ada")
    director = models.Director.objects.create(label="Agnes")
    movie = models.Movie.objects.create(headline="Cleo", director=director)
    vote = models.Vote.objects.create(movie=movie, voter=user)
    request = RequestFactory().get("/")
    request.user = user
    named = {name: getattr(models, name) for name in NAMES}
    return {**named, "user": user, "director": director, "movie": movie, "vote": vote} | {
        "request": request
    }


def run(job, names):
    from django.contrib import admin
    from django.db import transaction
    from django.db.models import QuerySet

    space = {**names, "admin": admin, "__name__": "cinema.example"}
    code = job["imports"].replace("from .models", "from cinema.models") + "\n"
    in_class = job["scope"] == "admin-body"
    code += (
        "class A(admin.ModelAdmin):\n" + textwrap.indent(job["body"], "    ") if in_class else ""
    )
    code += "" if in_class else job["body"]
    try:
        with transaction.atomic():
            exec(code, space)
            for value in [one for one in space.values() if isinstance(one, QuerySet)]:
                str(value.query)
            found = space["A"](names["Movie"], admin.site).check() if in_class else []
            if found:
                return "check: " + "; ".join(map(str, found))
            raise Undone
    except Undone:
        return None
    except Exception as error:
        return f"{type(error).__name__}: {error}"


if __name__ == "__main__":
    jobs = json.load(sys.stdin)
    set_up()
    names = world()
    print(json.dumps({job["id"]: wrong for job in jobs if (wrong := run(job, names))}))
