"""The custom command that shell examples run."""

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Import books from a CSV file."

    def add_arguments(self, parser):
        parser.add_argument("path", nargs="?")
        parser.add_argument("--dry-run", action="store_true")

    def handle(self, *args, **options):
        self.stdout.write("0 books imported")
