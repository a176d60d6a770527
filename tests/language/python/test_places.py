"""Places: what may be written at the cursor, and nothing where nothing may."""

import pytest

from tests.support.project import Project

MODEL = """
from django.db import models
class Book(models.Model):
    title = models.CharField(max_length=20)
"""


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("    ti<|>", "model-body statement django.db.models.Model  «ti»"),
        ("    <|>", "model-body statement django.db.models.Model  «»"),
        ("    x = <|>", "model-body value django.db.models.Model  «»"),
        ("    x = models.Ch<|>", "model-body attribute django.db.models  «Ch»"),
        ("    x = models.CharField(<|>", "model-body argument django.db.models.CharField  «»"),
        ("    x = models.CharField(max_length=3, bl<|>)", "model-body argument django.db.models.CharField  «bl»"),
        ("    class Meta:\n        or<|>", "model-meta statement -  «or»"),
        ("    def f(self):\n        self.<|>", "body attribute django.db.models.Model  «»"),
        ("    def f(self):\n        Book.objects.<|>", "body attribute django.db.models.QuerySet  «»"),
        ("    def f(self):\n        Book.objects.filter(title__ic<|>)", "body lookup django.db.models.QuerySet.filter  «ic»"),
        ("    def f(self):\n        <|>\n        return 1", "body statement -  «»"),
    ],
)  # fmt: skip
def test_places_in_a_model(project: Project, code: str, place: str) -> None:
    assert project.placed(MODEL + code) == place


@pytest.mark.parametrize(
    "code",
    [
        "    # ti<|>",
        "    x = 'ti<|>'",
        '    """ti<|>"""',
        "    x = f'ti<|>'",
        "    x = unknown.ti<|>",
        "    x = 1<|>",
        "    def f(self, ti<|>): ...",
        "    for ti<|> in x: ...",
        "    import ti<|>",
        "    x = y + ti<|>",
        "class Plain:\n    ti<|>",
    ],
)
def test_places_where_nothing_of_ours_may_be_written(project: Project, code: str) -> None:
    assert project.placed(MODEL + code) is None


@pytest.mark.parametrize(
    ("name", "code", "place"),
    [
        ("shop/settings.py", "DEB<|>", "settings statement -  «DEB»"),
        ("shop/settings.py", "SECRET_KEY = 'x'\nMIDDLEWARE = ['django.mid<|>']", "settings string setting:MIDDLEWARE  «django.mid»"),
        ("shop/settings.py", "SECRET_KEY = 'x'\nDATABASES = {'default': {'CO<|>'}}", "settings string setting:DATABASES  «CO»"),
        ("shop/urls.py", "urlpatterns = [\n    <|>\n]", "url-list statement -  «»"),
        ("shop/views.py", "@<|>\ndef f(request): ...", "views decorator -  «»"),
        ("shop/admin.py", "<|>", "admin statement -  «»"),
        ("shop/tests/test_x.py", "<|>", "tests statement -  «»"),
        ("shop/management/commands/x.py", "<|>", "command statement -  «»"),
        ("shop/views.py", "from django.conf import settings\nx = settings.DE<|>", "views attribute django.conf.settings  «DE»"),
        ("shop/models.py", "from django.db import models\nmodels.ForeignKey(A, on_delete=<|>)", "body keyword-value kwarg:django.db.models.ForeignKey.on_delete  «»"),
    ],
)  # fmt: skip
def test_places_by_file(project: Project, name: str, code: str, place: str) -> None:
    assert project.placed(code, name) == place


def test_arguments_already_given_are_told(project: Project) -> None:
    place = project.place(MODEL + "    x = models.CharField(max_length=3, <|>)")
    assert place is not None
    assert place.taken == {"max_length"}


@pytest.mark.parametrize("typed", ["", "pa"])
def test_a_new_item_between_others_needs_no_comma_yet(project: Project, typed: str) -> None:
    code = f"""
        from django.urls import path
        urlpatterns = [
            path("a/", a),
            {typed}<|>
            path("b/", b),
        ]
    """
    assert project.placed(code, "shop/urls.py") == f"url-list statement -  «{typed}»"
