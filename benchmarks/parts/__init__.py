"""The parts of the table, each alone runnable with `--only`."""
