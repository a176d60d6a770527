"""The library's models in the admin."""

from django.contrib import admin

from .models import Author, Book, Publisher, Review, Tag


@admin.register(Author, Book, Publisher, Review, Tag)
class LibraryAdmin(admin.ModelAdmin):
    search_fields = ["pk"]
