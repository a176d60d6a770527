"""Every check and test of the project, two at a time, with one plain line at the end."""
