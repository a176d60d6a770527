"""Makes the environments of the project; standard library only, for it runs before anything is installed."""
