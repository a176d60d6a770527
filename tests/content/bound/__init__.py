"""Examples of the sheet bound to another project, and run there."""
