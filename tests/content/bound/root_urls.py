"""Where the cinema is served, for `reverse`."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("movies/", include("cinema.urls")),
    path("accounts/", include("django.contrib.auth.urls")),
]
