"""Settings and root URLs of the library project."""
