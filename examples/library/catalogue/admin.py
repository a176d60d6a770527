"""The catalogue in the admin."""

from django.contrib import admin

from .models import Author, Book, Loan


@admin.register(Book)
class BookAdmin(admin.ModelAdmin):
    list_display = ["title", "author", "pages"]
    list_filter = ["author"]
    search_fields = ["title", "author__name"]
    prepopulated_fields = {"slug": ["title"]}


admin.site.register([Author, Loan])
