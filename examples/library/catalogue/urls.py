"""The addresses of the catalogue."""

from django.urls import path

from . import views

app_name = "catalogue"

urlpatterns = [
    path("", views.BookListView.as_view(), name="book_list"),
    path("books/<slug:slug>/", views.BookDetailView.as_view(), name="book_detail"),
    path("books/<slug:slug>/borrow/", views.borrow, name="book_borrow"),
]
