"""The views behind the URL names that examples use."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse_lazy
from django.views import generic

from .models import Author, Book


def index(request):
    return HttpResponse("library")


def book_list(request, year=None, slug=None):
    """All books, those of a year, or those with a tag, as the URL says."""
    books = Book.objects.all()
    if year is not None:
        books = books.filter(published__year=year)
    if slug is not None:
        books = books.filter(tags__slug=slug)
    return render(request, "library/book_list.html", {"books": books})


def book_detail(request, pk):
    return render(request, "library/book_detail.html", {"book": get_object_or_404(Book, pk=pk)})


class BookListView(generic.ListView):
    model = Book


class BookDetailView(generic.DetailView):
    model = Book


class BookCreateView(generic.CreateView):
    model = Book
    fields = ["title", "author"]


class BookUpdateView(generic.UpdateView):
    model = Book
    fields = ["title", "author"]


class BookDeleteView(generic.DeleteView):
    model = Book
    success_url = reverse_lazy("library:book_list")


class AuthorListView(generic.ListView):
    model = Author


class AuthorDetailView(generic.DetailView):
    model = Author


def bad_request(request, exception):
    return HttpResponse(status=400)


def permission_denied(request, exception):
    return HttpResponse(status=403)


def page_not_found(request, exception):
    return HttpResponse(status=404)


def server_error(request):
    return HttpResponse(status=500)
