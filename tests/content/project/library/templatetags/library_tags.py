"""The custom tag and filter that template examples load."""

from django import template

register = template.Library()


@register.simple_tag
def book_count():
    from library.models import Book

    return Book.objects.count()


@register.filter
def shout(value):
    return f"{value}!".upper()
