"""Generated files: models and templates of any length, workspaces and sheets of any size."""

from __future__ import annotations

from collections.abc import Iterator

IMPORTS = "from django.conf import settings\nfrom django.db import models\n\n\n"
MODEL = '''class Thing{n}(models.Model):
    title = models.CharField(max_length=200)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    pages = models.PositiveIntegerField(default={n})

    class Meta:
        ordering = ["title"]

    def others(self):
        """Of the same owner."""
        return Thing{n}.objects.filter(owner=self.owner).exclude(pk=self.pk)


'''
SECTION = """{{% if thing.number == {n} %}}
  <section id="s{n}">
    {{% for page in thing.pages %}}
      <h2>{{{{ page.title|truncatechars:{n} }}}}</h2>
      <p>{{{{ page.written|date:"Y-m-d" }}}}, <a href="{{% url 'page' page.pk %}}">more</a></p>
    {{% empty %}}
      <p>Nothing here, and nothing to do about it.</p>
    {{% endfor %}}
  </section>
{{% endif %}}
"""
MODEL_LINES, SECTION_LINES = MODEL.count("\n"), SECTION.count("\n")


def models_file(lines: int) -> str:
    return IMPORTS + "".join(MODEL.format(n=n) for n in range(max(1, lines // MODEL_LINES)))


def template_file(lines: int) -> str:
    sections = (SECTION.format(n=n) for n in range(max(1, lines // SECTION_LINES)))
    return '{% extends "base.html" %}\n{% load i18n %}\n' + "".join(sections)


def workspace(files: int) -> Iterator[tuple[str, str]]:
    """Apps of five modules each; every app builds on the one before."""
    yield "manage.py", "import os\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')\n"
    yield "requirements.txt", "django==5.2.19\n"
    for n in range(max(1, (files - 2) // 5)):
        yield f"app_{n}/__init__.py", ""
        yield f"app_{n}/base.py", _base(n)
        yield f"app_{n}/models.py", f"from app_{n}.base import Base{n}\n{MODEL.format(n=n)}"
        yield f"app_{n}/views.py", _view(n)
        yield f"app_{n}/templates/app_{n}/thing.html", SECTION.format(n=n)


def _base(n: int) -> str:
    parent = f"from app_{n - 1}.base import Base{n - 1}\n" if n % 5 else ""
    bases = f"Base{n - 1}" if n % 5 else "models.Model"
    return f"from django.db import models\n{parent}\n\nclass Base{n}({bases}):\n    pass\n"


def _view(n: int) -> str:
    return (
        "from django.views.generic import ListView\n\n"
        f"from app_{n}.base import Base{n}\n\n\n"
        f"class ThingList{n}(ListView):\n"
        f"    model = Base{n}\n\n"
        "    def get_queryset(self):\n"
        f"        return Base{n}.objects.filter(pk__gt={n})\n"
    )


def sheet(entries: int) -> Iterator[str]:
    """Pages of a team's own sheet, a thousand entries each; the last entry wins over ours."""
    for first in range(0, entries, 1000):
        numbers = range(first, min(first + 1000, entries))
        yield f"# Page {first}\n\nOur own things.\n\n" + "".join(map(_entry, numbers))


def _entry(n: int) -> str:
    symbol = "django.db.models.CharField" if n == 0 else f"acme.things.Thing{n}"
    return f"""## Thing{n}

How our team uses thing number {n}, and what it costs to forget it.

- **Symbol:** `{symbol}`

### Use thing {n}

```python prefix=acme-{n} scope=module
from acme.things import Thing{n}

thing = Thing{n}(name="thing {n}", pages={n})
```

"""
