"""The app all examples of the sheet share."""
