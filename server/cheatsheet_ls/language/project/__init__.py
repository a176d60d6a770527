"""The user's Django project as a whole: its apps, models, settings and root URLs, by reading."""
