"""A sheet of a few entries, so that tests do not depend on the content."""

from __future__ import annotations

from functools import cache

from cheatsheet_ls.sheet.index import Index
from cheatsheet_ls.sheet.parse import parse

PAGE = """\
# Small

## CharField

Text with a length limit.

- **Kind:** model field
- **Symbol:** `django.db.models.CharField`
- **Docs:** [Fields](https://docs.djangoproject.com/en/stable/ref/models/fields/#charfield)

| Option | Default | What it does |
| --- | --- | --- |
| `max_length` | `None` | Most characters. |
| `choices` | `None` | Adds `get_FOO_display()`. |

### Store a title

```python prefix=dj-charfield scope=model-body fill="title 200"
from django.db import models

title = models.CharField(max_length=200)
```

## NullBooleanField

Yes, no or unknown.

- **Kind:** model field
- **Symbol:** `django.db.models.NullBooleanField`
- **Removed:** 4.0
- **Instead:** `BooleanField(null=True)`

### Store an answer

```python prefix=dj-nullbooleanfield scope=model-body
from django.db import models

is_new = models.NullBooleanField()
```

## __str__

What the object is called.

- **Kind:** model method
- **Symbol:** `django.db.models.Model.__str__`

### Name the object

```python prefix=dj-str scope=model-body
from django.db import models

title = models.CharField(max_length=200)

def __str__(self):
    return self.title
```

## Meta.ordering

The default order.

- **Kind:** model Meta option
- **Symbol:** `meta:model.ordering`

### Sort by date

```python prefix=dj-ordering scope=model-meta fill="-created_at"
ordering = ["-created_at"]
```

## on_delete

What happens to this row.

- **Kind:** argument
- **Symbol:** `kwarg:django.db.models.ForeignKey.on_delete`

| Member | Default | What it does |
| --- | --- | --- |
| `django.db.models.CASCADE` | | It goes, too. |
| `django.db.models.PROTECT` | | The deletion is refused. |

## render

Fills a template.

- **Kind:** shortcut
- **Symbol:** `django.shortcuts.render`

### Write a list view

```python prefix=dj-list-view scope=views
from django.shortcuts import render

from .models import Book


def book_list(request):
    return render(request, "library/book_list.html", {"books": Book.objects.all()})
```

## path

A route to a view.

- **Kind:** URL function
- **Symbol:** `django.urls.path`

### Add a page

```python prefix=dj-path scope=url-list fill="list/ book_list"
path("list/", views.book_list, name="book_list"),
```

## login_required

Signed-in users only.

- **Kind:** view decorator
- **Symbol:** `django.contrib.auth.decorators.login_required`

## DEBUG

Shows source to whoever meets an error.

- **Symbol:** `setting:DEBUG`

### Read it from the environment

```python prefix=dj-debug scope=settings
import os

DEBUG = os.environ.get("DJANGO_DEBUG") == "1"
```

## filter

Rows that match.

- **Kind:** queryset method
- **Symbol:** `django.db.models.QuerySet.filter`

### Find by title

```python prefix=dj-filter scope=body fill="winter"
books = Book.objects.filter(title="winter")
```

## for

Repeats its body.

- **Symbol:** `tag:for`

### Loop over a list

```htmldjango prefix=dj-for scope=template fill="item items"
{% for item in items %}
  {{ item }}
{% endfor %}
```
"""


@cache
def small_sheet() -> Index:
    parsed = parse(PAGE, "small.md")
    assert not parsed.problems, parsed.problems
    return Index.of(parsed.entries)
