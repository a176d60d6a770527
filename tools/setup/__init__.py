"""Makes the project's environments; standard library only, for it runs before all else."""
