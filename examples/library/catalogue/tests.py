"""The catalogue works."""

from django.contrib.auth import get_user_model
from django.test import TestCase
from django.urls import reverse

from .models import Author, Book


class CatalogueTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.reader = get_user_model().objects.create_user("ada", password="secret")
        author = Author.objects.create(name="Ursula K. Le Guin")
        cls.book = Book.objects.create(title="Lavinia", slug="lavinia", author=author, pages=279)

    def test_list_finds_books_by_their_author(self):
        response = self.client.get(reverse("catalogue:book_list"), {"author": "guin"})
        self.assertContains(response, "Lavinia")

    def test_reader_borrows_a_book(self):
        self.client.force_login(self.reader)
        response = self.client.post(reverse("catalogue:book_borrow", args=["lavinia"]))
        self.assertRedirects(response, self.book.get_absolute_url())
        self.assertFalse(Book.objects.available().exists())
