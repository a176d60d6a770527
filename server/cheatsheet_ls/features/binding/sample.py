"""The library project that the examples of the sheet live in, as content/README.md lists it."""

from __future__ import annotations

APP = "library"
SUBJECT = "Book"

FIELDS: dict[str, dict[str, str]] = {
    "Book": {
        "title": "CharField",
        "slug": "SlugField",
        "summary": "TextField",
        "isbn": "CharField",
        "pages": "IntegerField",
        "price": "DecimalField",
        "published": "DateField",
        "in_stock": "BooleanField",
        "created_at": "DateTimeField",
        "updated_at": "DateTimeField",
        "author": "ForeignKey",
        "publisher": "ForeignKey",
        "tags": "ManyToManyField",
        "cover": "FileField",
        "status": "choices",
    },
    "Author": {"name": "CharField", "email": "EmailField", "born": "DateField"},
    "Publisher": {"name": "CharField", "city": "CharField", "country": "CharField"},
    "Tag": {"name": "CharField", "slug": "SlugField"},
    "Review": {
        "book": "ForeignKey",
        "user": "ForeignKey",
        "rating": "IntegerField",
        "text": "TextField",
        "created_at": "DateTimeField",
    },
}

# Where a relation leads, and what leads back.
TARGETS = {
    ("Book", "author"): "Author",
    ("Book", "publisher"): "Publisher",
    ("Book", "tags"): "Tag",
    ("Review", "book"): "Book",
}
BACK = {("Author", "books"): ("Book", "author"), ("Book", "reviews"): ("Review", "book")}

# Names people give to what the sample calls so; the first that a model has, and fits, is taken.
ALSO = {
    "title": ("name", "label", "headline", "subject"),
    "name": ("title", "label", "username"),
    "summary": ("description", "body", "content", "text"),
    "text": ("body", "content", "comment", "description"),
    "price": ("amount", "cost", "total"),
    "pages": ("quantity", "count", "stock", "number"),
    "rating": ("score", "stars", "value"),
    "published": ("date", "released", "day"),
    "in_stock": ("active", "is_active", "available", "published"),
    "created_at": ("created", "created_on", "date_created", "added"),
    "updated_at": ("updated", "modified", "modified_at", "updated_on"),
    "cover": ("image", "picture", "photo", "file", "attachment"),
}

VARIABLES = {
    **{name.lower(): (name, "one") for name in FIELDS},
    **{name.lower() + "s": (name, "set") for name in FIELDS},
    "obj": (SUBJECT, "one"),
    "instance": (SUBJECT, "one"),
    "object": (SUBJECT, "one"),
    "queryset": (SUBJECT, "set"),
}


def leads_to(model: str, name: str) -> str | None:
    """The model behind a relation, in either direction."""
    back = BACK.get((model, name))
    return back[0] if back else TARGETS.get((model, name))


def has(model: str, name: str) -> bool:
    return name in FIELDS.get(model, ()) or (model, name) in BACK
