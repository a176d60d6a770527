"""Whatever a completion writes into a template, the engines of real Djangos can parse."""

from __future__ import annotations

import json
import re
import subprocess
from string import ascii_lowercase

import pytest

from cheatsheet_ls.features.completion import CompletionOptions, complete
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.edits import TextEdit, applied
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.sheet.load import load_index
from tests.features.test_completion_places import with_defaults
from tests.support.editing import opened

from .environments import installed, python_of

PLACES = {
    "an empty line": "<|>\n",
    "a word": "<ul>\n  <|>\n</ul>\n",
    "behind an element": "<li><|></li>\n",
    "a tag": "{% <|>",
    "a closed tag": "{% <|> %}",
    "a tag in a loop": "{% for a in b %}\n{% <|>\n{% endfor %}\n",
    "a filter": "{{ a|<|> }}",
    "a library": "{% load <|> %}",
    "a date": '{{ a|date:"<|>" }}',
}
PARSES = """
import json, sys
import django
from django.conf import settings
apps = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.humanize",
        "django.contrib.admin", "django.contrib.messages", "django.contrib.sessions"]
settings.configure(INSTALLED_APPS=apps, USE_I18N=True, SITE_ID=1, TEMPLATES=[{
    "BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}])
django.setup()
from django.template import Template, TemplateSyntaxError
for number, (label, text) in enumerate(json.load(sys.stdin)):
    try:
        Template(text)
    except TemplateSyntaxError as error:
        print(json.dumps([label, text, str(error)]))
"""
# They need an app or a package that is not in the settings above.
_ELSEWHERE = re.compile(
    r"{%\s*load [^%]*\b(?:account|allauth|socialaccount|rest_framework|library_tags|flatpages|sri"
    r"|debug_toolbar|cms|crispy|bootstrap)|sitemap|{%\s*(?:get_flatpages|render_)"
)


def everything(place: str, release: str) -> list[tuple[str, str]]:
    """Each item's label, and the template once it is accepted with its defaults."""
    found = {}
    for typed in ("", *ascii_lowercase, "dj-", "else", "end"):
        document, offset = opened(PLACES[place].replace("<|>", f"{typed}<|>"), "a.html")
        options = CompletionOptions(Django.of(release))
        items = complete(load_index([]), document, offset, Workspace(None), options).items
        for item in items:
            insert = with_defaults(item.insert) if item.is_snippet else item.insert
            found[item.label, item.insert] = applied(
                document.text, (TextEdit(item.span, insert), *item.edits)
            )
    return [(label, text) for (label, _), text in found.items() if not _ELSEWHERE.search(text)]


@pytest.mark.parametrize("release", installed())
def test_what_is_accepted_in_a_template_is_parsed(release: str):
    written = {place: everything(place, release) for place in PLACES}
    texts = [(f"{place}: {label}", text) for place, all_ in written.items() for label, text in all_]
    run = subprocess.run(
        [python_of(release), "-c", PARSES],
        input=json.dumps([(label, completed(text)) for label, text in texts]),
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(texts) > 300
    assert run.stdout == ""


def completed(text: str) -> str:
    """A bare name in a tag is a beginning: what it still needs is not what is tried here."""
    return text
