"""The sample library under other names: what an example bound to it must run with."""

from django.conf import settings
from django.db import models
from django.urls import reverse


class Director(models.Model):
    label = models.CharField(max_length=100)
    mail = models.EmailField(blank=True)
    birthday = models.DateField(null=True, blank=True)


class Studio(models.Model):
    label = models.CharField(max_length=100)
    town = models.CharField(max_length=100, blank=True)
    state = models.CharField(max_length=100, blank=True)


class Genre(models.Model):
    label = models.CharField(max_length=50)
    key = models.SlugField(blank=True)


class Movie(models.Model):
    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "Published"

    headline = models.CharField(max_length=200)
    key = models.SlugField(blank=True)
    plot = models.TextField(blank=True)
    code = models.CharField(max_length=13, null=True, blank=True, unique=True)
    minutes = models.PositiveIntegerField(default=0)
    fee = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    day = models.DateField(null=True, blank=True)
    ready = models.BooleanField(default=True)
    made = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)
    director = models.ForeignKey("Director", on_delete=models.CASCADE, related_name="movies")
    studio = models.ForeignKey("Studio", on_delete=models.SET_NULL, null=True, blank=True)
    genres = models.ManyToManyField("Genre", blank=True)
    poster = models.FileField(upload_to="covers/", blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default="draft")

    def get_absolute_url(self):
        return reverse("cinema:movie_detail", kwargs={"pk": self.pk})


class Vote(models.Model):
    movie = models.ForeignKey("Movie", on_delete=models.CASCADE, related_name="votes")
    voter = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    stars = models.PositiveSmallIntegerField(default=5)
    words = models.TextField(blank=True)
    made = models.DateTimeField(auto_now_add=True)
