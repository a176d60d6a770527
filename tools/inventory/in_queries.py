"""Lookups and what a relation offers: asked of a model with a field of each kind."""

from __future__ import annotations

from collections.abc import Iterator

from tools.inventory.moment import CURSOR, Moment, python
from tools.inventory.records import Record

_MODEL = """\
from django.contrib.postgres import fields
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=200)


class Book(models.Model):
    title = models.CharField(max_length=200)
    at = models.DateTimeField()
    data = models.JSONField()
    words = fields.ArrayField(models.TextField())
    period = fields.DateTimeRangeField()
    extra = fields.HStoreField()
    author = models.ForeignKey(Author, models.CASCADE, related_name="books")


"""
_FIELDS = ("title", "at", "data", "words", "period", "extra")


def lookup(record: Record) -> Iterator[Moment]:
    for field in _FIELDS:
        yield python(f"{_MODEL}Book.objects.filter({field}__{record.name}{CURSOR}=1)\n")


def of_related_manager(record: Record) -> Iterator[Moment]:
    name = record.path.rpartition(".")[2]
    yield python(f"{_MODEL}Author.objects.get().books.{name}{CURSOR}()\n")
