"""What the demo does, for each project; places are found by their text, not by numbers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Hover:
    """The pointer rests on the last letter of `at`."""

    file: str
    at: str


@dataclass(frozen=True)
class Complete:
    """Somebody types the line `typed` below the text `below`, and takes `take` from the list."""

    file: str
    below: str
    typed: str
    take: str


@dataclass(frozen=True)
class Insert:
    """The light bulb at the end of `at`: the first offer is taken."""

    file: str
    at: str


Step = Hover | Complete | Insert

QUEUE_TITLE = '_("Title"),\n        max_length=100,\n    )'
BOOK_TITLE = "    title = models.CharField(max_length=200)"

HELPDESK: tuple[Step, ...] = (
    Hover("helpdesk/models.py", "slug = models.SlugField"),
    Hover("helpdesk/models.py", "on_delete"),
    Hover("helpdesk/models.py", "        ordering"),
    Hover("helpdesk/views/kb.py", "= get_object_or_404"),
    Hover("helpdesk/views/staff.py", "Ticket.objects.select_related"),
    Hover("helpdesk/models.py", "settings.AUTH_USER_MODEL"),
    Hover("helpdesk/templates/helpdesk/public_homepage.html", "{% for"),
    Hover("helpdesk/templates/helpdesk/public_homepage.html", "{% include"),
    Complete("helpdesk/models.py", QUEUE_TITLE, "    due_at = models.Date", "DateTimeField"),
    Complete("helpdesk/models.py", QUEUE_TITLE, "    dj-for", "ForeignKey"),
    Complete("helpdesk/templates/helpdesk/public_homepage.html", "{% load i18n %}", "{% i", "if"),
    Insert("helpdesk/models.py", "slug = models.SlugField"),
    Insert("helpdesk/views/kb.py", "= get_object_or_404"),
)

LIBRARY: tuple[Step, ...] = (
    Hover("catalogue/models.py", "slug = models.SlugField"),
    Hover("catalogue/models.py", "on_delete"),
    Hover("catalogue/models.py", "        ordering"),
    Hover("catalogue/views.py", "= get_object_or_404"),
    Hover("catalogue/models.py", ").select_related"),
    Hover("site_config/settings.py", "ALLOWED_HOSTS"),
    Hover("catalogue/templates/catalogue/book_list.html", "{% for"),
    Hover("catalogue/templates/catalogue/book_list.html", "|truncatechars"),
    Complete("catalogue/models.py", BOOK_TITLE, "    due_at = models.Date", "DateTimeField"),
    Complete("catalogue/models.py", BOOK_TITLE, "    dj-for", "ForeignKey"),
    Complete("catalogue/templates/catalogue/book_detail.html", "{% block content %}", "{% i", "if"),
    Insert("catalogue/models.py", "slug = models.SlugField"),
    Insert("catalogue/views.py", "= get_object_or_404"),
)
