"""The URL names that bound examples use."""

from django.http import HttpResponse
from django.urls import path


def page(request, **kwargs):
    return HttpResponse("cinema")


app_name = "cinema"
urlpatterns = [
    path("", page, name="movie_list"),
    path("<int:pk>/", page, name="movie_detail"),
    path("new/", page, name="movie_create"),
    path("<int:pk>/edit/", page, name="movie_update"),
    path("<int:pk>/delete/", page, name="movie_delete"),
]
